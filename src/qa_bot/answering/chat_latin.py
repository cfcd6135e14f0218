"""Arabic questions in the Latin letters and digits of chats: `mata ma3rakat alyarmouk`."""

import re
from functools import cache

from qa_bot.text.latin_names import ordinary_words
from qa_bot.text.normalise import unify_latin

_WORD = re.compile(r"[A-Za-z2-9'’`]*[A-Za-z][A-Za-z2-9'’`]*")
_ARTICLE = re.compile(r"^(?:[aei](?:l|sh(?=sh)|th(?=th)|dh(?=dh)|([rsdtnz])(?=\1)))")
# What Arabic joins to the word after it.
_JOINED = (("wa", "و"), ("w", "و"), ("al", "ال"), ("el", "ال"), ("il", "ال"))

# Words of questions, each with spellings that stand for all that fold alike (`_folded`). Names are read elsewhere.
_ASKING = """
متى: mata meta mta imta emta eimta
من: man min meen mn
مين: mein
أين: ayna aina ayn eina
وين: wein wen wayn
فين: fein fen fayn
كم: kam kem
كيف: kayfa kaifa kayf kaif keif kef kif
إزاي: ezay izay ezai
لماذا: limatha limaza limadha lemaza lematha lmaza
ليش: leish lesh laysh
ليه: leih leh lih
ماذا: matha maza madha
ما: ma
شو: shu sho
إيش: eish esh aish
شنو: shnu shno shinu
هل: hal
هو: huwa howa hwa
هي: hiya heya hya
في: fi fil fel
على: ala 3ala 3la
إلى: ila ela
عن: 3an 3n
مع: ma3a ma3
بين: bayn bayna bain bein
بعد: ba3d ba3da
قبل: qabl qabla abl
كان: kan kana
كانت: kanat kanet
كانوا: kanu kano
ذلك: thalika dhalik dhalika zalik
وقعت: waqa3at waqaat wa3at weq3at
وقع: waqa3a waqa3
حدثت: hadathat hadasat
حدث: hadatha hadath hadas
حصل: hasal hasala
حصلت: hasalat hasalet
صار: sar sara
"""
_CONTENT = """
معركة: ma3raka ma3rakat ma3raket maraka marakat m3raka m3rakt ma3rka
موقعة: mawqi3a mawqi3at mawqe3a maw2e3a
غزوة: ghazwa ghazwat ghazwet 3'azwa gazwa gazwat
حرب: harb
فتح: fath fatah fataha fat7
فتحت: futihat
حصار: hisar hesar
سقوط: suqut soqut
قاد: qada qad
قادها: qadaha
قائد: qaid qaed kaed
مسلمين: muslimin moslimin muslimun moslimun muslemin
روم: rum
فرس: furs fors
جيش: jaysh jaish geish gaysh
عدد: 3adad adad
عددهم: 3adaduhum 3adadhum adaduhum
توفي: tuwufi tuwufiya tewafa twafa tawafa tuwafi
مات: maat
ولد: wulida wolida
قتل: qutila qatala
أسلم: aslama
انتصر: intasara intasar entasar entasara
هزم: hazama hazam
خليفة: khalifa khalifat
نبي: nabi naby
رسول: rasul rasol
سنة: sana sanat
تاريخ: tarikh tareekh
سبب: sabab
أسباب: asbab
نتيجة: natija natijat natiga
مدينة: madina madinat madinet
مصر: misr masr
صلح: sulh solh
هدنة: hudna
خلافة: khilafa khilafat
شهداء: shuhada shohada
دفن: dufina dofen
أول: awal
"""


def read_chat_latin(text: str) -> str:
    """Return `text` with the words of questions in Arabic where it asks in chat Latin; names stay in Latin letters.

    Text with a word of English or another language beside those, or without any of them, stays as it is.

    >>> read_chat_latin("mata ma3rakat alyarmouk"), read_chat_latin("man of the match")
    ('متى معركة alyarmouk', 'man of the match')
    >>> read_chat_latin("wa man qada almuslimin?")
    'ومن قاد المسلمين?'
    """
    words = [match.group() for match in _WORD.finditer(text)]
    read = {word: _read(word) for word in words}
    if not any(read.values()) or any(not read[word] and unify_latin(word) in ordinary_words() for word in words):
        return text
    arabic = _WORD.sub(lambda match: read[match.group()] or match.group(), text)
    for latin, joined in _JOINED:
        arabic = re.sub(rf"\b{latin}[\s-]+(?=[\u0621-\u064a])", joined, arabic, flags=re.IGNORECASE)
    return arabic


def _read(word: str) -> str:
    """Return the Arabic of a word of questions; empty for any other."""
    folded = _folded(word)
    bare = _ARTICLE.sub("", folded)
    if folded in _words():
        return _words()[folded]
    return f"ال{_words(_CONTENT)[bare]}" if bare != folded and bare in _words(_CONTENT) else ""


@cache
def _words(rows: str = _ASKING + _CONTENT) -> dict[str, str]:
    """Return the Arabic by the folded spelling."""
    pairs = (row.split(": ") for row in rows.splitlines() if row)
    return {_folded(spelling): arabic for arabic, spellings in pairs for spelling in spellings.split()}


_SAME = (
    ("7", "h"),
    ("3'", "gh"),
    ("5", "kh"),
    ("6", "t"),
    ("9", "q"),
    ("8", "q"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
)
_SILENT = str.maketrans(dict.fromkeys("2'’`"))


def _folded(word: str) -> str:
    """Return `word` with chat digits as letters, 3 alone kept, and doubled letters once.

    >>> _folded("Fata7"), _folded("muslimeen"), _folded("wa2i3a")
    ('fatah', 'muslimin', 'wai3a')
    """
    folded = word.lower()
    for written, sound in _SAME:
        folded = folded.replace(written, sound)
    folded = re.sub(r"(.)\1", r"\1", folded.translate(_SILENT))
    return folded.removesuffix("h") if folded.endswith("ah") and len(folded) > len("wah") + 2 else folded
