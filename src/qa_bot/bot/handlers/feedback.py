"""What people think of an answer: thumbs under its card, reactions to it, the sentence that is better; /unanswered."""

from telegram import CallbackQuery, Message, MessageReactionUpdated, ReactionTypeEmoji, Update
from telegram.constants import ChatType, ReactionEmoji

from qa_bot.answering.alike import group_alike
from qa_bot.bot.callback_data import Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.feedback.cards import Better, choice_letter, noted_letter, unanswered_page
from qa_bot.bot.groups.admins import is_from_admin
from qa_bot.bot.handlers.reply import draft_to, reply, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.memory import Card
from qa_bot.bot.parcels import Address
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.store.votes import Voice, Vote

WISHES = ("unanswered",)
_MOST_BETTER = 5


class Toast(str):
    """Words that show for a moment at the top of the chat, and need no tap to go."""

    __slots__ = ()


async def show_unanswered(update: Update, context: Context) -> None:
    """Reply with the questions of this chat that the texts don't answer, to its admins alone."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    private = message.chat.type == ChatType.PRIVATE
    if not private and not await is_from_admin(context.bot, message):
        page = texts.page("feedback-admins-only")
    elif not context.chat_settings.question_log:
        page = texts.page("feedback-log-off")
    else:
        page = unanswered_page(group_alike(await context.parts.opinions.unanswered_in(message.chat.id)), texts)
    await reply(update, context, Letter(page))


async def voted(button: Button, query: CallbackQuery, question: str, texts: Texts, context: Context) -> str:
    """Keep a vote and return the thanks, which pass by; to a vote against, ask which sentence is better.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    card = query.message
    if card is None:
        return texts.text("expired-alert")
    meant = await _question_of(Card(card.chat.id, card.message_id), question, context)
    kept = meant if context.chat_settings.question_log else ""
    found = await _sentence(button.keys[button.index], kept, context) if kept and not button.against else None
    vote = Vote(not button.against, kept or None, *(found or (None, None)))
    voice = Voice(card.chat.id, card.message_id, query.from_user.id)
    context.turn.effects.append(context.parts.opinions.casting(voice, vote))
    if not button.against:
        return Toast(texts.text("feedback-thanks-alert"))
    if kept and (choice := await _better(meant, button, context)):
        letter = choice_letter(choice, texts, context.seal(card.chat.id))
        topic_id = topic_of(card) if isinstance(card, Message) else None
        context.turn.drafts.append(draft_to(Address(card.chat.id, topic_id, card.message_id), letter))
    return Toast(texts.text("feedback-sorry-alert"))


async def pointed(
    button: Button, query: CallbackQuery, asked: str, texts: Texts, context: Context
) -> Letter | DeadButton:
    """Keep which sentence is better, and return the thanks; `asked` is what the card answers where that isn't known.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    card = query.message.reply_to_message if isinstance(query.message, Message) else None
    if query.message is None or card is None:
        return DeadButton.EXPIRED
    question = await _question_of(Card(query.message.chat.id, card.message_id), asked, context)
    found = await _sentence(button.keys[0], question, context) if button.keys and question else None
    if button.keys and found is None:
        return DeadButton.GONE
    kept = question if context.chat_settings.question_log else ""
    voice = Voice(query.message.chat.id, card.message_id, query.from_user.id)
    vote = Vote(liked=False, question=kept or None)
    if kept and found is not None:
        vote = Vote(False, kept, *found)  # noqa: FBT003 - what was shown first is not liked
    context.turn.effects.append(context.parts.opinions.casting(voice, vote))
    return noted_letter(found[1] if found is not None else "", texts)


async def reacted(update: Update, context: Context) -> None:
    """Keep a thumb that someone puts to a card as a reaction, or takes away again."""
    change = update.message_reaction
    if change is None or change.user is None:
        return
    card = Card(change.chat.id, change.message_id)
    question = await _question_of(card, "", context)
    if not question:
        return
    voice, thumb = Voice(card.chat_id, card.message_id, change.user.id), thumb_of(change)
    if thumb is None:
        context.turn.effects.append(context.parts.opinions.taking_back(voice))
        return
    kept = question if context.chat_settings.question_log else None
    context.turn.effects.append(context.parts.opinions.casting(voice, Vote(thumb, kept)))


def is_thumb(change: MessageReactionUpdated) -> bool:
    """Return whether the change is of a person's thumb: put, or taken away."""
    reactions = (*change.old_reaction, *change.new_reaction)
    return change.user is not None and any(_emoji(each) in _THUMBS for each in reactions)


def thumb_of(change: MessageReactionUpdated) -> bool | None:
    """Return whether the thumb that is there now points up; None where there is none."""
    return next((_THUMBS[_emoji(each)] for each in change.new_reaction if _emoji(each) in _THUMBS), None)


_THUMBS = {ReactionEmoji.THUMBS_UP.value: True, ReactionEmoji.THUMBS_DOWN.value: False}


def _emoji(reaction: object) -> str:
    return reaction.emoji if isinstance(reaction, ReactionTypeEmoji) else ""


async def _question_of(card: Card, asked: str, context: Context) -> str:
    """Return what a card answers, understood without what stood before it; `asked` where that isn't known any more."""
    understood = await context.parts.memory.answered_on(card)
    return understood.question if understood is not None else asked


async def _better(question: str, button: Button, context: Context) -> list[Better]:
    """Return the best sentences of other passages than the one that was shown."""
    try:
        answer = await context.service.answer(question)
    except (QuestionError, UnavailableError):
        return []
    shown = button.keys[button.index]
    keys = list(dict.fromkeys(hit.passage.key for hit in answer.hits if hit.passage.key != shown))[:_MOST_BETTER]
    found = [(key, await _sentence(key, question, context)) for key in keys]
    return [Better(key, known[1]) for key, known in found if known is not None]


async def _sentence(key: bytes, question: str, context: Context) -> tuple[str, str] | None:
    """Return the id of a passage and its sentence that answers best; None where it has gone."""
    passage = await context.service.passage(key)
    if passage is None:
        return None
    try:
        found = await context.service.quote(passage.id, question)
    except QuestionError:
        return None
    return (passage.id, found[0].text) if found is not None else None
