"""What people say that is no question: greetings, thanks, «من أنت؟», a call for help, goodbyes.

A message is small talk only where all of it is; whatever asks more is a question.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from qa_bot.text.tokenise import terms_in


class SmallTalk(StrEnum):
    """What was said; of several in one message, the first of these counts."""

    WHO_ARE_YOU = "who_are_you"
    HELP = "help"
    GOODBYE = "goodbye"
    THANKS = "thanks"
    GREETING = "greeting"


_Phrase = tuple[str, ...]

_LONGEST_TEXT = 120  # characters, and no greeting is longer
# Phrases are parted by commas. All are normalised: the spellings of a word meet.
_SAID: Mapping[SmallTalk, str] = {
    SmallTalk.WHO_ARE_YOU: """
        من أنت, من انتم, ومن أنت, مين انت, مين أنتم, مين حضرتك, من تكون, من حضرتك, عرف بنفسك, عرفني بنفسك,
        عرفنا بنفسك, ما اسمك, ما هو اسمك, ايش اسمك, وش اسمك, شو اسمك, شنو اسمك, اسمك ايه, ما أنت, هل أنت بوت,
        هل أنت روبوت, انت بوت, هل أنت إنسان, who are you, what are you, what is your name, what's your name,
        your name, are you a bot, who r u, introduce yourself
    """,
    SmallTalk.HELP: """
        مساعدة, المساعدة, ساعدني, ساعدوني, ساعدنا, أريد مساعدة, أريد المساعدة, أحتاج مساعدة, أحتاج إلى مساعدة,
        محتاج مساعدة, هل يمكنك مساعدتي, هل تساعدني, ممكن تساعدني, ممكن مساعدة, تعليمات, التعليمات, الأوامر,
        كيف أستخدمك, كيف أستعملك, كيف أسألك, كيف أسأل, كيف استخدم البوت, كيف أستعمل البوت, كيف تعمل, ماذا تستطيع,
        ماذا تفعل, ماذا تستطيع أن تفعل, ماذا يمكنك أن تفعل, بماذا تساعدني, شو بتعمل, ايش تسوي, help, help me,
        i need help, can you help me, what can you do, what do you do, how do you work, how does this work,
        how do i use you, commands
    """,
    SmallTalk.GOODBYE: """
        مع السلامة, مع ألف سلامة, إلى اللقاء, وداعا, في أمان الله, في حفظ الله, أستودعك الله, تصبح على خير,
        تصبحون على خير, باي, باي باي, خروج, إنهاء, quit, exit, bye, bye bye, goodbye, good bye, good night, see you,
        see you later, farewell, ma salama
    """,
    SmallTalk.THANKS: """
        شكرا, شكرا لك, شكرا لكم, شكرا على المساعدة, شكرا على الجواب, شكرا على الإجابة, والشكر لك, الشكر لك, ألف شكر,
        أشكرك, أشكركم, نشكرك, مشكور, مشكورة, مشكورين, متشكر, متشكرين, ممنون, شكرا يعطيك العافية, يعطيك العافية,
        الله يعطيك العافية, عافاك الله, جزاك الله, جزاكم الله, جزاك الله خيرا, جزاكم الله خيرا, جزاك الله خير,
        جزاكم الله خير, جزاك الله كل خير, جزاكم الله كل خير, وجزاك الله خيرا, بارك الله فيك, بارك الله فيكم,
        وبارك الله فيك, بوركت, بوركتم, أحسنت, أحسنتم, أحسنت الجواب, أحسن الله إليك, حفظك الله, رعاك الله, تسلم,
        تسلمي, سلمت, سلمت يداك, ممتاز, رائع, thanks, thank you, thank u, thx, thanks a lot, many thanks, well done,
        great, good job, shukran, jazak allah khair, jazakallah
    """,
    SmallTalk.GREETING: """
        السلام عليكم, سلام عليكم, سلام الله عليكم, السلام عليك, سلام, السلام, وعليكم السلام, عليكم السلام,
        السلام عليكم ورحمة الله, السلام عليكم ورحمة الله وبركاته, سلام عليكم ورحمة الله وبركاته,
        وعليكم السلام ورحمة الله, وعليكم السلام ورحمة الله وبركاته, مرحبا, مرحبا بك, مرحبا بكم, مرحبتين, أهلا,
        أهلا بك, أهلا بكم, أهلا وسهلا, أهلين, هلا, هلا والله, يا هلا, هاي, ألو, حياك الله, حياكم الله, تحية طيبة,
        تحياتي, صباح الخير, صباح النور, صباحكم خير, مساء الخير, مساء النور, أسعد الله صباحك, أسعد الله مساءك,
        كيف حالك, كيف حالكم, كيف الحال, كيفك, شلونك, إزيك, hello, hi, hey, hi there, hello there, good morning,
        good evening, good afternoon, good day, greetings, salam, salaam, salam alaikum, salam aleikum,
        assalamu alaikum, as salamu alaykum, how are you, marhaba
    """,
}
# Said along with these, and nothing by themselves.
_BESIDE = """
    يا, بوت, يا بوت, البوت, روبوت, صديقي, أخي, أختي, الأخ, أستاذ, أستاذي, عزيزي, شيخ, شيخنا, جميعا, شباب, إخوان,
    إخوتي, لك, لكم, جدا, جزيلا, كثيرا, كتير, وجزيلا, من فضلك, لو سمحت, رجاء, طيب, حسنا, الله, حبيبي, والله,
    على كل شيء, please, bot, dear, friend, my friend, so much, very much, a lot, ok, okay, all, everyone, sir
"""


def small_talk_of(text: str) -> SmallTalk | None:
    """Return what `text` says where all of it is small talk; None where it is a question, or nothing.

    >>> small_talk_of("السَّلام عليكم ورحمة الله! 👋"), small_talk_of("شكرًا جزيلا يا بوت").value
    (<SmallTalk.GREETING: 'greeting'>, 'thanks')
    >>> small_talk_of("السلام عليكم، متى كانت بدر؟"), small_talk_of("من أنت؟").value
    (None, 'who_are_you')
    """
    if len(text) > _LONGEST_TEXT:
        return None
    terms = terms_in(text)
    said = _read(terms)
    return next((kind for kind in SmallTalk if kind in said), None)


def _read(terms: Sequence[str]) -> set[SmallTalk]:
    """Return what phrases say that together make up `terms`; nothing where a word is left over.

    From each word on the longest phrase is taken: «السلام عليكم ورحمة الله» before «السلام».
    """
    phrases, longest = _phrases()
    said: set[SmallTalk] = set()
    at = 0
    while at < len(terms):
        ends = range(min(len(terms), at + longest), at, -1)
        end = next((end for end in ends if tuple(terms[at:end]) in phrases), None)
        if end is None:
            return set()
        kind = phrases[tuple(terms[at:end])]
        said |= {kind} if kind is not None else set()
        at = end
    return said


@cache
def _phrases() -> tuple[Mapping[_Phrase, SmallTalk | None], int]:
    """Return what each phrase says, None where nothing by itself, and how many words the longest has."""
    phrases: dict[_Phrase, SmallTalk | None] = dict.fromkeys(_listed(_BESIDE))
    for kind, listed in _SAID.items():
        phrases |= dict.fromkeys(_listed(listed), kind)
    return phrases, max(map(len, phrases))


def _listed(phrases: str) -> list[_Phrase]:
    written = (phrase for phrase in phrases.split(",") if phrase.strip())
    return [terms_in(phrase) for phrase in written]
