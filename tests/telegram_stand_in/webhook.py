"""Delivery by webhook: each line of updates in order, tried again until the bot takes it."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import parse_qsl

import httpx

from .dispatch import begin_call, run
from .state import State, Webhook
from .updates import line_of

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIMEOUT_S = 60.0
LONGEST_BACKOFF_S = 5.0


class Door(Protocol):
    """What delivery needs of the server."""

    route_webhook: Callable[[str], str]
    webhook_backoff_s: float

    async def woken(self) -> None:
        """Return once there may be something to deliver."""


async def deliver(state: State, door: Door) -> None:
    """Post updates to the webhook while one is set; runs until it is cancelled."""
    busy: dict[str, asyncio.Task[None]] = {}
    async with httpx.AsyncClient(timeout=ANSWER_TIMEOUT_S, trust_env=False, verify=False) as client:
        try:
            while True:
                await door.woken()
                busy = {line: task for line, task in busy.items() if not task.done()}
                for line, update in _deliverable(state, set(busy)):
                    busy[line] = asyncio.create_task(_deliver_until_taken(state, door, client, update))
                    busy[line].add_done_callback(lambda _task: _wake(state))
        finally:
            for task in busy.values():
                task.cancel()
            await asyncio.gather(*busy.values(), return_exceptions=True)


def _wake(state: State) -> None:
    with state.lock:
        state.wake()


def _deliverable(state: State, busy: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the first update of each line that isn't busy, as many as may be delivered at once."""
    with state.lock:
        if state.webhook is None:
            return []
        firsts: dict[str, dict[str, Any]] = {}
        for update in state.updates.pending:
            firsts.setdefault(line_of(update), update)
        free = [(line, update) for line, update in firsts.items() if line not in busy]
        return free[: max(0, state.webhook.max_connections - len(busy))]


async def _deliver_until_taken(state: State, door: Door, client: httpx.AsyncClient, update: dict[str, Any]) -> None:
    backoff_s = door.webhook_backoff_s
    while (webhook := state.webhook) is not None:
        error = await _post(state, door, client, webhook, update)
        if not error:
            return
        with state.lock:
            webhook.last_error, webhook.last_error_at = error, int(time.time())
        await asyncio.sleep(backoff_s)
        backoff_s = min(2 * backoff_s, LONGEST_BACKOFF_S)


async def _post(state: State, door: Door, client: httpx.AsyncClient, webhook: Webhook, update: dict[str, Any]) -> str:
    """Return what went wrong, "" where the bot took the update; a method in its answer is called."""
    headers = {"Content-Type": "application/json"}
    if webhook.secret is not None:
        headers[SECRET_HEADER] = webhook.secret
    body = json.dumps(update).encode()
    try:
        answer = await client.post(door.route_webhook(webhook.url), content=body, headers=headers)
    except httpx.HTTPError as error:
        return f"Connection failed: {type(error).__name__}"
    if not answer.is_success:
        return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
    with state.lock:
        state.updates.delivered(update["update_id"])
        state.changed.notify_all()
    raw = _call_in_answer(answer)
    method = str(raw.pop("method", ""))
    if method:
        run(state, begin_call(state, method, raw, by_webhook=True), raw)
    return ""


def _call_in_answer(answer: httpx.Response) -> dict[str, Any]:
    if answer.headers.get("content-type", "").startswith("application/json"):
        try:
            decoded = answer.json()
        except ValueError:
            return {}
        return decoded if isinstance(decoded, dict) else {}
    return dict(parse_qsl(answer.text))
