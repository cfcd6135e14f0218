"""Who killed, told from victims and bystanders."""

import pytest

from qa_bot.answering.killing import asks_who_killed, killers_in
from qa_bot.text.tokenise import tokenise


def killers(text: str, victim: str) -> list[str]:
    asked = ["قتل", *(token.term for token in tokenise(victim))]
    return [token.term for token, _ in killers_in(text, tokenise(text), asked)]


@pytest.mark.parametrize(
    ("text", "victim", "killer"),
    [
        ("قُتل حمزة في أحد، قتله وحشي غلام جبير", "حمزة", "وحشي"),
        ("وذهب أكثر الرواة إلى أن قاتل رستم هو هلال بن علفة", "رستم", "هلال"),
        ("كان ملك الحيرة ممن قتلهم كسرى أبرويز", "النعمان", "كسري"),
        ("وقُتل مالك بن نويرة على يد خالد", "مالك بن نويرة", "خالد"),
        ("وقتل عمر في المدينة، طعنه أبو لؤلؤة", "عمر", "لولوه"),
        ("وثار الأعيان وقُتل كسرى في انقلاب بقيادة شيرويه", "كسرى", "شيرويه"),
        ("اختُلف في قاتل مرحب يوم خيبر: فهو محمد بن مسلمة", "مرحب", "محمد"),
        ("وقُتل مسيلمة، واشترك في قتله عند الواقدي وحشي بن حرب", "مسيلمة", "وحشي"),
    ],
)
def test_the_killer_is_found(text: str, victim: str, killer: str) -> None:
    assert killers(text, victim) == [killer]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("وقتل حمزة شيبة", "حمزة"),
        ("اعتزل سعد بن أبي وقاص القتال بعد مقتل عثمان", "عثمان"),
        ("وقُتل من أسرى بدر النضر بن الحارث وعقبة بن أبي معيط", "النضر بن الحارث"),
        ("وقَتل الزبير بن العوام ياسرًا أخا مرحب", "مرحب"),
        ("واستُشهد مصعب بن عمير وعبد الله بن جحش", "مصعب بن عمير"),
    ],
)
def test_victims_and_bystanders_killed_nobody(text: str, victim: str) -> None:
    assert killers(text, victim) == []


@pytest.mark.parametrize(
    ("asked", "killer"), [("قتل رستم", True), ("وقتله مرحب", True), ("قتل بدر", False), ("استشهد حمزة", False)]
)
def test_a_question_asks_for_a_killer_or_for_victims(asked: str, killer: bool) -> None:
    assert asks_who_killed([token.term for token in tokenise(asked)]) is killer
