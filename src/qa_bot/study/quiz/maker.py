"""Making a question: a sentence drawn from the texts, a gap in it, and options that the texts don't tell."""

import asyncio
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query, weigh
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
from qa_bot.text.tokenise import tokenise

# So many passages are looked into for wrong options, and so many are tried for a sentence.
_POOL = 800
_TRIED = 120
# Passages of the same text around a sentence, and passages found, that may tell of the same.
_AROUND = 6
_FOUND = 30
_MOST_NAMED = 2
_FRAME = normalised_words("معركة غزوة فتح صلح حرب حروب تاريخ بن ابن أبو أبي بنت عبد")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A gap in a sentence of a document, and the passages around it."""

    document: DocumentCard
    around: Sequence[Passage]
    sentence: Sentence
    blank: Blank


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
        for number in range(_TRIED):
            drawn = await _drawn(engine, documents, draw)
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
                drawn = [await _drawn(engine, documents, draw) for _ in range(_POOL)]
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
    stems = [light10(token.term) for token in sentence.tokens]
    for blank in blanks:
        gap = {light10(token.term) for token in sentence.tokens if token.span.overlaps(blank.span)} - _FRAME
        outside = [
            stem for token, stem in zip(sentence.tokens, stems, strict=True) if not token.span.overlaps(blank.span)
        ]
        of_kind = [each for each in blanks if each.kind is blank.kind]
        alone = len(sentence.dates) == 1 if blank.kind is QuizKind.YEAR else len(of_kind) <= _MOST_NAMED
        # «من سنة 602م إلى سنة 628م» tells how long it was.
        alone = alone and not (blank.kind is QuizKind.AMOUNT and _tells_span(sentence.dates))
        if alone and gap.isdisjoint(title) and gap.isdisjoint(outside) and not title.isdisjoint(outside):
            yield blank


def _tells_span(dates: Sequence[DateMention]) -> bool:
    known = [each.meaning for each in dates if each.meaning is not None]
    return len(known) > 1 or any(each.first.year != each.last.year for each in known)


async def _drawn(
    engine: Engine, documents: Sequence[DocumentCard], draw: random.Random
) -> tuple[DocumentCard, Sequence[Passage], Passage] | None:
    """Return a passage drawn from all of the documents, with its own and its neighbours; None where there is none."""
    total = sum(card.passages for card in documents)
    if not total:
        return None
    number = draw.randrange(total)
    for card in documents:
        if number < card.passages:
            passages = await engine.passages_of(card.id)
            return (card, passages, passages[number]) if number < len(passages) else None
        number -= card.passages
    return None


def _dice(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a draw, no secret
