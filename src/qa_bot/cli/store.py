"""`qa-bot store`: bring what the bot remembers up to date, copy it, put it back, hand it out, forget."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from qa_bot.cli.console import err
from qa_bot.errors import SetupError
from qa_bot.own_texts.shelf import forget_chat
from qa_bot.settings import Settings, read_settings
from qa_bot.store.backup import backup as write_backup
from qa_bot.store.backup import restore as read_backup
from qa_bot.store.database import Database
from qa_bot.store.migrate import Migration, check_newest
from qa_bot.store.migrate import migrate as migrate_store
from qa_bot.store.people import as_json, forget_user, known_of_chat, known_of_user
from qa_bot.wiring.store import open_made_store, open_store

T = TypeVar("T")

store = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# A group's number is negative: it is no option.
_NUMBERS = {"ignore_unknown_options": True}


@store.callback()
def _store() -> None:
    """Look after what the bot remembers: the SQLite file QA_BOT_STORE, or the database QA_BOT_DATABASE_URL.

    For example:

      qa-bot store backup qa_bot.backup

      qa-bot store restore --replace qa_bot.backup
    """


@store.command(short_help="Bring the tables up to date.")
def migrate() -> None:
    """Bring the tables up to date. `qa-bot run` does so by itself.

    For example:

      qa-bot store migrate
    """
    done, shown = _with_store(_migrated)
    if done.before is None:
        told = f"Made in {shown}, version {done.after}"
    elif done.before == done.after:
        told = f"Up to date: {shown}, version {done.after}"
    else:
        told = f"Brought from version {done.before} to {done.after}: {shown}"
    err.print(told, markup=False)


@store.command(short_help="Copy all that is remembered into one file.")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; one of that name is replaced.")],
) -> None:
    """Copy all that the bot remembers into one file, as it is at this moment, with the texts that chats added.

    The bot may go on running.

    For example:

      qa-bot store backup qa_bot.backup
    """
    with _progress("Copied") as on_rows:
        folder = read_settings().own_texts_folder
        done = _with_store(lambda database: write_backup(database, file, on_rows, own_texts=folder), open_made_store)
    err.print(f"Copied {_rows(done.rows)}{_and_texts(done.own_texts)} → {file}", markup=False)


@store.command(short_help="Put a copy back.")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `qa-bot store backup FILE` wrote.")],
    replace: Annotated[  # noqa: FBT002  # a flag, as typer makes them
        bool, typer.Option("--replace", help="Put it in the place of what the bot remembers now.")
    ] = False,
) -> None:
    """Put a copy back: into SQLite or PostgreSQL, whichever it came from, and the texts of chats into their folder.

    Stop the bot first.

    In the place of a torn store, its files are kept beside, under another name.

    For example:

      qa-bot store restore qa_bot.backup

      qa-bot store restore --replace qa_bot.backup
    """
    with _progress("Put back") as on_rows:
        folder = read_settings().own_texts_folder
        done = _with_store(lambda database: read_backup(database, file, on_rows, replace=replace, own_texts=folder))
    if done.torn is not None:
        err.print(f"The store was torn; what is left of it is kept in {done.torn}", markup=False)
    err.print(f"Put back {_rows(done.rows)}{_and_texts(done.own_texts)} from {file}", markup=False)


@store.command(short_help="Print what is remembered of a chat or a user.", context_settings=_NUMBERS)
def export(
    chat: Annotated[int, typer.Argument(metavar="CHAT", help="A chat's or a user's number in Telegram.")],
) -> None:
    """Print all that is remembered of a chat, or of a user in any chat, as JSON.

    For example:

      qa-bot store export 123456789

      qa-bot store export -1001234567890
    """

    async def known(database: Database) -> str:
        async with database.read() as connection:
            await check_newest(database, connection)
            # Groups and channels have negative numbers.
            known_of = known_of_user if chat > 0 else known_of_chat
            return as_json(await known_of(connection, chat))

    typer.echo(_with_store(known, open_made_store))


@store.command(short_help="Forget a user.")
def forget(
    user: Annotated[int, typer.Argument(metavar="USER", help="The user's number in Telegram.")],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Forget a user: all that they asked, in every chat, and the private chat with them, with the texts added there.

    Backups aren't touched.

    For example:

      qa-bot store forget 123456789
    """
    if not yes:
        typer.confirm(f"Forget all of user {user}, for good?", abort=True, err=True)

    async def forgotten(database: Database) -> int:
        async with database.read() as connection:
            await check_newest(database, connection)
        return await forget_user(database, user)

    rows = _rows(_with_store(forgotten, open_made_store))
    texts = _texts_forgotten(read_settings().own_texts_folder, user)
    err.print(f"Forgotten: {rows}{texts} of user {user}", markup=False)


def _texts_forgotten(folder: Path, user: int) -> str:
    """Remove the texts of the private chat with a user; return what to say of them, nothing where there were none."""
    try:
        count = forget_chat(folder, user)
    except OSError as error:
        raise SetupError(f"The texts in {folder} can't be removed: {error.strerror or error}.") from error
    return f" and {count} of their own texts" if count else ""


async def _migrated(database: Database) -> tuple[Migration, str]:
    return await migrate_store(database), database.shown


def _with_store(work: Callable[[Database], Awaitable[T]], opened: Callable[[Settings], Database] = open_store) -> T:
    """Return what `work` does with the store that the settings name."""

    async def done() -> T:
        database = opened(read_settings())
        try:
            return await work(database)
        finally:
            await database.aclose()

    return asyncio.run(done())


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _and_texts(count: int) -> str:
    """Return what to say of texts that chats added, nothing where there are none."""
    return f" and {count:,} own text{'s' if count > 1 else ''}" if count else ""


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int], None]]:
    """Give a function that shows how many rows were worked through."""
    columns = (TextColumn("{task.description} {task.completed:,.0f} rows"), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda rows: bar.update(task, completed=rows)
