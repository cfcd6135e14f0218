"""Files on their way from people to the bot."""

from typing import Any

from .limits import DOWNLOAD_BYTES
from .records import Call
from .refusals import bad_request
from .sending import Parameters
from .state import State


def get_file(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return where the file can be fetched from; one that is too big for bots is refused, and nobody's fault."""
    file_id = parameters["file_id"]
    content = state.files.contents.get(file_id)
    if content is None:
        raise bad_request("invalid file_id")
    if len(content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    known = {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(content)}
    return known | {"file_path": f"documents/{file_id}"}


def content_of(state: State, path: str) -> bytes | None:
    """Return what is fetched from `path`; None where nothing is."""
    with state.lock:
        return state.files.contents.get(path.removeprefix("documents/"))


def document(state: State, name: str, content: bytes, caption: str = "") -> dict[str, Any]:
    """Return the content of a message that brings a file."""
    with state.lock:
        file_id = state.files.add(content)
    known = {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(content), "file_name": name}
    return {"document": known} | ({"caption": caption} if caption else {})
