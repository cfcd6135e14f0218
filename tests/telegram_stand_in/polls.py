"""sendPoll: polls and quizzes."""

from typing import Any

from .limits import (
    POLL_DESCRIPTION_UTF16,
    POLL_EXPLANATION_LINE_FEEDS,
    POLL_EXPLANATION_UTF16,
    POLL_OPTION_UTF16,
    POLL_OPTIONS,
    POLL_QUESTION_UTF16,
    utf16_length,
)
from .records import Call
from .refusals import bad_request
from .sending import Parameters, find_target, read_formatted, send
from .state import State


def send_poll(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return the message that holds the poll."""
    target = find_target(state, parameters)
    options = [_option(state, call, option) for option in parameters["options"]]
    question = read_formatted(state, call, parameters, "question", "question_parse_mode", "question_entities")
    _check_length("question", question.text, POLL_QUESTION_UTF16, required=True)
    if not 1 <= len(options) <= POLL_OPTIONS:
        raise bad_request(f"poll can't have {len(options)} options: 1 to {POLL_OPTIONS} are allowed")
    is_anonymous = parameters.get("is_anonymous", True)
    if target.chat.type == "channel" and not is_anonymous:
        raise bad_request("non-anonymous polls can't be sent to channel chats")
    kind = parameters.get("type", "regular")
    poll = {
        "id": state.new_query_id(),
        "question": question.text,
        "options": options,
        "total_voter_count": 0,
        "is_closed": parameters.get("is_closed", False),
        "is_anonymous": is_anonymous,
        "type": kind,
        "allows_multiple_answers": parameters.get("allows_multiple_answers", False),
        "allows_revoting": parameters.get("allows_revoting", kind != "quiz"),
        "members_only": parameters.get("members_only", False),
    }
    poll |= _quiz(state, parameters, call, len(options)) if kind == "quiz" else {}
    description = read_formatted(
        state, call, parameters, "description", "description_parse_mode", "description_entities"
    )
    _check_length("description", description.text, POLL_DESCRIPTION_UTF16)
    return send(state, parameters, call, target, {"poll": poll})


def _option(state: State, call: Call, option: dict[str, Any]) -> dict[str, Any]:
    text = read_formatted(state, call, option, "text", "text_parse_mode", "text_entities").text
    _check_length("options", text, POLL_OPTION_UTF16, required=True)
    return {"persistent_id": state.new_query_id(), "text": text, "voter_count": 0}


def _quiz(state: State, parameters: Parameters, call: Call, options: int) -> dict[str, Any]:
    correct = parameters.get("correct_option_ids")
    if not correct:
        raise bad_request("quiz must have a correct option")
    if correct != sorted(set(correct)) or not 0 <= correct[0] <= correct[-1] < options:
        raise bad_request("wrong correct option ID specified")
    explanation = read_formatted(
        state, call, parameters, "explanation", "explanation_parse_mode", "explanation_entities"
    )
    _check_length("explanation", explanation.text, POLL_EXPLANATION_UTF16)
    if explanation.text.count("\n") > POLL_EXPLANATION_LINE_FEEDS:
        raise bad_request("poll explanation has too many line feeds")
    quiz: dict[str, Any] = {"correct_option_ids": correct}
    if explanation.text:
        quiz |= {"explanation": explanation.text, "explanation_entities": explanation.entities_json()}
    return quiz


def _check_length(what: str, text: str, limit: int, *, required: bool = False) -> None:
    if required and not text:
        raise bad_request(f"poll {what} must be non-empty")
    if utf16_length(text) > limit:
        raise bad_request(f"poll {what} length must not exceed {limit}")
