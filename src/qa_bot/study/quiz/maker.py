"""Making a question: a sentence drawn from the texts, a gap in it, and options that the texts don't tell."""

import asyncio
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.answering.same_names import named_by
from qa_bot.index.engine import Engine
from qa_bot.model.calendar import Calendar, DateMention
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.study.quiz.blanks import Blank, blanks_in
from qa_bot.study.quiz.pool import Pool
from qa_bot.study.quiz.question import QuizKind, QuizQuestion
from qa_bot.study.quiz.sentence import Sentence, fit_sentences
from qa_bot.study.quiz.told import content_words, is_about, told_by
from qa_bot.study.quiz.wrong import WRONG, wrong_options
from qa_bot.text.normalise import normalised_words
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token, tokenise

# So many passages are looked into for wrong options, and so many are tried for a sentence.
_POOL = 800
_TRIED = 120
# Passages of the same text around a sentence, and passages found, that may tell of the same.
_AROUND = 6
_FOUND = 30
_MOST_NAMED = 2
_NAMING = frozenset({QuizKind.WHO, QuizKind.WHERE})
_FRAME = normalised_words("معركة غزوة فتح صلح حرب حروب تاريخ بن ابن أبو أبي بنت عبد")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A gap in a sentence of a document, and the passages around it."""

    document: DocumentCard
    around: Sequence[Passage]
    sentence: Sentence
    blank: Blank


_Read = dict[str, Sequence[Passage]]
"""The passages of documents by their ids."""


class QuizMaker:
    """Makes questions from the texts of an engine; what is made once of them is kept while they stay the same."""

    def __init__(self) -> None:
        self._pool: tuple[Engine, Pool] | None = None
        self._making = asyncio.Lock()

    async def make(
        self, engine: Engine, documents: Sequence[DocumentCard], *, seed: str, avoid: Collection[str] = ()
    ) -> QuizQuestion | None:
        """Return a question of one of the documents, the same for the same seed; None where none can be made.

        `engine` is pinned. Sentences whose passage is among the ids to `avoid` are left out.

        Raises:
            UnavailableError: the engine did not answer.
        """
        pool = await self._pool_of(engine)
        draw = _dice(seed)
        kinds = draw.sample(list(QuizKind), len(QuizKind))
        read: _Read = {}
        for number in range(_TRIED):
            drawn = await _drawn(engine, documents, draw, read)
            if drawn is None:
                return None
            document, passages, passage = drawn
            if passage.id in avoid:
                continue
            found = await asyncio.to_thread(_candidates, document, passages, passage)
            # The kind that was drawn first is looked for longest; then whatever comes.
            wanted = [each for each in found if number >= _TRIED // 2 or each.blank.kind is kinds[0]]
            for candidate in draw.sample(wanted, len(wanted)):
                if question := await _question(engine, pool, candidate, draw):
                    return question
        return None

    async def _pool_of(self, engine: Engine) -> Pool:
        async with self._making:
            if self._pool is None or self._pool[0] is not engine:
                documents = await engine.library()
                draw = _dice("pool")
                read: _Read = {}
                drawn = [await _drawn(engine, documents, draw, read) for _ in range(_POOL)]
                passages = {each[2].id: (each[2], each[0]) for each in drawn if each is not None}
                self._pool = engine, await asyncio.to_thread(Pool, passages.values())
            return self._pool[1]


async def _question(engine: Engine, pool: Pool, candidate: _Candidate, draw: random.Random) -> QuizQuestion | None:
    sentence, blank = candidate.sentence, candidate.blank
    outside = [token for token in sentence.tokens if not token.span.overlaps(blank.span)]
    weighed = await weigh(dict.fromkeys(content_words(outside), 1.0), engine)
    hits = await engine.search(make_query(weighed), k=_FOUND)
    passages = [*candidate.around, *(hit.passage for hit in hits)]
    wrong = await asyncio.to_thread(_wrong, pool, candidate, passages, weighed, draw)
    if len(wrong) < WRONG:
        return None
    right = blank.span.of(sentence.text)
    options = draw.sample([right, *wrong], 1 + WRONG)
    return QuizQuestion(
        blank.kind, sentence.passage, candidate.document, sentence.span, blank.span, tuple(options),
        options.index(right), sentence.explanation,
    )  # fmt: skip


def _wrong(
    pool: Pool, candidate: _Candidate, passages: Sequence[Passage], weighed: Weighted, draw: random.Random
) -> list[str]:
    around = {passage.id for passage in candidate.around}
    related = {each.id: each for each in passages if each.id in around or is_about(each, weighed)}
    calendar = Calendar.HIJRI if candidate.blank.style.startswith(Calendar.HIJRI) else Calendar.JULIAN
    told = told_by(related.values(), calendar)
    collection = candidate.document.metadata.collection
    return wrong_options(candidate.sentence, candidate.blank, pool, told, collection, draw)


def _candidates(document: DocumentCard, passages: Sequence[Passage], passage: Passage) -> list[_Candidate]:
    around = passages[max(0, passage.ordinal - _AROUND) : passage.ordinal + _AROUND + 1]
    return [
        _Candidate(document, around, sentence, blank)
        for sentence in fit_sentences(passage, document)
        for blank in _askable(sentence, document)
    ]


def _askable(sentence: Sentence, document: DocumentCard) -> Iterator[Blank]:
    """Yield the gaps that ask something: neither title nor sentence tell the answer, and it is clear what is meant."""
    blanks = list(blanks_in(sentence.text, sentence.tokens, sentence.dates))
    title = {light10(token.term) for token in tokenise(document.metadata.title) if token.term not in _FRAME}
    for blank in blanks:
        gap = _stems(token for token in sentence.tokens if token.span.overlaps(blank.span)) - _FRAME
        outside = _stems(token for token in sentence.tokens if not token.span.overlaps(blank.span))
        told = not gap.isdisjoint(title | outside) or _by_another_name(blank, sentence, document)
        # What a sentence is about, its text's title says, or a name beside the gap.
        named = any(each.kind in _NAMING and not each.span.overlaps(blank.span) for each in blanks)
        about = named or not title.isdisjoint(outside)
        if _is_alone(blank, blanks, sentence.dates) and not told and about and _tells(blank, sentence):
            yield blank


def _by_another_name(blank: Blank, sentence: Sentence, document: DocumentCard) -> bool:
    """Return whether title or sentence call what is left out by another name: «بيت المقدس» is «إيلياء»."""
    outside = [token for token in sentence.tokens if not token.span.overlaps(blank.span)]
    gap = {number for token in sentence.tokens if token.span.overlaps(blank.span) for number in named_by(token.term)}
    named = {number for token in (*tokenise(document.metadata.title), *outside) for number in named_by(token.term)}
    return not gap.isdisjoint(named)


def _tells(blank: Blank, sentence: Sentence) -> bool:
    """Return whether a sentence tells what someone did, or where: a list of names asks for nothing but memory."""
    if blank.kind not in _NAMING:
        return True
    before = sentence.text[: blank.span.start].rstrip()
    listed = before.endswith(":") or before in ("", "و")
    return not listed and any(
        relation_row(token.term) is not None for token in sentence.tokens if not token.span.overlaps(blank.span)
    )


def _stems(tokens: Iterable[Token]) -> set[str]:
    return {light10(token.term) for token in tokens}


def _is_alone(blank: Blank, blanks: Sequence[Blank], dates: Sequence[DateMention]) -> bool:
    """Return whether nothing else in the sentence could be meant, or tells the answer."""
    if blank.kind is QuizKind.YEAR:
        return len(dates) == 1
    # «من سنة 602م إلى سنة 628م» tells how long it was.
    if blank.kind is QuizKind.AMOUNT and _tells_span(dates):
        return False
    return sum(each.kind is blank.kind for each in blanks) <= _MOST_NAMED


def _tells_span(dates: Sequence[DateMention]) -> bool:
    known = [each.meaning for each in dates if each.meaning is not None]
    return len(known) > 1 or any(each.first.year != each.last.year for each in known)


async def _drawn(
    engine: Engine, documents: Sequence[DocumentCard], draw: random.Random, read: _Read
) -> tuple[DocumentCard, Sequence[Passage], Passage] | None:
    """Return a passage drawn from all of the documents, with its document's; None where there is none.

    What was `read` of a document before isn't read again: a book of thousands of passages takes a tenth of a second.
    """
    total = sum(card.passages for card in documents)
    if not total:
        return None
    number = draw.randrange(total)
    for card in documents:
        if number < card.passages:
            if card.id not in read:
                read[card.id] = await engine.passages_of(card.id)
            passages = read[card.id]
            return (card, passages, passages[number]) if number < len(passages) else None
        number -= card.passages
    return None


def _dice(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a draw, no secret
