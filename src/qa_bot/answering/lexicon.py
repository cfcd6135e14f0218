"""Words with a part to play in questions: what carries no content, what names a relation.

Functions take and return words in their normalised form (`text.normalise`): alefs bare, «ة» as «ه», «ى» as «ي», no
hamzas. The tables are written as people write.
"""

from functools import cache, lru_cache

from qa_bot.text.normalise import normalise, normalised_words

# Words that carry no content: particles, pronouns, copulas.
_FUNCTION_WORDS = """
من إلى عن على في بـ لـ كـ مع عند لدى حتى منذ مذ خلال حول بين ضد أثناء قبل بعد فوق تحت دون غير سوى نحو
ب ل ك و ف ثم أو أم بل لكن ولكن إن أن إنما لأن كأن لعل ليت إذ إذا إذن لو لولا لما كي لكي قد لقد سوف لن لم لا ما
هو هي هم هما هن أنا نحن أنت أنتم أنتن إياه هذا هذه ذلك تلك هؤلاء أولئك هنا هناك هنالك ذاك كذلك هكذا
الذي التي الذين اللذان اللتان اللاتي اللواتي اللي كان كانت كانوا يكون تكون كنت ليس ليست أصبح صار صارت ظل بات
وقع وقعت يقع حدث حدثت جرى جرت دارت دار نشبت اندلعت حصل حصلت صار صارت تم تمت عند
بهذا بهذه بذلك لهذا لذلك
كل بعض جميع أي أية أيما إلا أيضا جدا فقط مثل به بها بهم له لها لهم لهما فيه فيها فيهم منه منها منهم عنه عنها عنهم
إليه إليها إليهم عليه عليها عليهم معه معها معهم بينهم بينه بعده بعدها بعدهم قبله قبلها قبلهم خلالها عندما حين حيث بينما
كما يومها وقتها ساعتها حينها حينذاك آنذاك يومئذ حينئذ وقتئذ أمام قدام ده دي دول
تقع توجد يوجد
فهل فما فمن وهل وما ومن يا أيها هل بعدما قبلما رضي صلى وسلم السلام
طيب اصلا أصلا بعدين بالأخير بالآخر بالأول يعني هاد هاي هذي هذول هيدا عشان علشان مشان لأجل كمان برضه بس لسه قديش
لوين منين لمين ممكن فضلك سمحت أخبرني قل قولي احكي حدثني خبرني أريد بدي عايز ابغى اعرف يعني يا شباب اخوان بالضبط تقريبا
واحد الواحد شخص شي شيء حدا مرة لما ولا
the of in at on a an to by for and or with from did do does is are was were be been it that this there tell me about
"""

# Words that name what is asked of a thing, not the thing: a follow-up may consist of them alone, and texts say
# the same with another word of the row.
_RELATIONS = """
قاد قائد قيادة قادة يقود تولى أمير إمرة زعيم ترأس رأس القائد
ولد مولد ولادة ميلاد يولد born birth
مات توفي وفاة موت هلك متوفى يموت مماته الأجل نحبه died death die
قتل قاتل مقتل استشهد شهيد شهداء قتلى قتيل استشهاد مصرع صرع يقتل قتله killed أعدم إعدام
عدد بلغ تعداد قوام عدة
انتصر انتصار نصر منتصر غلب هزم هزيمة انهزم ظفر فاز ينتصر أخضع إخضاع قهر دحر سحق won win victory
فتح فتحت افتتح سقط سقطت سقوط استولى استيلاء دخل دخول ضم conquest conquered fall
وقع وقعت حدث حدثت جرت جرى دار دارت نشبت اندلعت كان تاريخ قام حصل حصلت صار
بدأ بداية ابتدأ اندلع أشعل اشتعل بدأت began begin start started
انتهى نهاية انتهت خاتمة ختام ended end
سبب أسباب بسبب لأن دافع دوافع باعث داعي علة أدى لأجل
نتيجة نتائج أسفر أسفرت عاقبة آثار أثر
مكان موضع موقع تقع يقع
أسلم إسلام اعتنق
لقب ألقاب يلقب لقبه
كنية يكنى كني كنيته
اسم يعرف سمي سميت تسمية اسمه يسمى تسمى يدعى
دفن قبر مدفن
دام دامت استمر استمرت مدة طال لبث
حاصر حصار محاصرة
صالح صلح معاهدة هدنة اتفاق شروط شرط بنود بند اتفق تصالح
بويع بيعة خلافة خليفة
عزل إقالة خلع خلعه أقال نحى أقصى شال
غنم غنائم غنيمة غنايم سبي مغانم
خلف خلفه خليفته يخلف ورث ورثه وريث وارث
انسحب انسحاب انكشف انكشفوا تقهقر تقهقروا تراجع رجع عاد عودة يرجع
خرج طلع خروج سار مسير توجه ذهب راح انطلق رحل انتقل غادر نزح مشى سافر
جاء جا قدم وصل أتى ورد قدوم وصول أحضر جاب
أخذ مسك حمل شايل تسلم رفع
أشار مشورة فكرة اقترح اقتراح رأى رأي نصح نصيحة
طرد أجلى أخرج نفى إجلاء
ثبت صمد ظل بقي ثبات قعد وقف واقف
غضب زعل سخط عتب استياء استاء غضبه
مسافة تبعد يبعد بعيدة
دفع دفعوا جزية مال صولحوا صالحهم
والي عامل استخلف ولى ولاه مكانه مكانها مكانهم بدله تولية استعمل حاكم حط عين عينه تعيين إمارة
أمه أمها والدته أم
أبوه أبوها والده والد
زوجة زوجات زوج تزوج يتزوج زواج زوجته امرأته نساء أزواج مرته
أبناء أولاد ولدا ولدان أبناؤه أولاده ولاد عيال بنين بنون
عفا سامح صفح عفو
عاقب عقوبة عقاب
بنى شيد بناء أسس تأسيس
حكم ملك حكمه ملكه
حرس حراسة حامية يدافع دفاع حماية
عمق طول عرض
أرسل بعث أنفذ وجه سير إرسال أوفد بعثه أرسله ودى وداه وداها
نزل معسكر أقام مقيما
أحرق حرق هدم خرب تخريب
وافق موافقة موافقا أجاب
رفض امتنع أبى رفضه
اختلف خلاف اختلاف
لحق تبع طارد
أسر أسير أسرى مأسور مأسورين مأسورون أسرهم سجين سجناء
سرق نهب
نجا هرب هروب فر فرار فرارهم نجاة لجأ لاذ
مصير مصائر
كتب كتاب رسالة رسائل كتابا خطاب مكتوب
جيش جيوش عسكر جند جنود مقاتل مقاتلين مقاتلا محارب رجل رجلا رجال فارس فارسا
أيام يوما ليال أشهر شهرا سنين سنوات
"""

# What may be asked of anything, and what a text that doesn't speak of it can't tell.
_QUALITIES = "لون وزن ثمن سعر قيمة مهنة حرفة وظيفة طعام لباس ملابس ثياب لغة عاصمة شكل حجم مذهب ديانة جنسية"

# Nouns that begin the name of an event: «معركة اليرموك».
_EVENT_NOUNS = """
معركة موقعة وقعة واقعة غزوة غزاة غزو سرية حملة فتح حصار صلح هدنة بيعة حرب حروب يوم عام مقتل وفاة سقوط خلافة ثورة فتنة
معاهدة ردة فتحت سقطت حوصرت فتحوا battle siege conquest war treaty
"""

# «مؤتة» looks like «موت» with a pronoun once hamzas are bare; «كانت» beside another verb tells nothing.
_NOT_RELATIONS = frozenset({"موته", "كانت"})
_SHORTEST_FORM = 1
_SHORTEST_VERB = 3
SUFFIXED_PRONOUNS = ("هما", "ها", "هم", "هن", "ه")


def _forms(words: str) -> list[str]:
    return [normalise(word) for word in words.split()]


@cache
def function_words() -> frozenset[str]:
    """Return the words that carry no content."""
    return normalised_words(_FUNCTION_WORDS)


@cache
def relation_words() -> dict[str, int]:
    """Return the words that name a relation, each with the number of its row of like meaning."""
    return {word: number for number, row in enumerate(_rows()) for word in _forms(row)}


@lru_cache(maxsize=100_000)
def relation_row(word: str) -> int | None:
    """Return the number of the row that a normalised word belongs to, with or without particle or pronoun.

    >>> relation_row("قادها") == relation_row("القايد"), relation_row("وفاته") == relation_row("مات")
    (True, True)
    >>> relation_row("ماتت") == relation_row("مات"), relation_row("تبوك") is None
    (True, True)
    """
    if word in _NOT_RELATIONS:
        return None
    known = relation_words()
    return next((known[form] for form in bare_forms(word) if form in known), None)


@lru_cache(maxsize=100)
def rows_of(words: str) -> frozenset[int]:
    """Return the rows that words belong to, which are parted by white space and written as texts write them.

    >>> rows_of("ولد مات") == {relation_row("مولد"), relation_row("وفاته")}
    True
    """
    rows = (relation_row(word) for word in _forms(words))
    return frozenset(row for row in rows if row is not None)


# A few: whoever asks what a word means looks it up in one table right after another.
@lru_cache(maxsize=1_000)
def bare_forms(word: str) -> tuple[str, ...]:
    """Return a normalised word as it is, then without pronoun, verbal ending, conjunction, preposition and article.

    >>> bare_forms("وفاته"), bare_forms("بنصر")
    (('وفاته', 'فاته', 'وفات', 'فات', 'وفاه', 'فاه'), ('بنصر', 'نصر'))
    """
    forms = [word, word.removesuffix("ا"), *_without_pronoun(word)]
    return tuple([part for form in dict.fromkeys(forms) for part in (form, *_without_front(form))])


_FRONTS = ("و", "ف", "ال", "ب", "ل", "بال", "لل", "وال", "فال")


def _without_front(form: str) -> list[str]:
    if not form.startswith(_FRONTS):  # most
        return []
    return [form.removeprefix(front) for front in _FRONTS if form.startswith(front)]


def _without_pronoun(word: str) -> list[str]:
    stems = [word.removesuffix(pronoun) for pronoun in SUFFIXED_PRONOUNS if word.endswith(pronoun)]
    # Before a pronoun teh marbuta opens: «وفاته» is «وفاة» and «ه». «دفنوه», «حاصروا»: a verb's plural.
    forms = [form for stem in stems for form in (stem, stem.removesuffix("ت") + "ه", stem.removesuffix("و"))]
    # «ماتت»: a verb whose subject is a woman, or many.
    woman = [word.removesuffix("ت")] if len(word) > _SHORTEST_VERB else []
    plural = (word.removesuffix("وا"), word.removesuffix("و"))
    return [form for form in (*forms, *plural, *woman) if len(form) > _SHORTEST_FORM]


def _rows() -> list[str]:
    return [line for line in _RELATIONS.splitlines() if line.strip()]


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that begin an event's name."""
    return normalised_words(_EVENT_NOUNS)


@cache
def qualities() -> frozenset[str]:
    """Return nouns that name a quality, of which only a text that speaks of it can tell."""
    return normalised_words(_QUALITIES)


def meaning_the_same(word: str) -> frozenset[int]:
    """Return the rows that may tell of the event of a life that a normalised word names; empty for other words.

    A text that doesn't speak of a birth can't date it, whatever else it dates; a death may be a killing.

    >>> relation_row("قتل") in meaning_the_same("مات"), meaning_the_same("قاد")
    (True, frozenset())
    """
    row = relation_row(word)
    return _life_events().get(row, frozenset()) if row is not None else frozenset()


@cache
def _life_events() -> dict[int, frozenset[int]]:
    rows = ([relation_words()[normalise(word)] for word in words.split()] for words in _TOLD_BY)
    return {first: frozenset({first, *others}) for first, *others in rows}


# What texts tell with a word of the first one's row, or of the others', or not at all.
_TOLD_BY = (
    "ولد", "مات قتل", "قتل", "أسلم", "دفن", "سمي لقب كنية", "لقب سمي", "كنية", "غنم", "والدته", "زوجة", "عزل", "انتصر",
    "مصير قتل مات نجا أسر عفا عاد أخذ أحرق دفن",
)  # fmt: skip
