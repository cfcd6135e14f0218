from fakes import FakeClock
from qa_bot.bot.cooldown import Cooldown


def test_so_many_come_at_once_and_then_as_many_a_minute() -> None:
    clock = FakeClock()
    cooldown = Cooldown(3, clock=clock)
    assert [cooldown.takes(7) for _ in range(4)] == [True, True, True, False]
    clock.now_s += 19
    assert not cooldown.takes(7)
    clock.now_s += 1
    assert [cooldown.takes(7) for _ in range(2)] == [True, False]
    clock.now_s += 3_600
    assert [cooldown.takes(7) for _ in range(4)] == [True, True, True, False]


def test_each_has_a_bucket_of_their_own() -> None:
    cooldown = Cooldown(1, clock=FakeClock())
    assert [cooldown.takes(key) for key in (7, 8, 7)] == [True, True, False]


def test_zero_sets_no_limit() -> None:
    cooldown = Cooldown(0, clock=FakeClock())
    assert all(cooldown.takes(7) for _ in range(1_000))
