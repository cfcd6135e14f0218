"""Terms as Lucene's ArabicAnalyzer makes them: a baseline to measure against, not what the index holds.

StandardTokenizer, lower case, ASCII digits, stop words, ArabicNormalizer, ArabicStemmer, in this order (Lucene 10,
`org.apache.lucene.analysis.ar`).
"""

import re

from qa_bot.text import letters
from qa_bot.text.normalise import unify_digits
from qa_bot.text.stem import light10

# Jacques Savoy's list for Arabic (CLEF, 2001), as Lucene has it since its cleaning in 2009: not normalised, and so
# applied before normalising.
_STOP_WORDS = """
    من ومن منها منه في وفي فيها فيه و ف ثم او أو ب بها به ا أ اى اي أي أى لا ولا الا ألا إلا لكن ما وما كما فما
    عن مع اذا إذا ان أن إن انها أنها إنها انه أنه إنه بان بأن فان فأن وان وأن وإن التى التي الذى الذي الذين الى
    الي إلى إلي على عليها عليه اما أما إما ايضا أيضا كل وكل لم ولم لن ولن هى هي هو وهى وهي وهو فهى فهي فهو انت
    أنت لك لها له هذه هذا تلك ذلك هناك كانت كان يكون تكون وكانت وكان غير بعض قد نحو بين بينما منذ ضمن حيث الان
    الآن خلال بعد قبل حتى عند عندما لدى جميع
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_LETTER = rf"\w{letters.MARKS}{letters.JOINERS}"
# Unicode's word borders (UAX #29), as far as they matter here: «3.14», «1,000» and «ق.م» are one word each.
_WORD = re.compile(rf"[{_LETTER}]+(?:(?:(?<=\d)[.,،;٬](?=\d)|(?<=[^\W\d])[.:·'’](?=[^\W\d]))[{_LETTER}]+)*")
# ArabicNormalizer: alefs with hamza or madda, dotless yeh, teh marbuta; tatweel and the eight vowel marks go.
_NORMALISED = str.maketrans(
    {
        letters.ALEF_MADDA: letters.ALEF,
        letters.ALEF_HAMZA_ABOVE: letters.ALEF,
        letters.ALEF_HAMZA_BELOW: letters.ALEF,
        letters.ALEF_MAKSURA: letters.YEH,
        letters.TEH_MARBUTA: letters.HEH,
        letters.TATWEEL: None,
        **dict.fromkeys(map(chr, range(0x064B, 0x0653)), None),
    }
)


def lucene_terms(text: str) -> list[str]:
    """Return the terms of `text`, in order, repeats kept.

    >>> lucene_terms("متى كانت غزوة تبوك في السنة ٩هـ؟")
    ['مت', 'غزو', 'تبوك', 'سن', '9ه']
    """
    found = (unify_digits(word.lower()) for word in _WORD.findall(text))
    return [light10(word.translate(_NORMALISED)) for word in found if word not in STOP_WORDS]
