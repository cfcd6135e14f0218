"""/quiz: a question made from the texts, now or every day; its answers; /scores and /report."""

from telegram import Message, PollAnswer, Update
from telegram.constants import ChatType

from qa_bot.bot.context import Context
from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.admins import is_from_admin
from qa_bot.bot.handlers.daily import details_of, settle
from qa_bot.bot.handlers.reply import fingerprint, reply, speaker_of, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.sending import Letter
from qa_bot.bot.study.daily_request import after_daily
from qa_bot.bot.study.quiz_poll import quiz_body
from qa_bot.bot.study.scores_card import scores_card
from qa_bot.bot.texts import Texts
from qa_bot.errors import UnavailableError
from qa_bot.store.letters import Draft
from qa_bot.store.quizzes import Vote
from qa_bot.store.schedules import Details, Kind
from qa_bot.study.report import people_table, questions_table

WISHES = ("quiz",)
SCORES = ("scores", "report")
_NAME_LIMIT_UTF16 = 100
_PEOPLE_FILE, _QUESTIONS_FILE = "people.csv", "questions.csv"


async def ask_quiz(update: Update, context: Context) -> None:
    """Send a question, or settle that one comes every day."""
    message = incoming(update)
    if message is None:
        return
    texts, daily = texts_of(message, context), after_daily(context.wish.text)
    try:
        if daily is not None:
            await reply(update, context, Letter(await settle(Kind.QUIZ, daily, message, texts, context)))
        elif not is_edit(update):
            await _ask_now(update, message, texts, context)
    except UnavailableError:
        await reply(update, context, Letter(texts.page("unavailable")))


async def _ask_now(update: Update, message: Message, texts: Texts, context: Context) -> None:
    wanted = context.wish.text
    details = await details_of(wanted, Details(language=texts.language), context)
    if details is None:
        unknown = texts.page("study-unknown-texts", asked=one_line(wanted, _NAME_LIMIT_UTF16))
        await reply(update, context, Letter(unknown))
        return
    question = await context.parts.quizmaster.question(message.chat.id, details)
    if question is None:
        await reply(update, context, Letter(texts.page("quiz-none")))
        return
    body = quiz_body(question, texts, anonymous=message.chat.type == ChatType.CHANNEL)
    draft = Draft(
        message.chat.id,
        body,
        topic_of(message),
        message.message_id,
        asker_id=speaker_of(message).asker_id,
        question_id=message.message_id,
        fingerprint=fingerprint(context.wish),
    )
    context.turn.drafts.append(draft)


async def note_answer(update: Update, context: Context) -> None:
    """Note how someone answered a quiz."""
    answer = update.poll_answer
    voter = _voter(answer) if answer is not None else None
    if answer is None or voter is None:
        return
    user_id, name = voter
    if answer.option_ids:
        vote = Vote(answer.poll_id, user_id, one_line(name, _NAME_LIMIT_UTF16), answer.option_ids[0])
        context.turn.effects.append(context.parts.quizmaster.noting(vote))
    else:
        context.turn.effects.append(context.parts.quizmaster.taking_back(answer.poll_id, user_id))


def _voter(answer: PollAnswer) -> tuple[int, str] | None:
    """Return who answered, and how they are called; a chat where someone answers in its name."""
    if answer.user is not None:
        return answer.user.id, answer.user.full_name
    chat = answer.voter_chat
    return None if chat is None else (chat.id, chat.title or chat.username or str(chat.id))


async def show_scores(update: Update, context: Context) -> None:
    """Reply with who answered best; to admins who ask for the report, with its files."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        if context.wish.name == "scores":
            answers = await context.parts.quizmaster.answers_in(message.chat.id)
            await reply(update, context, Letter(scores_card(answers, texts, now_s=context.parts.now())))
        elif await is_from_admin(context.bot, message):
            await _send_report(update, message, texts, context)
        else:
            await reply(update, context, Letter(texts.page("study-admins-only")))
    except UnavailableError:
        await reply(update, context, Letter(texts.page("unavailable")))


async def _send_report(update: Update, message: Message, texts: Texts, context: Context) -> None:
    """Send the files past the outbox, which would keep them."""
    master, chat_id = context.parts.quizmaster, message.chat.id
    answers = await master.answers_in(chat_id)
    if not answers:
        await reply(update, context, Letter(texts.page("scores-none")))
        return
    zone, asked = context.chat_settings.zone, await master.questions_in(chat_id)
    columns = texts.text("report-people").splitlines()
    people = people_table(answers, columns, now_s=context.parts.now(), zone=zone)
    questions = questions_table(asked, texts.text("report-questions").splitlines(), zone=zone)
    send, topic_id = context.bot.send_document, topic_of(message)
    await send(chat_id, people, caption=texts.text("report"), filename=_PEOPLE_FILE, message_thread_id=topic_id)
    await send(chat_id, questions, filename=_QUESTIONS_FILE, message_thread_id=topic_id)
