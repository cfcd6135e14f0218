"""A measure in a process of its own: it finds nothing that another left in caches or in memory."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Result = TypeVar("Result")


def alone(function: Callable[..., Result], *arguments: object) -> Result:
    """Return what `function` returns in a new process, or raise what it raises there; both must be picklable.

    Where this process is interrupted, the other ends with it and says nothing.

    Raises:
        ChildProcessError: the process ended without a word; the system may have had no memory left.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, function, arguments))
    with _uninterrupted():
        process.start()
    sender.close()
    try:
        result, error = receiver.recv()
    except EOFError:
        raise ChildProcessError("A measure ended without a word: is there enough memory?") from None
    finally:
        process.kill()
        process.join()
    if error is not None:
        raise error
    returned: Result = result
    return returned


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let no Ctrl-C come; a process that is started meanwhile never gets any."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(sender: "Connection[Any, Any]", function: Callable[..., object], arguments: tuple[object, ...]) -> None:
    try:
        sender.send((function(*arguments), None))
    except Exception as error:  # noqa: BLE001  # raised again where the result is waited for
        sender.send((None, error))
