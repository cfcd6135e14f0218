"""What holds for every question, sensible or not."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from asked import OpenLibrary
from qa_bot.answering.answered import MOST_QUOTES
from qa_bot.answering.confidence import BAR
from qa_bot.answering.question import MAX_CHARACTERS, MAX_WORDS
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.corpus import Span
from qa_bot.text.letters import ARABIC_LETTERS
from qa_bot.text.tokenise import tokenise

ASKED = """متى من أين كم لماذا كيف ما ماذا هل ومن وكم والقادسية اليرموك معركة غزوة بدر تبوك أجنادين هرقل خالد بن الوليد
قادها عددهم فيها ذلك المسلمين الروم و ثم طيب سنة عام فتح مصر عمر وفاة قتل دمشق حمص سبب حطين الكبسة مَعْرَكَةُ اليـرموك ﷺ
when was the battle of Ajnadayn Heraclius Emesa Khalid ibn al-Walid ʿUmar Ḫālid Ἡράκλειος Ярмук 634 ٦٣٤ 13هـ"""
LOOSE = [
    "؟",
    "?",
    "،",
    "«",
    "(",
    "😀",
    "👨‍👩‍👧",
    "\u200f",
    "\u202b",
    "\u2067",
    "\u2069",
    "\u200d",
    "\ufeff",
    "ً",
    "ـ",
    "ء",
    "\n",
]
PIECES = st.sampled_from([*ASKED.split(), *LOOSE]) | st.text(max_size=8)
QUESTIONS = st.builds(str.join, st.sampled_from([" ", "", "  "]), st.lists(PIECES, min_size=1, max_size=12))
DASHES = "-\u2212\u2013"
FEW, MANY = settings(max_examples=60, deadline=None), settings(max_examples=150, deadline=None)


def assert_in_order_within(spans: tuple[Span, ...], text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


def assert_verbatim(quote: Quote, library: OpenLibrary) -> None:
    assert quote.passage.text == quote.passage.span.of(library.texts[quote.document.id])
    assert quote.text == quote.passage.text[quote.span.start : quote.span.end]
    assert quote.text.strip() == quote.text != ""
    assert_in_order_within(quote.matches, quote.text)
    assert_in_order_within(quote.date_spans, quote.text)
    assert_in_order_within(quote.marks, quote.text)


def assert_sound(answer: Answer, library: OpenLibrary) -> None:
    for quote in answer.quotes:
        assert_verbatim(quote, library)
    assert len(answer.quotes) == len({quote.text for quote in answer.quotes}) <= MOST_QUOTES
    assert 0 <= answer.confidence <= 1
    assert answer.found == (answer.confidence >= BAR)
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))
    assert all(better.score >= worse.score > 0 for better, worse in pairwise(answer.hits))
    assert not answer.dates or answer.understood.kind is QuestionKind.WHEN
    given = [each for quote in answer.quotes[:1] for each in quote.dates]
    assert all(date in [each.date for each in given] for date in answer.dates)
    for quote in answer.quotes:
        assert all(each.span.of(quote.text) == each.date.text for each in quote.dates if each.span)


def may_be_asked(question: str) -> bool:
    return len(question.strip()) <= MAX_CHARACTERS and 0 < len(tokenise(question)) <= MAX_WORDS


def must_be_asked(question: str) -> bool:
    # English words that Arabic leaves out («year») ask nothing alone, nor do words left out («-تبوك»).
    arabic = any(token.term[0] in ARABIC_LETTERS for token in tokenise(question))
    return may_be_asked(question) and arabic and not set(question) & set(DASHES)


async def ask(library: OpenLibrary, question: str, previous: Understood | None = None) -> Understood | None:
    """Return what was understood of a question whose answer is sound; None where it is refused with reason."""
    try:
        answer = await library.service.answer(question, previous=previous)
    except QuestionError:
        assert not must_be_asked(question)
        return None
    assert may_be_asked(question)
    assert_sound(answer, library)
    return answer.understood


@MANY
@given(QUESTIONS)
async def test_every_answer_from_small_texts_is_verbatim(small: OpenLibrary, question: str) -> None:
    await ask(small, question)


@FEW
@given(QUESTIONS)
async def test_every_answer_from_the_starter_library_is_verbatim(starter: OpenLibrary, question: str) -> None:
    await ask(starter, question)


@FEW
@given(st.lists(QUESTIONS, min_size=2, max_size=4))
async def test_every_conversation_is_answered_verbatim(small: OpenLibrary, questions: list[str]) -> None:
    previous: Understood | None = None
    for question in questions:
        previous = await ask(small, question, previous) or previous


@FEW
@given(QUESTIONS.filter(must_be_asked), st.sampled_from(["أجنادين:0", "أجنادين:2", "تبوك:1", "نينوى:0"]), st.booleans())
async def test_every_passage_can_be_quoted_for_every_question(
    small: OpenLibrary, question: str, passage_id: str, when: bool
) -> None:
    quoted = await small.service.quote(passage_id, question, when=when)
    assert quoted is not None
    assert_verbatim(quoted[0], small)
    assert quoted[0].passage.id == passage_id


@FEW
@given(QUESTIONS.filter(must_be_asked), QUESTIONS.filter(must_be_asked))
async def test_an_answer_depends_on_nothing_asked_before(small: OpenLibrary, before: str, question: str) -> None:
    alone = await small.service.answer(question)
    await small.service.answer(before)
    assert await small.service.answer(question) == alone
