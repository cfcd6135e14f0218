"""Words by which a sentence shows that it tells of an event, and those by which it shows that it doesn't."""

from collections.abc import Iterable
from functools import cache, lru_cache

from qa_bot.answering.core import core, without_proclitic
from qa_bot.answering.known_words import names
from qa_bot.text.normalise import normalised_words

# What a reader looks for in a chronicle: battles, conquests, reigns, lives, treaties, buildings, calamities.
_GREAT = normalised_words(
    """
    وقعة الوقعة موقعة معركة معارك وقائع غزوة غزا غزاة غزاها أغزى سرية حرب حروب قتال قاتل اقتتلوا التقوا التقى
    فتح فتحت فتحها فتحوا افتتح افتتحت افتتحها افتتحوا فتوح استولى سقط سقطت سقوط حاصر حاصروا حصار حصر نازل
    انتصر انهزم هزم هزيمة غلب ظفر كسرهم صالح صالحهم صلح هدنة معاهدة نقض
    مات ماتت توفي توفى توفيت وفاة هلك قتل قتلت قتلوا مقتل قتله استشهد مصرع صلب دفن غرق احترق موت
    ولد ولدت مولد ميلاد مولده هاجر هجرة أسلم أسلمت إسلام مبعث تزوج أعرس
    ولي ولى تولى ولاية ولاه استخلف استعمل بويع بايع بيعة خلافة تملك عزل خلع تنازل وزر استوزر قلد نصب
    خروج ثار ثورة فتنة خالف ارتد ردة عصى حج حجة اعتمر عمرة
    أسس أسست تأسيس ابتنى بنيت بناء اختط اختطت هدم هدمت خرب أحرق حريق جدد
    زلزلت زلزلة زلازل طاعون وباء قحط غلاء مجاعة كسوف انكسفت خسف انخسف جراد سيل فيضان كوكب مذنب
    فرضت فرض حرمت حولت صرفت وفد وفود أسر سبى سبي غنم نفى أجلى إجلاء
    battle died born conquered founded
    """
)
# Movement and the like: something happens, but the sentence may be in the middle of a tale.
_SMALL = normalised_words(
    """
    خرج سار قدم دخل رجع انصرف نزل نزلت بعث أرسل ملك جلس أقام وجه جهز عاد رحل توجه وصل ورد نهض عبر أمر أقطع
    حبس أطلق قبض هرب فر اجتمع استعد عسكر خطب صلى ظهر وقع وقعت حدث جرت جرى حصل تم بدأ بدأت انتهى انتهت أعلن
    """
)
# Who handed a tale on, and when the author himself wrote: dates of the book, not of what it tells.
_HANDED_ON = normalised_words(
    """
    حدثنا حدثني حدثنى أخبرنا أخبرني أخبرنى أنبأنا أنبأني سمعت سمعته رأيت قرأت كتبت كتابنا كتابي كتابنا تأليف صنفت صنف
    طبعة طبع مطبعة تحقيق مخطوط نسخة سماع إجازة الحديث رواه ترجمته المستشرق
    """
)
# «وفيها مات …»: the year before it is meant where something happens after it; «وفيها مسجد» is a place.
_HAPPENED_IN_IT = normalised_words(
    """
    مات ماتت توفي توفى توفيت هلك هلكت قتل قتلت استشهد ولد ولدت كان كانت غزا غزى غزت أغزى فتح فتحت افتتح افتتحت
    حج حجت ولي ولى تولى بويع بايع عزل خلع استعمل استخلف استوزر بنى بني بنيت ابتدأ زلزلت وقع وقعت ظهر خرج سار قدم
    دخل بعث وجه أرسل أمر صالح صولح هزم انهزم حاصر استولى أخذ أخذت ملك ثار خالف كثر قبض نقض ضرب حبس جهز عاد رجع
    حولت فرض فرضت حرمت نزلت تزوج أسلم أسلمت أعرس هدم هدمت احترق احترقت غرق غرقت انكسفت خسف جاء جاءت ورد عصى
    اشتد وصل رد نقل أعاد تحرك اجتمع انقطع هاج زفت صار صلب قلد
    """
)
IN_IT = frozenset({"وفيها", "ففيها"})
_GREAT_WEIGHT, _SMALL_WEIGHT = 1.0, 0.4


def event_weight(terms: Iterable[str]) -> float:
    """Return how surely normalised words tell of an event: 1 for a battle or a death, less for mere movement, else 0.

    >>> event_weight(["فافتتح", "عمرو", "مصر"]), event_weight(["ثم", "سار"]), event_weight(["في", "المدينه"])
    (1.0, 0.4, 0.0)
    """
    return max((_weight(term) for term in terms), default=0.0)


def is_event_word(term: str) -> bool:
    """Return whether a normalised word tells what happens, not to whom or where."""
    return _weight(term) > 0


def is_of_the_book(term: str) -> bool:
    """Return whether a normalised word shows that a date is a teller's or the author's own: «حدثنا», «كتابنا»."""
    return term in _HANDED_ON


def happens_in_it(term: str, following: str) -> bool:
    """Return whether «وفيها» and the word after it, both normalised, mean the year that was named before.

    >>> happens_in_it("وفيها", "توفي"), happens_in_it("وفيها", "مسجد")
    (True, False)
    """
    return term in IN_IT and following in _HAPPENED_IN_IT


@lru_cache(maxsize=50_000)
def _weight(term: str) -> float:
    forms = (term, without_proclitic(term), core(term))
    return next((_weights()[form] for form in forms if form in _weights()), 0.0)


@cache
def _weights() -> dict[str, float]:
    weights = dict.fromkeys((form for word in _SMALL for form in _forms(word)), _SMALL_WEIGHT)
    return weights | dict.fromkeys((form for word in _GREAT for form in _forms(word)), _GREAT_WEIGHT)


def _forms(word: str) -> set[str]:
    """Return a word and its core, where that is no name: «عمرة» is an event, «عمر» is none."""
    return {word, *({core(word)} - names().keys())}
