"""Questions about a person whom the answer before named: «وكم كان عمره؟» after «من قاد المسلمين في حنين؟»."""

from qa_bot.answering import lexicon
from qa_bot.answering.named import full_name, name_span, persons_in
from qa_bot.answering.question import Question
from qa_bot.answering.topic import is_party, is_relation, points_back, topic_tokens
from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token, tokenise

_OF_PERSONS = "ولد مات أسلم دفن لقب"  # what is asked of them alone
_OF_HIM = normalised_words("عمره مكانه بعده قبله منصبه قتله عزله خلفه نسبه قبيلته صفته خلافته ملكه حكمه ولايته")
# «وأين ذهب؟»: no battle goes anywhere.
_HE_DID = normalised_words("ذهب راح خرج طلع سار مضى هرب فر نجا توجه وصل قدم نزل أقام سكن عاش شهد")
_OF_OTHERS = ("ها", "هم", "هن")
_THEN = normalised_words("حينها وقتها يومها ساعتها عندها بعدها قبلها")  # of a time, and of nobody
_TO_HIM = normalised_words("له عنه معه إليه عليه")
# Nouns that are his, and no relations: kin, parts of him, and what became of him.
_HIS = normalised_words(
    """
    أمه أبوه أبيه خصمه عدوه قاتله نائبه أخوه أخاه أخيه أخته ابنه بنته ابنته عمه عمته خاله جده صهره صاحبه غلامه مولاه
    فرسه ناقته سيفه درعه رمحه عينه يده رجله رأسه وجهه لسانه مصيره دوره موقفه
    نهايته أصله وصيته قصته حياته علمه رأيه مكانته طعامه صوته لونه شكله
    """
)
# What is asked of a peace or a siege as well: «وما شروطه؟»
_OF_IT = normalised_words("شروطه بنوده سببه أسبابه نتيجته نتائجه مدته تاريخه كاتبه قائده كتبه")


def asks_of_person(question: Question, *, woman: bool = False) -> bool:
    """Return whether a question without a subject of its own asks something of one person: of a life, or of «him».

    With `woman` it is a woman, of whom «her» is said.

    >>> from qa_bot.answering.question import read_question
    >>> [asks_of_person(read_question(text)) for text in ("وكم كان عمره؟", "ومتى توفي؟", "وكم قتل منهم؟", "ومتى كانت؟")]
    [True, True, False, False]
    """
    tokens = [token for at, token in enumerate(question.tokens) if at not in question.asking]
    forms = [_with_and_without_conjunction(token.term) for token in tokens]
    words = [word for each in forms for word in each]
    if woman and any(_is_of_her(token) for token in tokens):
        return True
    if any(each[0].endswith(_OF_OTHERS) and _THEN.isdisjoint(each) for each in forms):
        return False
    if any(_is_of_him(token, question.text) for token in tokens):
        return True
    if topic_tokens(question) or any(is_party(token.term) for token in tokens):
        return False
    return any(
        word in _OF_HIM or word in _HE_DID or lexicon.relation_row(word) in lexicon.rows_of(_OF_PERSONS)
        for word in words
    )


def _is_of_him(token: Token, text: str) -> bool:
    """Return whether a word says «him»: «له», «عاقبه»; «وما شروطه؟» may be asked of anything."""
    forms = _with_and_without_conjunction(token.term)
    return (
        token.term.endswith("ه")
        and _OF_IT.isdisjoint(forms)
        and (not (_TO_HIM | _HIS).isdisjoint(forms) or (points_back(token, text) and is_relation(token.term)))
    )


def _is_of_her(token: Token) -> bool:
    return token.term.endswith(_HER) and _THEN.isdisjoint(_with_and_without_conjunction(token.term))


def only_person_of(text: str) -> str:
    """Return the person whom `text` names where it names one alone; else an empty text.

    >>> only_person_of("خالد بن الوليد يوم مؤتة"), only_person_of("عثمان عمرو بن العاص")
    ('خالد بن الوليد', '')
    """
    tokens = tokenise(text)
    names = {name_span(tokens, token) for token, _ in persons_in(tokens)}
    return person_of(text) if len(names) == 1 else ""


def leaves_out_who(question: Question) -> bool:
    """Return whether a question names nobody who did what it asks of: «هل شارك في أحد؟», «متى خرج إلى الشام؟».

    >>> from qa_bot.answering.question import read_question
    >>> [leaves_out_who(read_question(text)) for text in ("هل شارك في أحد؟", "من شارك في أحد؟", "هل شارك عمر في أحد؟")]
    [True, False, False]
    """
    at = max(question.asking, default=-1) + 1
    if question.kind not in _OF_DEEDS or not 0 < at < len(question.tokens) - 1:
        return False
    verb, behind = question.tokens[at].term, question.tokens[at + 1].term
    return behind in _PREPOSITIONS and not verb.endswith(_OF_MANY) and not any(persons_in(question.tokens[:at]))


_OF_DEEDS = frozenset({QuestionKind.YES_NO, QuestionKind.WHEN, QuestionKind.HOW, QuestionKind.WHY})
_PREPOSITIONS = normalised_words("في إلى على مع")
_OF_MANY = ("ت", "وا", "ون", "ه")  # «شاركت», «شاركوا», and nouns: «غزوة»


def asks_of_men(question: Question) -> bool:
    """Return whether a question for a number asks how many men somebody had.

    >>> from qa_bot.answering.question import read_question
    >>> [asks_of_men(read_question(text)) for text in ("وكم كان معه؟", "وكم كان عمره؟", "ومن كان معه؟")]
    [True, False, False]
    """
    return question.kind is QuestionKind.HOW_MANY and _has(question, _OF_MEN)


def asks_of_deed(question: Question) -> bool:
    """Return whether a question asks of what somebody did in a battle, and so of the battle, too.

    >>> from qa_bot.answering.question import read_question
    >>> [asks_of_deed(read_question(text)) for text in ("وأين هرب؟", "وأين دفن؟")]
    [True, False]
    """
    return _has(question, _HE_DID)


def _has(question: Question, words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(_with_and_without_conjunction(token.term)) for token in question.tokens)


_OF_MEN = normalised_words("معه جيشه جنده عسكره رجاله مقاتليه جنوده قواته")


def asks_of_event(question: Question) -> bool:
    """Return whether a question without a subject of its own asks of what is feminine, as events are.

    >>> from qa_bot.answering.question import read_question
    >>> [asks_of_event(read_question(text)) for text in ("ومتى كانت؟", "ومن قادها؟", "ومتى كان ذلك؟", "ومتى مات؟")]
    [True, True, False, False]
    """
    words = [token.term.removeprefix("و") for at, token in enumerate(question.tokens) if at not in question.asking]
    return not topic_tokens(question) and any(word in _OF_EVENTS or word.endswith(_HER) for word in words)


_OF_EVENTS = normalised_words("كانت وقعت حدثت جرت دارت بدأت انتهت دامت استمرت")
_HER = "ها"


def _with_and_without_conjunction(word: str) -> tuple[str, ...]:
    """Return `word`, and what it is with a «و» in front left out: «ولد» has none."""
    return (word, word[1:]) if word.startswith("و") else (word,)


def person_of(text: str) -> str:
    """Return the first person whom `text` names; empty for none.

    >>> person_of("هل قاتل عبد الله بن عمر في أحد؟"), person_of("متى كانت اليرموك؟")
    ('عبد الله بن عمر', '')
    """
    tokens = tokenise(text)
    first = next((token for token, _ in persons_in(tokens)), None)
    return full_name(text, tokens, first) if first else ""


def is_woman(name: str) -> bool:
    """Return whether the name of a person is a woman's, as far as it tells.

    >>> is_woman("زينب بنت الحارث"), is_woman("أم سلمة"), is_woman("خالد بن الوليد")
    (True, True, False)
    """
    words = [token.term for token in tokenise(name)]
    return _DAUGHTER in words or words[:1] == [_MOTHER]


_DAUGHTER, _MOTHER = "بنت", "ام"


def has_persons(text: str) -> bool:
    """Return whether `text` names a person.

    >>> has_persons("خالد بن الوليد"), has_persons("معركة اليرموك")
    (True, False)
    """
    return any(persons_in(tokenise(text)))
