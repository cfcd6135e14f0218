"""`qa-bot check`: settings, texts, index, store and token, and what to mend."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from qa_bot.bot.identity import who_am_i
from qa_bot.cli.console import told
from qa_bot.corpus.listing import list_corpus
from qa_bot.errors import QaBotError, SetupError
from qa_bot.index import generation
from qa_bot.own_texts.shelf import occupied_bytes
from qa_bot.settings import Settings, read_settings
from qa_bot.store.database import cannot_be_written
from qa_bot.store.migrate import check_newest
from qa_bot.store.status import check_writable, status
from qa_bot.store.tables import NEWEST
from qa_bot.store.torn import check_whole
from qa_bot.wiring.building import fingerprint
from qa_bot.wiring.store import open_store

_MB = 1_000_000
_NEARLY = 0.9

Check = Callable[[Settings], str]


def check(
    offline: Annotated[bool, typer.Option("--offline", help="Don't ask Telegram whether the token is good.")] = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Look over settings, texts, store and token; say what to mend. Ends with status 1 where something is wrong.

    For example:

      qa-bot check

      qa-bot check --offline
    """
    out = Console(soft_wrap=True, highlight=False)
    settings = read_settings()
    out.print("settings: read", markup=False)
    checks: dict[str, Check] = {
        "texts": _texts,
        "index": _index,
        "store": _store,
        "own texts": _own_texts,
        "webhook": _webhook,
    }
    if not offline:
        checks["token"] = _token
    passed = [_passes(out, name, look, settings) for name, look in checks.items()]
    if not all(passed):
        raise typer.Exit(code=1)


def _passes(out: Console, name: str, look: Check, settings: Settings) -> bool:
    try:
        out.print(f"{name}: {look(settings)}", markup=False)
    except QaBotError as error:
        out.print(f"{name}: {told(error)}", style="red", markup=False)
        return False
    return True


def _texts(settings: Settings) -> str:
    return f"{len(list_corpus(settings.corpus).files):,} files in {settings.corpus}"


def _index(settings: Settings) -> str:
    name = generation.current_name(settings.index)
    if name is None:
        raise SetupError(f"There is no index in {settings.index}.", command=generation.REBUILD)
    manifest = generation.check(generation.folder_of(settings.index, name))
    if manifest.corpus != str(settings.corpus.resolve()):
        raise SetupError(
            f"The index was built from {manifest.corpus}, not from {settings.corpus}.", command=generation.REBUILD
        )
    if manifest.corpus_fingerprint != fingerprint(settings.corpus):
        raise SetupError(
            f"The texts in {settings.corpus} have changed since the index was built.", command=generation.REBUILD
        )
    return f"{manifest.documents:,} texts, {manifest.passages:,} passages, whole, built {manifest.created}"


def _store(settings: Settings) -> str:
    if settings.database_url is None and not settings.store.exists():
        _check_can_be_made(settings.store)
        return f"none yet: {settings.store} is made at the first start of the bot"
    return asyncio.run(_state_of_store(settings))


def _check_can_be_made(file: Path) -> None:
    """Raise SetupError where the folder that the file would stand in can't be made or written to."""
    folder = next(above for above in file.absolute().parents if above.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise cannot_be_written(file, f"{folder} can't be written to")


async def _state_of_store(settings: Settings) -> str:
    database = open_store(settings)
    try:
        await check_whole(database)
        async with database.read() as connection:
            await check_newest(database, connection)
        await check_writable(database)
        async with database.read() as connection:
            state = await status(connection)
    finally:
        await database.aclose()
    twice = f"; {state.doubts} may have come twice after a crash" if state.doubts else ""
    waiting = f"{state.waiting} updates and {state.unsent} letters wait, {state.aside} were set aside"
    return f"{database.shown}, version {NEWEST}: {waiting}{twice}"


def _own_texts(settings: Settings) -> str:
    folder, most_mb = settings.own_texts_folder, settings.own_texts_mb
    occupied = occupied_bytes(folder)
    state = f"{occupied / _MB:,.0f} of {most_mb:,} MB in {folder}"
    if occupied >= settings.own_texts_bytes:
        raise SetupError(f"{state}: full, no chat can add one.", command="set QA_BOT_OWN_TEXTS_MB higher")
    if occupied >= _NEARLY * settings.own_texts_bytes:
        return f"{state}. Warning: nearly full → set QA_BOT_OWN_TEXTS_MB higher"
    return state


def _webhook(settings: Settings) -> str:
    if settings.webhook_url is None:
        return "none set: the bot will poll"
    if settings.webhook_secret is None:
        raise SetupError("QA_BOT_WEBHOOK_URL needs QA_BOT_WEBHOOK_SECRET.", command="edit .env (see .env.example)")
    return f"{settings.webhook_url} → {settings.listen}"


def _token(settings: Settings) -> str:
    if settings.token is None:
        return "none set: the chat opens in the terminal (.env.example tells how to get one)"
    return f"Telegram knows it as @{asyncio.run(who_am_i(settings))}"
