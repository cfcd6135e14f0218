"""What was asked before a message: what the card answers that it replies to, else what its writer asked last."""

from dataclasses import replace

from telegram import Message

from qa_bot.bot.asked import asked_on
from qa_bot.bot.callback_data import LISTS, Button
from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import speaker_of
from qa_bot.bot.memory import Card
from qa_bot.bot.wishes import bot_message_replied_to
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind, Understood


async def asked_before(message: Message, context: Context) -> Understood | None:
    """Return what `message` may lean on; None where nothing was asked before it.

    Whoever replies to a card means what that card answers, whatever was asked since.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    memory = context.parts.memory
    card = bot_message_replied_to(message, context.bot.bot)
    if card is None:
        return await memory.previous(speaker_of(message))
    known = await memory.answered_on(Card(card.chat.id, card.message_id)) or await _told_by(card, context)
    if known is not None:
        return known
    # A greeting or a list is no card: it says nothing of what its reader thinks of.
    return None if _button_under(card, context) else await memory.previous(speaker_of(message))


async def _told_by(card: Message, context: Context) -> Understood | None:
    """Return what a card from before a restart tells of its question: the question, its topic, or its text's title."""
    opening, question = asked_on(card, context.bot.bot)
    topic = opening.topic or opening.reading
    if question:
        understood = await _understood(question, context)
        return replace(understood, topic=topic or understood.topic) if understood is not None else None
    if topic:
        return Understood(topic, QuestionKind.OTHER, topic)
    button = _button_under(card, context)
    return await _titled(button, context) if button is not None and not button.nearest else None


async def _understood(question: str, context: Context) -> Understood | None:
    try:
        return (await context.service.answer(question)).understood
    except QuestionError:
        return None


async def _titled(button: Button, context: Context) -> Understood | None:
    """Return a question about the text that the result under `button` stands in."""
    passage = await context.service.passage(button.keys[button.index])
    around = await context.service.quote(passage.id, passage.text.split()[0]) if passage is not None else None
    if around is None or not around[0].document.metadata.titled:
        return None
    document = around[0].document
    kind = QuestionKind.WHEN if button.when else QuestionKind.OTHER
    return Understood(document.metadata.title, kind, document.metadata.title, sources=(document.id,))


def _button_under(card: Message, context: Context) -> Button | None:
    """Return the first button under an answer; None where there is none, or it isn't one of an answer."""
    rows = card.reply_markup.inline_keyboard if card.reply_markup is not None else ()
    data = next((button.callback_data for row in rows for button in row if button.callback_data), None)
    if not isinstance(data, str):
        return None
    button = context.parts.buttons.open(data, chat_id=card.chat.id, now_s=context.parts.now())
    return button if isinstance(button, Button) and button.action not in LISTS else None
