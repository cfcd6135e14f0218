"""Methods that answer pressed buttons and inline queries."""

from typing import Any

from .limits import (
    CALLBACK_ANSWER_UTF16,
    INLINE_OFFSET_BYTES,
    INLINE_RESULT_ID_BYTES,
    INLINE_RESULTS,
    TEXT_UTF16,
    utf16_length,
)
from .records import Call, CallbackAnswer, InlineAnswer
from .refusals import bad_request
from .sending import Parameters, read_formatted, read_markup
from .state import Query, State

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; a query is answered once."""
    query = _unanswered(state.callback_queries, parameters["callback_query_id"])
    text = parameters.get("text", "")
    if utf16_length(text) > CALLBACK_ANSWER_UTF16:
        raise bad_request("MESSAGE_TOO_LONG")
    url = parameters.get("url")
    if url and not url.removeprefix("https://").startswith(f"t.me/{state.world.bot.username}?start="):
        raise bad_request("URL_INVALID")
    query.answer = CallbackAnswer(query.id, text, parameters.get("show_alert", False), url)
    state.changed.notify_all()
    return True


def answer_inline_query(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; a query is answered once."""
    query = _unanswered(state.inline_queries, parameters["inline_query_id"])
    results = parameters["results"]
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(parameters.get("next_offset", "").encode()) > INLINE_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    ids = [str(result.get("id", "")) for result in results]
    if not all(1 <= len(result_id.encode()) <= INLINE_RESULT_ID_BYTES for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(state, result, call)
    query.answer = InlineAnswer(query.id, tuple(results), parameters.get("next_offset", ""), dict(parameters))
    state.changed.notify_all()
    return True


def answer_guest_query(state: State, parameters: Parameters, call: Call) -> dict[str, str]:
    """Return the message sent as a guest; a query is answered once."""
    query = _unanswered(state.guest_queries, parameters["guest_query_id"])
    _check_result(state, parameters["result"], call)
    query.answer = InlineAnswer(query.id, (parameters["result"],), "", dict(parameters))
    state.changed.notify_all()
    return {"inline_message_id": f"guest-{query.id}"}


def _check_result(state: State, result: dict[str, Any], call: Call) -> None:
    read_markup(state, result, call)
    content = result.get("input_message_content", {})
    if result["type"] != "article":
        return
    if not result["title"]:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if "message_text" in content:
        text = read_formatted(state, call, content, "message_text", "parse_mode", "entities")
        if not 1 <= utf16_length(text.text) <= TEXT_UTF16:
            raise bad_request("MESSAGE_EMPTY" if not text.text else "MESSAGE_TOO_LONG")


def _unanswered(queries: dict[str, Query], query_id: str) -> Query:
    query = queries.get(query_id)
    if query is None or query.answer is not None:
        raise bad_request(TOO_OLD)
    if query.is_expired:
        raise bad_request(TOO_OLD, excused=True)
    return query
