"""The chat in the terminal: what `qa-bot run` does without a token."""

import sys

from qa_bot.cli.console import err
from qa_bot.cli.dialogue import Dialogue, as_text_block
from qa_bot.cli.session import Session

HOW_TO_START_IN_TELEGRAM = """\
No TELEGRAM_BOT_TOKEN is set, so the bot answers here instead of in Telegram.
To run it in Telegram:
  1. Open https://t.me/BotFather, send /newbot, choose a name, and copy the token.
  2. Copy .env.example to .env and put the token behind TELEGRAM_BOT_TOKEN=
  3. Start again: make run
"""
_WELCOME = "اسأل عن نصوص المكتبة، مثل: متى كانت معركة اليرموك؟ ثم: ومن قادها؟\n(Ctrl-D للخروج)\n"
_SAMPLE = "متى كانت معركة اليرموك؟"
_PROMPT = "سؤالك: "


def chat(session: Session) -> None:
    """Hold a conversation in the terminal until its end of input.

    Where standard input is no terminal the lines piped in are answered, or one sample question where there
    are none.
    """
    err.print(HOW_TO_START_IN_TELEGRAM, markup=False)
    dialogue = Dialogue(as_text_block, conversation=True)
    if sys.stdin is not None and sys.stdin.isatty():
        print(_WELCOME)  # noqa: T201  # standard output is the product
        try:
            dialogue.answer_standard_input(session.answer, prompt=_PROMPT)
        finally:
            print()  # noqa: T201  # the shell's prompt belongs on a line of its own
    elif not dialogue.answer_standard_input(session.answer):
        print(f"{_PROMPT}{_SAMPLE}\n")  # noqa: T201  # standard output is the product
        dialogue.answer(_SAMPLE, session.answer)
