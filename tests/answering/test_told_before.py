"""What stands beside the sentence that was quoted before."""

from asked import found, ranked
from qa_bot.answering.told_before import raise_neighbours

CARPET = "وكان بساط كسرى من غنائم المدائن. ثم أرسله سعد إلى المدينة. وقسمه عمر بين الناس."
QUESTION = "ماذا صنعوا بالبساط؟"


def order(quoted: tuple[str, int, int] | None) -> list[str]:
    passages = found(CARPET, "وكان البساط طويلا.", scores=[1.0, 1.0])
    return [each.text.split()[0] for each in raise_neighbours(ranked(QUESTION, passages), quoted)]


def test_its_neighbours_come_sooner_and_the_sentence_itself_does_not() -> None:
    first = found(CARPET)[0].passage
    told = (first.id, 0, CARPET.index("ثم") - 1)
    before, after = ranked(QUESTION, found(CARPET)), raise_neighbours(ranked(QUESTION, found(CARPET)), told)
    raised = {each.text: each.score for each in after}
    assert {each.text.split()[0]: round(raised[each.text] - each.score, 6) for each in before} == {
        "وكان": 0.0,
        "ثم": 1.0,
        "وقسمه": 1.0,
    }
    assert [each.score for each in after] == sorted(raised.values(), reverse=True)


def test_nothing_changes_where_nothing_was_quoted_or_elsewhere() -> None:
    assert order(None) == order(("another", 0, 9))
