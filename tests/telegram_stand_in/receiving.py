"""Methods about how updates come: the webhook's settings, and what getUpdates does at once."""

import re
from typing import Any
from urllib.parse import urlsplit

from .limits import WEBHOOK_CONNECTIONS, WEBHOOK_PORTS
from .records import Call
from .refusals import RefusedError, bad_request
from .sending import Parameters
from .state import State, Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
DEFAULT_CONNECTIONS = 40
POLLED_UNDER_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


def begin_poll(state: State, parameters: Parameters, call: Call) -> None:
    """Confirm what the offset confirms, and take note of what is wanted.

    Raises:
        RefusedError: a webhook is set.
    """
    if state.webhook is not None:
        raise RefusedError(409, POLLED_UNDER_WEBHOOK)
    _allow(state, parameters, call)
    if "offset" in parameters and parameters["offset"] != 0:
        state.updates.confirm(parameters["offset"])
    state.polls_seen += 1
    state.changed.notify_all()


def set_webhook(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; an empty address deletes the webhook."""
    if not parameters["url"]:
        return delete_webhook(state, parameters, call)
    _check_address(parameters["url"])
    secret = parameters.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = parameters.get("max_connections", DEFAULT_CONNECTIONS)
    if not 1 <= connections <= WEBHOOK_CONNECTIONS:
        raise bad_request(f"max_connections must be 1 to {WEBHOOK_CONNECTIONS}")
    _allow(state, parameters, call)
    if parameters.get("drop_pending_updates"):
        state.updates.drop()
    state.webhook = Webhook(parameters["url"], secret, connections)
    state.wake()
    return True


def delete_webhook(state: State, parameters: Parameters, call: Call) -> bool:
    """Return True; updates wait for getUpdates again."""
    if parameters.get("drop_pending_updates"):
        state.updates.drop()
    state.webhook = None
    state.wake()
    return True


def get_webhook_info(state: State, parameters: Parameters, call: Call) -> dict[str, Any]:
    """Return where updates go, and the last failure."""
    webhook = state.webhook
    info: dict[str, Any] = {
        "url": "" if webhook is None else webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
        "allowed_updates": sorted(state.updates.allowed),
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
        if webhook.last_error:
            info |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    return info


def _check_address(url: str) -> None:
    """Check the address as Telegram does; a loopback one may be plain http on any port, as in `--local` mode."""
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _allow(state: State, parameters: Parameters, call: Call) -> None:
    for unknown in state.updates.allow(parameters.get("allowed_updates")):
        state.blame(call, f"allowed_updates names {unknown!r}, which isn't a kind of update")
