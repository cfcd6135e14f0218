"""Real OpenITI files, where they lie beside the project; each check is skipped by name where they don't."""

import gzip
import re
from functools import lru_cache
from pathlib import Path

import pytest

from qa_bot.corpus.catalogue import read_file
from qa_bot.corpus.origin import locate
from qa_bot.corpus.passages import cut
from qa_bot.model.corpus import Document

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "classical_texts"
# Small files, one of each library and with most of the markup's oddities.
FILES = (
    "0200SayfIbnCumar.Fitna.Shamela0007536-ara1.gz",
    "0207Waqidi.Ridda.Shamela0012222-ara1.mARkdown.gz",
    "0282AbuHanifaDinawari.AkhbarTiwal.Shia003075-ara1.completed.gz",
    "0292Yacqubi.Tarikh.JK001493-ara1.mARkdown.gz",
)
MARKUP = re.compile(r"PageV|ms\d|~~|#META|[@#$%|\\<>]")

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the classical texts are not at {TEXTS}")


@lru_cache
def document(name: str) -> Document:
    (found,) = read_file(TEXTS / name, TEXTS)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("name", FILES)
def test_no_markup_stays_in_the_text_or_the_headings(name: str) -> None:
    found = document(name)
    assert MARKUP.search(found.text) is None
    assert not any(MARKUP.search(heading) for paragraph in found.paragraphs for heading in paragraph.headings)


@pytest.mark.parametrize("name", FILES)
def test_the_header_is_known(name: str) -> None:
    metadata = document(name).metadata
    assert metadata.title
    assert metadata.author
    assert metadata.death_year_ah == int(name[:4])


@pytest.mark.parametrize("name", FILES)
def test_most_passages_are_of_a_good_length_and_know_their_page(name: str) -> None:
    passages = cut(document(name))
    good = [passage for passage in passages if 60 <= len(passage.text.split()) <= 120]
    assert len(good) > 0.8 * len(passages)
    assert sum(passage.page is not None for passage in passages) > 0.95 * len(passages)


def test_every_letter_stands_where_its_origin_says() -> None:
    found = document(FILES[0])
    written = gzip.decompress((TEXTS / FILES[0]).read_bytes()).decode()
    assert all(
        letter.isspace() or written[locate(found.origin, offset)] == letter for offset, letter in enumerate(found.text)
    )
