"""The other reading of a follow-up: as a question of its own, and again about what was spoken of."""

from dataclasses import replace

from telegram import CallbackQuery, Message

from qa_bot.bot.asked import asked_on
from qa_bot.bot.callback_data import Action, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.digits import in_digits
from qa_bot.bot.handlers.ask import answer_letter
from qa_bot.bot.handlers.reply import speaker_of, topic_of
from qa_bot.bot.memory import Card
from qa_bot.bot.opening import Opening, named_topic, opening_of
from qa_bot.bot.sending import body_of
from qa_bot.bot.texts import Texts
from qa_bot.bot.wishes import asks_when, question_in
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, QuestionKind, Understood
from qa_bot.store.letters import Draft
from qa_bot.store.questions import Speaker


async def read_otherwise(query: CallbackQuery, action: Action, texts: Texts, context: Context) -> DeadButton | None:
    """Answer the follow-up under whose card a button was pressed in the other way, in the card's place.

    Who asked it goes on from there: what was taken up is forgotten, or taken up again. Others may press, and change
    the card alone. The button is dead where the question isn't shown any more.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    card = query.message
    if not isinstance(card, Message) or card.reply_to_message is None:
        return DeadButton.EXPIRED
    opening, _ = asked_on(card, context.bot.bot)
    question = opening.asked or question_in(card.reply_to_message, context.bot.bot)
    if not question or not named_topic(opening):
        return DeadButton.EXPIRED
    previous = await _taken_up(card, opening, context) if action is Action.ABOUT else None
    when = asks_when(card.reply_to_message, context.bot.bot)
    look_up = context.service.when if when else context.service.answer
    try:
        answer = await look_up(question, previous=previous)
    except QuestionError:
        return DeadButton.EXPIRED
    await _remember(query, card, card.reply_to_message, answer, context)
    said = _opening(answer, opening)
    letter = answer_letter(answer, said, texts, context, card.chat.id, asked_when=when)
    body = body_of(in_digits(letter, context.chat_settings.digits))
    kept = answer.understood if context.parts.memory.keeps_questions else None
    draft = Draft(card.chat.id, body, edits=card.message_id, asker_id=query.from_user.id, understood=kept)
    context.turn.drafts.append(draft)
    return None


async def _taken_up(card: Message, opening: Opening, context: Context) -> Understood:
    """Return what the follow-up leans on, as far as it is known: how it was understood before, else its topic."""
    known = await context.parts.memory.carried_on(Card(card.chat.id, card.message_id))
    topic = named_topic(opening)
    # Whom its own answer named, it doesn't ask about.
    return replace(known, told="") if known is not None else Understood(topic, QuestionKind.OTHER, topic)


def _opening(answer: Answer, before: Opening) -> Opening:
    """Return what stands above the card now: the topic set apart stays there, so that it can be taken up again."""
    said = opening_of(answer.understood, before.asked)
    return said if said.topic else replace(said, apart=named_topic(before))


async def _remember(query: CallbackQuery, card: Message, asked: Message, answer: Answer, context: Context) -> None:
    """Let the asker go on from `answer`, where it is the asker who pressed, and asked nothing since."""
    memory = context.parts.memory
    speaker = Speaker(card.chat.id, topic_of(card), speaker_of(asked).asker_id)
    if query.from_user.id != speaker.asker_id:
        return
    last = await memory.previous(speaker)
    here = await memory.answered_on(Card(card.chat.id, card.message_id))
    if last is None or here is None or last.question == here.question:
        context.turn.effects += memory.remembering(speaker, answer.understood)
