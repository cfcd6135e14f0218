"""Draws what the docs show of Telegram, from what the bot really sends over the starter library: `make pictures`.

Needs Chromium, and Noto Sans Arabic, which many phones show.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from PIL import Image

from asked import open_texts
from fakes import full_chat
from telegram_harness import ASKER, GROUP, Telegram

ROOT = Path(__file__).parents[1]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDTH, _SHARPNESS = 420, 2
_PAGE = """<!doctype html><html dir="rtl"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 15px 10px; background: #cfdcc8;
  font: 13px/1.6 "Noto Sans", "Noto Sans Arabic", sans-serif }}
.asked, .said {{ border-radius: 12px; padding: 6px 10px; width: fit-content; box-shadow: 0 1px 1px #0003 }}
.asked {{ background: #e2fbd0; margin: 0 auto 7px 0 }}
.row + .asked {{ margin-top: 12px }}
.said {{ background: #fff; box-sizing: border-box; width: 352px; margin-inline-end: auto }}
.said p {{ margin: 0; min-height: 1.6em; unicode-bidi: plaintext; text-align: start }}
.reply {{ border-inline-start: 2px solid #5aa84c; color: #5aa84c; font-size: 11px; padding-inline-start: 7px }}
blockquote {{ position: relative; margin: 2px 0; padding: 4px 10px; border-inline-start: 2px solid #4a9fd8;
  border-radius: 4px; background: #e8f3fb }}
blockquote div {{ max-height: 4.8em; overflow: hidden }}
blockquote::after {{ content: "⌄"; position: absolute; inset-inline-end: 8px; bottom: 4px; color: #4a9fd8;
  background: #e8f3fb; padding: 0 6px }}
.row {{ display: flex; gap: 3px; width: 352px; margin: 3px 0 3px auto; direction: ltr }}
.row span {{ flex: 1; padding: 5px; border-radius: 6px; background: #8fa985; color: #fff; font-size: 11px;
  text-align: center; unicode-bidi: plaintext; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }}
</style><body>{body}<script>document.documentElement.dataset.height = document.body.offsetHeight</script></html>"""


def drawn(call: Mapping[str, Any], asked: str = "") -> str:
    """Return a message that the bot sent, as HTML that looks as Telegram does, with what it replies to."""
    quoted = f'<p class="reply">{escape(asked)}</p>' if asked else ""
    # A quote is a block of its own: the line feeds around it end lines, and make none.
    parts = re.split(r"\n?<blockquote expandable>(.*?)</blockquote>\n?", call["text"], flags=re.DOTALL)
    blocks = (
        _lines(part) if at % 2 == 0 else f"<blockquote><div>{_lines(part)}</div></blockquote>"
        for at, part in enumerate(parts)
    )
    rows = call.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = ("".join(f"<span>{escape(button['text'])}</span>" for button in row) for row in rows)
    return f'<div class="said">{quoted}{"".join(blocks)}</div>' + "".join(
        f'<div class="row">{row}</div>' for row in buttons
    )


def _lines(html: str) -> str:
    return "".join(f"<p>{line}</p>" for line in html.split("\n")) if html else ""


async def conversation(telegram: Telegram, *questions: str) -> str:
    """Return the questions, asked in private one after the other, each with the card that answers it."""
    shown = []
    for question in questions:
        await telegram.say(question)
        shown.append(f'<div class="asked">{escape(question)}</div>{drawn(telegram.sent[-1], question)}')
    return "".join(shown)


async def panel(telegram: Telegram) -> str:
    """Return what an admin of a group sees who has followed the button under /settings."""
    chat = full_chat(GROUP | {"title": "مجلس التاريخ"})
    telegram.request.next_replies["getChat"].append((200, {"ok": True, "result": chat}))
    telegram.request.admins.add(ASKER["id"])
    await telegram.say(f"/start settings{GROUP['id']}")
    return drawn(telegram.sent[-1])


def photograph(body: str, picture: Path) -> None:
    """Write `body` to `picture` as a phone of `_WIDTH` points shows it."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None) or sys.exit("No Chromium was found.")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_PAGE.format(body=body), "utf-8")
        run = [browser, "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile", "--hide-scrollbars"]
        told = subprocess.run(
            [*run, f"--window-size={_WIDTH},800", "--dump-dom", page.as_uri()],
            capture_output=True,
            check=True,
            text=True,
        )
        height = re.search(r'data-height="(\d+)"', told.stdout)
        assert height, told.stderr
        size = f"--window-size={_WIDTH},{height[1]}"
        shot = [f"--screenshot={picture}", f"--force-device-scale-factor={_SHARPNESS}", size, page.as_uri()]
        subprocess.run([*run, *shot], capture_output=True, check=True)
    # A third of the bytes, and nobody sees the difference.
    Image.open(picture).convert("RGB").quantize(128).save(picture, optimize=True)


async def main() -> None:
    """Draw the pictures into `docs/`."""
    with tempfile.TemporaryDirectory() as folder:
        service = open_texts(ROOT / "corpus", Path(folder) / "index")
        telegram = await Telegram(Path(folder), service=service).start()
        pictures = {
            "card": await conversation(telegram, "متى كانت معركه اليرموك", "ومن قادها؟"),
            "group-panel": await panel(telegram),
        }
        await telegram.aclose()
        await service.aclose()
    for name, body in pictures.items():
        photograph(body, ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
