"""What a question is about: the words that a follow-up inherits."""

from collections.abc import Mapping, Sequence

from qa_bot.answering import lexicon
from qa_bot.answering.named import name_positions
from qa_bot.answering.predicates import predicates
from qa_bot.answering.question import Question
from qa_bot.answering.question_words import question_words
from qa_bot.model.corpus import Span
from qa_bot.text.letters import MARKS
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

_LONGEST_NAME = 4  # words after an event's noun that belong to its name
# Sides of a battle: asked about together with it, and never what the question is about while more is said.
_PARTIES = normalised_words(
    """
    المسلمين المسلمون الروم الفرس المشركين المشركون قريش الجيش جيش جيوش الجيوش العرب البيزنطيين
    البيزنطيون الساسانيين الساسانيون الكفار القوات جند جنود الصحابة اليهود المرتدين المرتدون
    النبي الرسول الأنصار المهاجرين المهاجرون القائد الناس أهلها اهل
    """
)
# Those of them that fight each other: «الجيش» may be anyone's.
_SIDES = normalised_words(
    """
    المسلمين المسلمون الروم الفرس المشركين المشركون قريش العرب البيزنطيين البيزنطيون الساسانيين الساسانيون الكفار
    اليهود المرتدين المرتدون الأنصار المهاجرين المهاجرون النصارى المجوس الأحزاب هوازن ثقيف غطفان الآفار السلاف الترك
    الأتراك الخزر البلغار القوط القبط الغساسنة المناذرة التتار المغول الصليبيين الصليبيون الفرنجة الفرنج الإفرنج
    """
)
_SHORTEST_WITH_PRONOUN = 3
_UNMISTAKABLE_PRONOUNS = tuple(pronoun for pronoun in lexicon.SUFFIXED_PRONOUNS if len(pronoun) > 1)
_HIS_AGE = "عمره"  # no relation without its pronoun: «عمر» is a name
_POINTING = normalised_words(
    """
    ذلك تلك ذاك هذه هذا هؤلاء أولئك فيها فيه فيهم بها به منها منه منهم عنها عنه إليها إليه عليها
    عليه بعدها بعده قبلها قبله خلالها معه معها معهم لها له لهم حينها وقتها يومها هناك هو هي هم بينهم
    بينهما
    """
)


def is_party(word: str) -> bool:
    """Return whether a normalised word names a side of a battle, with or without «و» in front.

    >>> is_party("الروم"), is_party("والفرس"), is_party("اليرموك")
    (True, True, False)
    """
    return not _PARTIES.isdisjoint((word, word.removeprefix("و")))


def is_side(word: str) -> bool:
    """Return whether a normalised word names a side that fights another, with or without «و» in front.

    >>> is_side("الروم"), is_side("الجيش")
    (True, False)
    """
    bare = word.removeprefix("و")
    return not _SIDES.isdisjoint((word, bare, bare.removesuffix("ا")))  # «قريشا»


def sides_first(parties: Sequence[Token]) -> list[Token]:
    """Return parties with those that fight each other first: of «جيش قريش» it is Quraysh that is meant."""
    return sorted(parties, key=lambda token: not is_side(token.term))


def is_relation(word: str) -> bool:
    """Return whether a normalised word names a relation, with or without a particle or a pronoun.

    >>> is_relation("قادها"), is_relation("عددهم"), is_relation("شهيدا"), is_relation("تبوك")
    (True, True, True, False)
    """
    return lexicon.relation_row(word) is not None


def is_event_noun(word: str) -> bool:
    """Return whether a normalised word begins the name of an event, with or without its article.

    >>> is_event_noun("معركه"), is_event_noun("المعركه"), is_event_noun("بدر")
    (True, True, False)
    """
    return word.removeprefix("ال") in lexicon.event_nouns()


def pointing_tokens(question: Question) -> list[Token]:
    """Return the words of the question that refer to something said before: «قادها», «ذلك», «فيها»."""
    return [t for at, t in enumerate(question.tokens) if at not in question.asking and points_back(t, question.text)]


def points_back(token: Token, text: str) -> bool:
    """Return whether a word of `text` refers to something said before: «قادها», «ذلك», «وعمره».

    >>> from qa_bot.text.tokenise import tokenise
    >>> [points_back(token, "وذلك عمره في المدينة") for token in tokenise("وذلك عمره في المدينة")]
    [True, True, False, False]
    """
    word = token.term if token.term in _POINTING else token.term.removeprefix("و")
    if word in _POINTING:
        return True
    # «الأيهم», «الله»: what has an article has no pronoun.
    if len(word) <= _SHORTEST_WITH_PRONOUN or word.startswith("ال"):
        return False
    # «ه» at the end may be a pronoun; «ة» never is, though both are one letter in terms.
    heh = token.span.of(text).rstrip(MARKS).endswith("ه") and (is_relation(word) or word == _HIS_AGE)
    return heh or word.endswith(_UNMISTAKABLE_PRONOUNS)


def without_pronoun(word: str, known: Mapping[str, int]) -> str:
    """Return a normalised word that points back, without its pronoun, where the texts have that; else `word`.

    >>> without_pronoun("قايدهم", {"قايد": 3}), without_pronoun("مفتاحها", {"مفتاح": 1}), without_pronoun("شانها", {})
    ('قايد', 'مفتاح', 'شانها')
    """
    if word in _POINTING:
        return word
    row = lexicon.relation_row(word)
    if row in lexicon.rows_of(_KEPT):
        return word
    rests = [word.removesuffix(pronoun) for pronoun in _UNMISTAKABLE_PRONOUNS if word.endswith(pronoun)]
    forms = lexicon.bare_forms(word) if row is not None else [f for r in rests for f in (r, r.removesuffix("ت") + "ه")]
    # «مكانه» is in his stead, «مكان» a place.
    bare = [each for each in forms if len(each) >= _SHORTEST_BARE and lexicon.relation_words().get(each) == row]
    return max(bare, key=lambda each: known.get(each, 0), default=word) if any(f in known for f in bare) else word


# «أمه» is no nation, «أبو» begins many names, and where texts say «قتله» they name who did it.
_KEPT = "أمه أبوه قتله"
_SHORTEST_BARE = 3  # letters


def topic_tokens(question: Question) -> list[Token]:
    """Return the words that the question is about, in order: an event's name, else what is no relation and no side.

    >>> from qa_bot.answering.question import read_question
    >>> [t.term for t in topic_tokens(read_question("من قاد المسلمين في معركة اليرموك؟"))]
    ['معركه', 'اليرموك']
    >>> [t.term for t in topic_tokens(read_question("متى توفي خالد بن الوليد؟"))]
    ['خالد', 'بن', 'الوليد']
    >>> [t.term for t in topic_tokens(read_question("ومن قادها؟"))]
    []
    """
    return _event_name(question) or _own_words(question)


def _event_name(question: Question) -> list[Token]:
    for at, token in enumerate(question.tokens):
        if at not in question.asking and is_event_noun(token.term):
            name = _name_after(question, at)
            if name:
                return [token, *name]
    return []


def _name_after(question: Question, at: int) -> list[Token]:
    name: list[Token] = []
    day = question.tokens[at].term in _DAYS
    for offset, token in enumerate(question.tokens[at + 1 : at + 1 + _LONGEST_NAME], at + 1):
        # Right after the event's noun even «موته» is a name, but for «يوم استشهد».
        named = not name and is_relation(token.term) and (not day or token.term.startswith("ال"))
        if offset in question.asking or not (named or _may_name(question, token)):
            break
        name.append(token)
    return name


_DAYS = frozenset({"يوم", "عام"})


def _own_words(question: Question) -> list[Token]:
    names = name_positions(question.tokens)
    tokens = [
        t
        for at, t in enumerate(question.tokens)
        if at not in question.asking and (at in names or _may_name(question, t))
    ]
    # «المعركة» alone is the one spoken of before.
    return [t for t in tokens if not is_party(t.term) and not is_event_noun(t.term)]


def _may_name(question: Question, token: Token) -> bool:
    word = token.term
    if word in lexicon.function_words() or word.removeprefix("و") in question_words():
        return False
    return not is_relation(word) and not points_back(token, question.text)


def topic_of(question: Question) -> str:
    """Return what the question is about, as the asker wrote it; sides and events where nothing else; empty for none.

    >>> from qa_bot.answering.question import read_question
    >>> topic_of(read_question("متى توفي خالد بن الوليد؟")), topic_of(read_question("كم دامت الحرب بين الروم والفرس؟"))
    ('خالد بن الوليد', 'الحرب بين الروم والفرس')
    """
    asked = [token for at, token in enumerate(question.tokens) if at not in question.asking]
    told = [question.tokens[at] for at in predicates(question)]
    own = topic_tokens(question)
    sides = [t for t in asked if is_party(t.term) or is_event_noun(t.term)]
    return _phrase(question, [token for token in own if token not in told] or sides or own)


def _phrase(question: Question, tokens: Sequence[Token]) -> str:
    """Return the words of `tokens` as written, with the particles between them; empty for none."""
    if not tokens:
        return ""
    between = Span(tokens[0].span.start, tokens[-1].span.end)
    inside = [token for token in question.tokens if between.overlaps(token.span)]
    small = lexicon.function_words()
    if all(token in tokens or token.term in small for token in inside):
        return between.of(question.text)
    return " ".join(token.span.of(question.text) for token in tokens)
