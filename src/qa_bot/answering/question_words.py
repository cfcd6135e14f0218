"""Words that ask, and nouns that tell what is asked for.

Functions take and return normalised words (`text.normalise`); the tables are written as people write.
"""

from functools import cache

from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalise

# Question words, standard, colloquial (Egyptian, Levantine, Gulf, Iraqi, Maghrebi) and English.
_QUESTION_WORDS: dict[QuestionKind, str] = {
    QuestionKind.WHEN: "متى متي متا امتى امتا ايمتى ايمتا وقتاش وينتا when",
    QuestionKind.WHO: "من مين منو من who whom",
    QuestionKind.WHERE: "أين وين فين اين where",
    QuestionKind.HOW_MANY: "كم كام قديش شحال many much",
    QuestionKind.WHY: "لماذا لم ليش ليه علاش why",
    QuestionKind.HOW: "كيف إزاي ازاي شلون كيفاش how",
    QuestionKind.WHAT: "ما ماذا مالذي علام شنو شو إيش ايش وش ايه what which",
    QuestionKind.YES_NO: "هل أ did was were is",
}

# «في أي سنة», «ما سبب»: a general question word whose next word says what is wanted.
_KIND_OF_NOUN: dict[QuestionKind, str] = {
    QuestionKind.WHEN: "سنة عام تاريخ شهر زمن وقت عهد قرن فترة حقبة year date month century",
    QuestionKind.WHERE: "مكان موضع موقع بلد مدينة بلدة منطقة أرض قرية إقليم محل موطن place city country",
    QuestionKind.HOW_MANY: "عدد مقدار مدة عمر مبلغ نسبة مساحة طول number",
    QuestionKind.WHO: """قائد قادة خليفة أمير أمراء ملك ملكة إمبراطور قيصر حاكم صاحب شخص صحابي والي وال زعيم زعماء رجل
        امرأة زوجة أم أب ابن بطل فارس رسول سفير نبي بطريق بطريرك مؤرخ شاعر king commander leader caliph emperor""",
    QuestionKind.WHY: "سبب أسباب دافع دوافع علة داعي باعث موجب reason cause",
    QuestionKind.HOW: "طريقة كيفية way",
}


@cache
def question_words() -> dict[str, QuestionKind]:
    """Return each question word with the kind of question it asks."""
    return {word: kind for kind, words in _QUESTION_WORDS.items() for word in map(normalise, words.split())}


# «فمتى», «وكم», «بكم», «وبماذا»: a question word with particles in front.
_BEFORE_ASKING = ("", "و", "ف", "ب", "ل", "وب", "فب", "ول", "فل")
_SHORTEST_ASKING = 2  # letters behind a particle


def asking_words(word: str) -> tuple[str, ...]:
    """Return the question words that a normalised word may be, bare of the particles in front; mostly one or none.

    >>> asking_words("وبماذا"), asking_words("كم"), asking_words("تبوك")
    (('ماذا',), ('كم',), ())
    """
    known = question_words()
    forms = (word.removeprefix(front) for front in _BEFORE_ASKING if word.startswith(front))
    return tuple(form for form in forms if form in known and (form == word or len(form) >= _SHORTEST_ASKING))


@cache
def kind_of_noun() -> dict[str, QuestionKind]:
    """Return the nouns after «أي», «ما», «في» that tell the kind of a question, with it."""
    return {word: kind for kind, words in _KIND_OF_NOUN.items() for word in map(normalise, words.split())}
