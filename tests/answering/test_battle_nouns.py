"""What a noun for a battle weighs in a question for a time."""

from builders import build_library, hold_library
from qa_bot.answering.battle_nouns import with_battle_nouns
from qa_bot.answering.match import Weighted
from qa_bot.index.embedded import EmbeddedEngine

ANNALS = {
    "annals": (
        "وكانت وقعة مؤتة سنة ثمان.",
        "وكان يوم مؤتة عظيما.",
        "وكان يوم حنين سنة ثمان.",
        "وفي يوم الأحد خرجوا من المعركة.",
        "ودخل مكة.",
    )
}


def held() -> EmbeddedEngine:
    return hold_library(build_library(ANNALS))


async def test_a_rare_noun_weighs_no_more_than_the_commonest() -> None:
    asked = Weighted(("معركه", "موته"), (1.4, 0.9), (1.0, 1.0))
    battle, name = (await with_battle_nouns(asked, held())).weights
    assert battle < name == 0.9


async def test_a_common_noun_keeps_its_weight() -> None:
    asked = Weighted(("يوم", "موته"), (0.1, 0.9), (1.0, 1.0))
    assert await with_battle_nouns(asked, held()) == asked


async def test_where_nothing_else_is_asked_nothing_changes() -> None:
    asked = Weighted(("المعركه", "موته"), (1.4, 0.0), (1.0, 0.5))
    assert await with_battle_nouns(asked, held()) == asked
