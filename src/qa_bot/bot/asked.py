"""What a card answers, read back from the card: from its opening lines and the message that it replies to."""

from telegram import Message, User

from qa_bot.bot.opening import Opening, read_opening
from qa_bot.bot.wishes import question_in


def asked_on(card: Message, me: User) -> tuple[Opening, str]:
    """Return what stands above a card of the bot `me`, and the question that it answers, with its topic.

    The question is empty where it can't be told: Telegram shows the message that a card replies to with a press,
    not with a reply to the card.
    """
    opening = read_opening(card.text or "")
    replied = card.reply_to_message
    question = opening.asked or (question_in(replied, me) if replied else "")
    return opening, f"{question} ({opening.topic})" if question and opening.topic else question
