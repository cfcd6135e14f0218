"""A quiz question as Telegram's poll."""

from qa_bot.bot.bidi import lead
from qa_bot.bot.cut import one_line
from qa_bot.bot.texts import Texts
from qa_bot.store.letters import Body
from qa_bot.store.quizzes import Poll
from qa_bot.study.quiz.question import QuizQuestion

_TITLE_LIMIT_UTF16 = 50


def quiz_body(question: QuizQuestion, texts: Texts, *, anonymous: bool = False, silent: bool = False) -> Body:
    """Return a quiz as a letter's body: whose answers are told, unless `anonymous`."""
    poll = Poll(
        question=_asked(question, texts),
        options=question.options,
        right=question.right,
        explanation=question.explanation,
        asked=question.asked,
        passage_id=question.passage.id,
        anonymous=anonymous,
    )
    return Body(html="", plain=poll.question, silent=silent, poll=poll)


def _asked(question: QuizQuestion, texts: Texts) -> str:
    """Return what is asked for, and on a line of its own the sentence with its gap."""
    title = one_line(question.document.metadata.title, _TITLE_LIMIT_UTF16)
    asked = texts.text(f"quiz-asked-{question.kind}", title=title)
    return f"{asked}\n{lead(question.asked)}{question.asked}"
