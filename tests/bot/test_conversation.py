from fakes import FakeClock
from qa_bot.bot.conversation import Card, Conversations, Speaker
from qa_bot.model.answer import QuestionKind, Understood

YARMUK = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")
ASKER = Speaker(chat_id=-100, topic_id=None, asker_id=7)


def test_the_last_question_is_remembered() -> None:
    conversations = Conversations(minutes=15, clock=FakeClock())
    conversations.remember(ASKER, YARMUK)
    assert conversations.previous(ASKER) == YARMUK


def test_another_asker_topic_or_chat_has_a_conversation_of_its_own() -> None:
    conversations = Conversations(minutes=15, clock=FakeClock())
    conversations.remember(ASKER, YARMUK)
    others = [Speaker(-100, None, 8), Speaker(-100, 5, 7), Speaker(-200, None, 7)]
    assert [conversations.previous(other) for other in others] == [None, None, None]


def test_a_question_is_forgotten_after_its_minutes() -> None:
    clock = FakeClock()
    conversations = Conversations(minutes=15, clock=clock)
    conversations.remember(ASKER, YARMUK)
    clock.now_s += 15 * 60 - 1
    assert conversations.previous(ASKER) == YARMUK
    clock.now_s += 1
    assert conversations.previous(ASKER) is None


def test_nothing_is_remembered_for_no_minutes() -> None:
    conversations = Conversations(minutes=0, clock=FakeClock())
    conversations.remember(ASKER, YARMUK)
    conversations.remember_card(Card(-100, 5), YARMUK)
    assert conversations.previous(ASKER) is None
    assert conversations.answered_on(Card(-100, 5)) is None


def test_a_card_of_one_chat_is_not_taken_for_that_of_another() -> None:
    conversations = Conversations(minutes=15, clock=FakeClock())
    conversations.remember_card(Card(-100, 5), YARMUK)
    assert conversations.answered_on(Card(-100, 5)) == YARMUK
    assert conversations.answered_on(Card(-200, 5)) is None
