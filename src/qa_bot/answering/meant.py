"""What an asker meant by what was typed: another keyboard layout, Latin letters, typing faults."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from qa_bot.answering.chat_latin import read_chat_latin
from qa_bot.answering.known_words import is_known
from qa_bot.answering.latin import has_foreign_letters, transcribe
from qa_bot.answering.layout import retyped
from qa_bot.answering.mistyped import Corrections, Mender
from qa_bot.text.names import NameReader


@dataclass(frozen=True, slots=True)
class Meant:
    """A question in Arabic words; `readings` are those of its Latin names, `corrections` what was read otherwise."""

    text: str
    readings: tuple[str, ...] = ()
    corrections: Corrections = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What questions are read by: the normalised words of the `texts` with their frequencies, and what reads them."""

    texts: Mapping[str, int]
    names: NameReader
    mender: Mender

    def read(self, text: str) -> Meant:
        """Return `text` in Arabic words, its typing faults left as they are.

        The first name makes tables of all the texts' words: seconds for a large library.
        """
        arabic = retyped(text, self._is_word)
        keys = ((text, arabic),) if arabic != text else ()
        spoken = read_chat_latin(arabic)
        transcribed = transcribe(spoken, self.names, self.texts) if has_foreign_letters(spoken) else None
        whole = transcribed.text if transcribed else spoken
        chat = ((arabic, whole),) if spoken != arabic else ()
        return Meant(whole, transcribed.readings if transcribed else (), (*keys, *chat))

    def mend(self, meant: Meant, around: Collection[str]) -> Meant:
        """Return what was meant with its typing faults mended, likelier by the words `around`: see `Mender.mend`."""
        mended = self.mender.mend(meant.text, around)
        return replace(meant, text=mended.text, corrections=(*meant.corrections, *mended.corrections))

    def _is_word(self, word: str) -> bool:
        return is_known(word, self.texts)
