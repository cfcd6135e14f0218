import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.small_talk import SmallTalk, small_talk_of

GREETINGS = [
    "السلام عليكم",
    "السَّلامُ عليكم ورحمة الله وبركاته",
    "مرحبًا!",
    "صباح الخير 🌹",
    "أهلاً وسهلاً",
    "Hello",
    "hi there",
]
THANKS = ["شكرا", "شكرًا جزيلًا لك", "جزاك الله خيرا", "أحسنت", "بارك الله فيك يا أخي", "thanks", "Thank you so much!"]
WHO = ["من أنت؟", "ما اسمك", "مين انت", "who are you?", "What's your name?", "السلام عليكم، من أنت؟"]
HELP = ["مساعدة", "ساعدني", "help", "ساعدني من فضلك", "مرحبا، كيف أستخدمك؟", "what can you do"]
GOODBYE = ["مع السلامة", "خروج", "quit", "exit", "شكرا، مع السلامة", "إلى اللقاء", "Good-bye"]
QUESTIONS = [
    "السلام عليكم متى كانت بدر؟",
    "شكرا، ومن قادها؟",
    "من أنت يا خالد بن الوليد",
    "ما اسم خالد؟",
    "من هو خالد؟",
    "متى كان خروج هرقل",
    "مساعدة المقوقس للمسلمين",
    "hello world war",
    "سلام عليك يا سورية",
    "بدر",
    "",
    "؟!",
    "👋",
    "لك",
    "يا بوت",
]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (SmallTalk.GREETING, GREETINGS),
        (SmallTalk.THANKS, THANKS),
        (SmallTalk.WHO_ARE_YOU, WHO),
        (SmallTalk.HELP, HELP),
        (SmallTalk.GOODBYE, GOODBYE),
    ],
)
def test_small_talk_is_known_in_arabic_and_english_however_it_is_spelt(kind: SmallTalk, said: list[str]) -> None:
    assert {text: small_talk_of(text) for text in said} == dict.fromkeys(said, kind)


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_asks_more_or_says_nothing_is_no_small_talk(text: str) -> None:
    assert small_talk_of(text) is None


@given(
    st.sampled_from(GREETINGS + THANKS + WHO + HELP + GOODBYE), st.sampled_from(["اليرموك", "بدر", "Heraclius", "13"])
)
def test_one_word_more_makes_it_a_question(said: str, word: str) -> None:
    assert small_talk_of(f"{said} {word}") is None
    assert small_talk_of(f"{word} {said}") is None


def test_a_text_of_any_length_is_told_at_once() -> None:
    assert small_talk_of("سلام " * 100_000) is None
