from fakes import FakeClock
from qa_bot.bot.conversation import Conversations, Speaker
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
    assert conversations.previous(ASKER) is None
