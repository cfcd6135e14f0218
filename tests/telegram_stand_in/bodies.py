"""Parameters as they come over HTTP: in the query, as a form, as multipart, as JSON."""

import json
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from .decode import Upload
from .refusals import bad_request


def read_parameters(query: str, media_type: str, body: bytes) -> dict[str, Any]:
    """Return the parameters by name; those of the body win. Values are strings, uploads or, in JSON, anything.

    >>> read_parameters("chat_id=5", "application/json", b'{"text": "x"}')
    {'chat_id': '5', 'text': 'x'}

    Raises:
        RefusedError: the body isn't what its type says.
    """
    parameters: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    if not body:
        return parameters
    if media_type.startswith("application/json"):
        return parameters | _json(body)
    if media_type.startswith("multipart/form-data"):
        return parameters | _multipart(media_type, body)
    try:
        return parameters | dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _json(body: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(body)
    except ValueError:
        decoded = None
    if not isinstance(decoded, dict):
        raise bad_request("object expected as parameters")
    return decoded


def _multipart(media_type: str, body: bytes) -> dict[str, Any]:
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    message = BytesParser(_class=EmailMessage, policy=HTTP).parsebytes(head + body)
    return {str(part.get_param("name", header="content-disposition")): _part(part) for part in message.iter_parts()}


def _part(part: MIMEPart) -> str | Upload:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes), "a part of a form is never multipart itself"
    name = part.get_filename()
    return content.decode() if name is None else Upload(name, content, part.get_content_type())
