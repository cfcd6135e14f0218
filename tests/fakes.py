"""Stand-ins for what tests must not touch: time, Telegram's network, and the answering service."""

import asyncio
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from telegram.request import BaseRequest, RequestData

from builders import build_document
from qa_bot.answering.annals.anniversaries import today_of
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate
from qa_bot.model.corpus import Document, DocumentCard, Passage, Span
from qa_bot.model.search import Hit, Surroundings
from qa_bot.model.timeline import Anniversaries, Timeline

BOT = {"id": 42, "is_bot": True, "first_name": "QA", "username": "qa_test_bot", "can_join_groups": True}

ADMIN = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)

YARMUK_PASSAGES = (
    "سار الروم إلى الشام في جيش عظيم يقوده باهان، ونزلوا على وادي اليرموك.",
    "وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة. وقاد المسلمين فيها أبو عبيدة وخالد بن الوليد.",
    "وانهزم الروم، وتراجع هرقل إلى القسطنطينية وقال: سلام عليك يا سورية.",
)


class FakeClock:
    """A clock that moves only while someone sleeps; sleepers wake in the order of their time."""

    def __init__(self, now_s: float = 1_000.0) -> None:
        self.now_s = now_s
        self.slept: list[float] = []
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._stirs = 0

    def __call__(self) -> float:
        return self.now_s

    async def sleep(self, seconds: float) -> None:
        """Return when the time has come, which is as soon as nobody is awake any more."""
        self.slept.append(seconds)
        wake = asyncio.get_running_loop().create_future()
        sleeper = (self.now_s + seconds, next(self._order), wake)
        self._sleepers.append(sleeper)
        self._stirs += 1
        try:
            quiet, stirs = 0, self._stirs
            while not wake.done():
                await asyncio.sleep(0)
                quiet, stirs = (quiet + 1 if stirs == self._stirs else 0), self._stirs
                if quiet == 20:
                    self._wake_first()
        finally:
            # Whoever is called off moves no time.
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)

    def _wake_first(self) -> None:
        self._stirs += 1
        first = min(self._sleepers)
        self._sleepers.remove(first)
        self.now_s = max(self.now_s, first[0])
        if not first[2].done():
            first[2].set_result(None)


Reply = Exception | tuple[int, Mapping[str, Any]] | Callable[[dict[str, Any]], Any]


class RecordingRequest(BaseRequest):
    """Telegram's side of the network: notes what is called, and answers as Telegram would.

    `next_replies[endpoint]` are answers for the next calls: an exception to raise, or (status, JSON); `files` are the
    contents of what was uploaded, `admins` the users who are admins of every group.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.files: list[bytes] = []
        self.next_replies: defaultdict[str, deque[Any]] = defaultdict(deque)
        self.admins: set[int] = set()
        self._message_ids = itertools.count(1_000)

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    def sent(self, endpoint: str = "sendMessage") -> list[dict[str, Any]]:
        """Return the parameters of the calls of one method, in order."""
        return [parameters for called, parameters in self.calls if called == endpoint]

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        endpoint = url.rpartition("/")[2]
        parameters = dict(request_data.parameters) if request_data else {}
        self.calls.append((endpoint, parameters))
        self.files += (
            [content for _, content, _ in (request_data.multipart_data or {}).values()] if request_data else []
        )
        if self.next_replies[endpoint]:
            reply = self.next_replies[endpoint].popleft()
            if isinstance(reply, Exception):
                raise reply
            status, body = reply
            return status, json.dumps(body).encode()
        return 200, json.dumps({"ok": True, "result": self._result(endpoint, parameters)}).encode()

    def _result(self, endpoint: str, parameters: Mapping[str, Any]) -> Any:
        if endpoint == "getMe":
            return BOT
        if endpoint == "getUpdates" or endpoint == "getMyCommands":
            return []
        if endpoint == "getChatMember":
            user = {"id": parameters["user_id"], "is_bot": False, "first_name": "A"}
            member = {"user": user, "status": "member"}
            return {"user": user, "status": "administrator", **ADMIN} if user["id"] in self.admins else member
        if endpoint == "getChatMember":
            return {"user": BOT, "status": "left"}
        if endpoint == "getChat":
            return full_chat({"id": parameters["chat_id"], "type": "channel", "title": "C"})
        if endpoint in ("getMyDescription", "getMyShortDescription"):
            return {"description": "", "short_description": ""}
        if endpoint in ("sendMessage", "editMessageText", "sendPhoto", "sendDocument", "sendPoll", "editMessageMedia"):
            chat = {"id": parameters["chat_id"], "type": "private"}
            message_id = parameters.get("message_id") or next(self._message_ids)
            said = {name: parameters[name] for name in ("text", "caption") if name in parameters}
            said |= {"poll": _poll(parameters, message_id)} if endpoint == "sendPoll" else {}
            return {"message_id": message_id, "date": 1, "chat": chat, "from": BOT} | said
        return True


def full_chat(chat: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Return a chat as getChat tells it."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    known = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
    return dict(chat) | known | more


def _poll(parameters: Mapping[str, Any], message_id: int) -> dict[str, Any]:
    """Return the poll that was sent; its number is that of its message."""
    options = [{"text": option["text"], "voter_count": 0, "persistent_id": "1"} for option in parameters["options"]]
    known = {name: parameters[name] for name in ("question", "type", "is_anonymous", "correct_option_ids")}
    return known | {
        "id": str(message_id),
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }


def refusal(status: int, description: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    """Return an error as Telegram words it."""
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return status, body | ({"parameters": parameters} if parameters else {})


class FakeService:
    """An answering service over the three passages on the Yarmuk; it answers what names the Yarmuk.

    `error` is raised instead of the next answers; `asked` notes each call as (method, text, previous).
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Understood | None]] = []
        self.error: Exception | None = None
        self.document, self.passages = yarmuk()
        self.cards: list[DocumentCard] = [card_of(self.document, self.passages)]
        self.timelines: dict[str, Timeline] = {}
        self.days: dict[date, Anniversaries] = {}

    async def beside(self, texts: object) -> "FakeService":
        return self

    async def answer(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        return self._answer("answer", question, previous)

    async def when(self, name: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        return self._answer("when", name, previous)

    async def timeline(self, asked: str, *, most: int = 8) -> Timeline:
        self.asked.append(("timeline", asked, None))
        self._raise()
        return self.timelines.get(asked, Timeline(asked))

    async def anniversaries(self, day: date) -> Anniversaries:
        self._raise()
        return self.days.get(day, Anniversaries(today_of(day)))

    async def passage(self, key: bytes) -> Passage | None:
        self._raise()
        return next((passage for passage in self.passages if passage.key == key), None)

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        found = [p.ordinal for p in self.passages if p.id == passage_id]
        if not found:
            return None
        at = found[0]
        before = self.passages[at - 1] if at else None
        after = self.passages[at + 1] if at + 1 < len(self.passages) else None
        return Surroundings(before, self.passages[at], after)

    async def texts_named(self, asked: str) -> list[DocumentCard]:
        self._raise()
        return [card for card in self.cards if asked in card.metadata.title]

    async def text(self, key: bytes) -> tuple[DocumentCard, list[Passage]] | None:
        self._raise()
        return next(((card, list(self.passages)) for card in self.cards if card.key == key), None)

    async def texts_now(self) -> "FakeService":
        self._raise()
        return self

    async def passages_of(self, document_id: str) -> list[Passage]:
        self._raise()
        return list(self.passages) if any(card.id == document_id for card in self.cards) else []

    async def quote(
        self, passage_id: str, question: str, *, when: bool = False
    ) -> tuple[Quote, tuple[BothCalendars, ...]] | None:
        self.asked.append(("quote", f"متى {question}" if when else question, None))
        if not question.strip():
            raise QuestionError("اكتب سؤالك.", "Write a question.")
        found = [passage for passage in self.passages if passage.id == passage_id]
        return (yarmuk_quote(self.document, self.passages, found[0].ordinal), ()) if found else None

    def part(self, admits: Callable[[DocumentCard], bool]) -> "FakeService":
        """Return the service over the documents that are admitted; what is asked of it is noted here."""
        made = FakeService()
        made.asked, made.cards = self.asked, [card for card in self.cards if admits(card)]
        return made

    async def library(self) -> tuple[DocumentCard, ...]:
        self._raise()
        return tuple(self.cards)

    def _answer(self, method: str, text: str, previous: Understood | None) -> Answer:
        self.asked.append((method, text, previous))
        self._raise()
        if previous is not None and text.startswith("و"):
            understood = Understood(f"{text} ({previous.topic})", QuestionKind.WHO, previous.topic, carried=True)
        else:
            kind = QuestionKind.WHEN if method == "when" or "متى" in text else QuestionKind.OTHER
            understood = Understood(text, kind, "وقعة اليرموك", readings=("اليرموك",) if text.isascii() else ())
        knows = "اليرموك" in understood.question or "Yarm" in understood.question
        return yarmuk_answer(understood, found=knows, document=self.document, passages=self.passages)

    def _raise(self) -> None:
        if self.error is not None:
            raise self.error


def yarmuk() -> tuple[Document, list[Passage]]:
    """Return a document on the Yarmuk with its three passages."""
    return build_document(
        "شام/اليرموك", *YARMUK_PASSAGES, title="معركة اليرموك", headings=("الوقعة",), collection="فتوح الشام"
    )


def card_of(document: Document, passages: Sequence[Passage]) -> DocumentCard:
    """Return the card of a document in the library."""
    return DocumentCard(document.id, document.metadata, len(passages), len(document.text.split()))


def yarmuk_quote(document: Document, passages: Sequence[Passage], at: int = 1) -> Quote:
    """Return the first sentence of passage `at`, with «اليرموك» as its match and its date where it has one."""
    text = passages[at].text
    end = text.index(".") + 1
    match = text.find("اليرموك", 0, end)
    date = text.find("رجب سنة خمس عشرة", 0, end)
    return Quote(
        passage=passages[at],
        document=card_of(document, passages),
        span=Span(0, end),
        citation="معركة اليرموك، «الوقعة»",
        matches=(Span(match, match + len("اليرموك")),) if match >= 0 else (),
        date_spans=(Span(date, date + len("رجب سنة خمس عشرة")),) if date >= 0 else (),
    )


def yarmuk_answer(understood: Understood, *, found: bool, document: Document, passages: Sequence[Passage]) -> Answer:
    """Return the answer to a question about the Yarmuk, or that the texts don't tell."""
    card = card_of(document, passages)
    hits = tuple(Hit(passages[at], card, rank, 3.0 - rank) for rank, at in enumerate((1, 0, 2), start=1))
    if not found:
        return Answer(understood, 0.1, hits=hits)
    dates = (RAJAB_15,) if understood.kind is QuestionKind.WHEN else ()
    return Answer(understood, 0.9, (yarmuk_quote(document, passages),), dates, hits)


def _one(calendar: Calendar, year: int, month: int | None = None) -> DateRange:
    date = HistoricalDate(calendar, year, month)
    return DateRange(date, date)


RAJAB_15 = BothCalendars(
    text="رجب سنة خمس عشرة",
    hijri=_one(Calendar.HIJRI, 15, 7),
    julian=DateRange(HistoricalDate(Calendar.JULIAN, 636, 8), HistoricalDate(Calendar.JULIAN, 636, 9)),
    gregorian=None,
    computed=(Calendar.JULIAN,),
)
