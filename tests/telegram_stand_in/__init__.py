"""A strict local stand-in for Telegram's Bot API, for tests of the whole bot.

    with TelegramStandIn() as server:                       # http://127.0.0.1:<port>, its own thread
        start_bot(token=server.token, api_url=server.url)   # .base_url(server.url + "/bot")
        chat = server.private(server.user("أحمد"))
        asked = chat.sends("متى كانت معركة أجنادين؟")
        card = chat.wait_for_message()                      # plain text, entities, rows, reply_to_id, thread_id
        assert card.reply_to_id == asked.id
        query = chat.presses(card, "التالي")
        server.wait_for_callback_answer(query)
        server.fail("sendMessage", cut(takes_effect=True))  # faults: flood, bad_gateway, cut, slow, refusal ...
        assert not server.violations

Where Telegram refuses a call, so does the stand-in, in Telegram's words; where Telegram passes over a fault in
silence (an unknown parameter, a quote in a quote, entity 101) it does the same. Both are recorded as violations.
What the world does to the bot is none: a flood wait, a planned fault, a kick, a reply whose target was deleted, a
query that grew too old. A bot that presses the same button twice may meet "message is not modified" rightly:
`server.forgive("message is not modified")`. By default groups deliver everything, as to a bot without privacy mode.
"""

from .entities import Entity
from .faults import Fault, bad_gateway, conflict, cut, flood, internal_error, refusal, slow
from .groups import Channel, Group
from .odd import odd_updates
from .people import PrivateChat
from .records import BotMessage, Button, Call, CallbackAnswer, InlineAnswer, Violation
from .server import TelegramStandIn
from .users import User
from .world import Message, Topic

__all__ = [
    "BotMessage",
    "Button",
    "Call",
    "CallbackAnswer",
    "Channel",
    "Entity",
    "Fault",
    "Group",
    "InlineAnswer",
    "Message",
    "PrivateChat",
    "TelegramStandIn",
    "Topic",
    "User",
    "Violation",
    "bad_gateway",
    "conflict",
    "cut",
    "flood",
    "internal_error",
    "odd_updates",
    "refusal",
    "slow",
]
