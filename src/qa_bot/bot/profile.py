"""How the bot introduces itself: command menus and descriptions, set where Telegram doesn't have them yet."""

import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from qa_bot.bot.client import Client
from qa_bot.bot.texts import all_texts

_MENU = (
    "ask",
    "when",
    "timeline",
    "today",
    "read",
    "daily",
    "quiz",
    "scores",
    "sources",
    "add",
    "library",
    "settings",
    "help",
    "about",
    "privacy",
)
# In groups the menu holds what is asked there; the rest is for a quiet talk with the bot.
_IN_GROUPS = frozenset(
    {"ask", "when", "timeline", "today", "read", "daily", "quiz", "scores", "sources", "settings", "help"}
)

_LOG = logging.getLogger(__name__)


async def introduce(client: Client) -> None:
    """Set menus and descriptions that differ; Telegram counts such changes, so the same is not set again.

    A refusal is logged and changes nothing else: the bot answers all the same.
    """
    for name, step in _steps(client):
        try:
            await step()
        except TelegramError as fault:
            _LOG.warning("The bot's %s could not be set: %s", name, type(fault).__name__)


def _steps(client: Client) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
    for code, texts in all_texts().items():
        # Arabic for everyone whose language has no text of its own.
        language = None if code == "ar" else code
        commands = [(name, texts.text(f"menu-{name}")) for name in _MENU]
        yield "menu for private chats", _menu(client, BotCommandScopeAllPrivateChats(), language, commands)
        in_groups = [command for command in commands if command[0] in _IN_GROUPS]
        yield "menu for groups", _menu(client, BotCommandScopeAllGroupChats(), language, in_groups)
        yield "description", _description(client, language, texts.text("description"))
        yield "short description", _short_description(client, language, texts.text("short-description"))


def _menu(
    client: Client, scope: BotCommandScope, language: str | None, commands: Sequence[tuple[str, str]]
) -> Callable[[], Awaitable[None]]:
    wanted = tuple(BotCommand(name, description) for name, description in commands)

    async def step() -> None:
        if await client.get_my_commands(scope=scope, language_code=language) != wanted:
            await client.set_my_commands(wanted, scope=scope, language_code=language)

    return step


def _description(client: Client, language: str | None, wanted: str) -> Callable[[], Awaitable[None]]:
    async def step() -> None:
        if (await client.get_my_description(language_code=language)).description != wanted:
            await client.set_my_description(wanted, language_code=language)

    return step


def _short_description(client: Client, language: str | None, wanted: str) -> Callable[[], Awaitable[None]]:
    async def step() -> None:
        if (await client.get_my_short_description(language_code=language)).short_description != wanted:
            await client.set_my_short_description(wanted, language_code=language)

    return step
