"""Words that say the same in another register: what askers say today, and what the texts say."""

from functools import cache, lru_cache

from qa_bot.answering.lexicon import bare_forms
from qa_bot.text.normalise import normalise

# A row is one meaning. Unlike the relations of `lexicon`, such words may be what a question is about.
_ROWS = """
حكم حكمه حكمها يحكم خلافة خلافته
شارك اشترك شهد حضر يشارك مشاركة حضور
أعاد أعيد يعيد إعادة استرد استرده استرجع استعاد أرجع استرداد
لون ألوان أسود سوداء أبيض بيضاء أحمر حمراء أصفر صفراء أخضر خضراء أزرق زرقاء أشقر شقراء
ثمن سعر قيمة يساوي بيع باع بكم اشترى شراء
مهنة حرفة وظيفة تاجر تجارة يتاجر راعيا حدادا نجارا
طعام أكل يأكل مأكل غذاء زاد أطعم
لباس ثياب ثوب ملابس لبس يلبس
هدف غرض غاية مقصد
سم مسموم مسمومة سمم سمت تسميم
وجد وجدت لقي لقت لقى عثر عثروا اكتشف كشف
عبر عبور اجتاز قطع جاز اقتحم
تحالف حليف حالف حلف حلفاء استنجد تحالفوا
ساعد ساعده أعان أنجد أمد معونة مساعدة عاون نجدة مدد إمداد إعانة
قسم وزع تقسيم توزيع فرق قسموا وزعوا
دليل مرشد دله
أعطى أعطاه عطاه منح وهب عطاء أعطوا أهدى هدية
كسب ربح مكسب حصلوا
خسر خسائر خسارة فقد خسروا
هجم هجوم أغار غارة غزا مهاجمة اعتدى هاجم
التقى لقاء اجتمع اجتماع قابل تقابل مقابلة
خان غدر خيانة نقض نكث غدروا
خاف خوف خشي يخشى خافوا
توج تتويج نصب نصبوا تنصيب اعتلى عرش تولية
جرح جراح جريح جرحى طعن أصيب إصابة طعنة
احتال حيلة خطة مكيدة خدعة
راية لواء رايات ألوية
هاجر هجرة مهاجر
ارتد مرتد مرتدين مرتدون ارتداد ارتدوا متمردين متمردون تمرد تمردوا
ادعى تنبأ نبوة متنبئ
أوصى وصية
مزق شق قطع خرق
حفر حفروا
غرق غرقى غرقوا
صلاة صلى
بشر بشارة
حفظ صان
عسكر معسكر خيم
فاوض مفاوضة تفاوض
سيطر سيطرة احتل احتلال اجتاح
مجاعة قحط جدب
وباء طاعون
قبيلة قبائل عشيرة عشائر
أخ أخوه أخيه أخاه شقيق إخوة
نسب أصل
موكب احتفال عيد
سفير رسول مبعوث
مسجد جامع
كنيسة كنائس
نهر أنهار
سور أسوار
حصن حصون قلعة قلاع
سفينة سفن أسطول مراكب
خليج مضيق
رأى شاف نظر
ترك خلى
كلم حكى خاطب
نصيب سهم حصة
سيف سيوف أسياف
باب أبواب
"""


@cache
def _rows() -> dict[str, int]:
    lines = [line.split() for line in _ROWS.splitlines() if line]
    return {normalise(word): number for number, words in reversed(list(enumerate(lines))) for word in words}


@lru_cache(maxsize=100_000)
def synonym_row(word: str) -> int | None:
    """Return the number of the row that a normalised word belongs to, with or without particle or pronoun; else None.

    >>> synonym_row("شارك") == synonym_row("وشهد"), synonym_row("تبوك")
    (True, None)
    """
    known = _rows()
    return next((known[form] for form in bare_forms(word) if form in known), None)
