"""The chat in the terminal: what `qa-bot run` does without a token."""

import sys
from dataclasses import replace
from datetime import datetime
from shlex import quote

from qa_bot.answering.annals.chronicle import MOST_CHOSEN
from qa_bot.cli.console import err
from qa_bot.cli.dialogue import Dialogue, as_text_block, lines_of_standard_input
from qa_bot.cli.event_text import timeline_lines, today_lines
from qa_bot.cli.remarks import Asked, Dated, Listing, OfToday, Remark, heard, listed
from qa_bot.cli.session import Session
from qa_bot.errors import QuestionError

HOW_TO_START_IN_TELEGRAM = """\
No TELEGRAM_BOT_TOKEN is set, so the bot answers here instead of in Telegram.
To run it in Telegram:
  1. Open https://t.me/BotFather, send /newbot, choose a name, and copy the token.
  2. Copy .env.example to .env and put the token behind TELEGRAM_BOT_TOKEN=
  3. Start again: make run
"""
_WELCOME = (
    "اسأل عن نصوص المكتبة، مثل: متى كانت معركة اليرموك؟ ثم: ومن قادها؟\n(/help للمساعدة، و«خروج» أو Ctrl-D للخروج)\n"
)
_SAMPLE = "متى كانت معركة اليرموك؟"
_PROMPT = "سؤالك: "


def chat(session: Session) -> None:
    """Hold a conversation in the terminal until its end of input, or a goodbye.

    Where standard input is no terminal the lines piped in are answered, or one sample question where there
    are none.
    """
    err.print(HOW_TO_START_IN_TELEGRAM, markup=False)
    dialogue = Dialogue(as_text_block, conversation=True)
    if sys.stdin is not None and sys.stdin.isatty():
        print(_WELCOME)  # noqa: T201  # standard output is the product
        try:
            _talk(dialogue, session, _PROMPT)
        finally:
            print()  # noqa: T201  # the shell's prompt belongs on a line of its own
    elif not _talk(dialogue, session):
        print(f"{_PROMPT}{_SAMPLE}\n")  # noqa: T201  # standard output is the product
        dialogue.answer(_SAMPLE, session.answer)


def _talk(dialogue: Dialogue, session: Session, prompt: str = "") -> int:
    """Respond to the lines of standard input, until it ends or one says goodbye; return how many there were."""
    said = 0
    for line in lines_of_standard_input(prompt):
        if not line:
            dialogue.start_afresh()
            continue
        said += 1
        if not _goes_on(line, dialogue, session):
            break
    return said


def _goes_on(line: str, dialogue: Dialogue, session: Session) -> bool:
    """Respond to one line, and return whether the chat goes on."""
    match heard(line):
        case Asked(text, when):
            dialogue.answer(text, session.when if when else session.answer)
        case Listing():
            _say(listed(session.library()))
        case Dated(asked):
            _say(_timeline(asked, session))
        case OfToday():
            today = datetime.now().astimezone().date()
            _say("\n".join(today_lines(session.anniversaries(today))))
        case Remark(text, ends):
            _say(text)
            return not ends
    return True


def _say(text: str) -> None:
    print(f"{text}\n", flush=True)  # noqa: T201  # standard output is the product


def _timeline(asked: str, session: Session) -> str:
    """Return the most telling events, and the command that lists all of them."""
    try:
        timeline = session.timeline(asked, MOST_CHOSEN)
    except QuestionError as error:
        return error.arabic
    lines = list(timeline_lines(replace(timeline, others=())))
    if timeline.others:
        lines.append(f"… وغيرها، وعددها: {len(timeline.others)}. كلها: qa-bot timeline {quote(timeline.asked)}")
    return "\n".join(lines)
