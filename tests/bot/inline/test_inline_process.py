"""The program as a user starts it: answers behind its name in any chat, and as a guest."""

import pytest

from bot_texts import SENTENCE, UNANSWERABLE, WHEN
from process import BotProcess
from telegram_harness import plain
from telegram_stand_in import TelegramStandIn

pytestmark = pytest.mark.process
PATIENCE_S = 60.0


def test_a_question_behind_the_bots_name_is_answered_with_cards_to_choose_from(
    server: TelegramStandIn, bot: BotProcess
) -> None:
    user = server.user("مريم")
    typed = [server.inline_query(user, text) for text in ("متى", "متى كانت وقعة", WHEN)]
    answers = [server.wait_for_inline_answer(query, PATIENCE_S) for query in typed]
    first = answers[-1].results[0]
    assert f"«{SENTENCE}»" in plain(first["input_message_content"]["message_text"])
    server.chooses(user, answers[-1], first["id"], WHEN)
    assert server.wait_for_inline_answer(server.inline_query(user, ""), PATIENCE_S).raw["button"]["text"]
    assert server.wait_for_inline_answer(server.inline_query(user, UNANSWERABLE), PATIENCE_S)


def test_a_guests_message_is_answered_once(server: TelegramStandIn, bot: BotProcess) -> None:
    query = server.guest_message(server.user("سعيد"), f"@qa_test_bot {WHEN}")
    [card] = server.wait_for_guest_answer(query, PATIENCE_S).results
    assert "وقعة اليرموك، «الوقعة»" in card["input_message_content"]["message_text"]
    assert len(server.calls_of("answerGuestQuery")) == 1
