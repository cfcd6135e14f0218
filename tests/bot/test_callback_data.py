import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.bot.callback_data import LISTS, Action, Button, ButtonSeal, DeadButton

NOW_S = 1_800_000_000.0
DAY_S = 86_400
SEAL = ButtonSeal("123:token")
KEYS = st.lists(st.binary(min_size=5, max_size=5), min_size=1, max_size=4).map(tuple)


@st.composite
def buttons(draw: st.DrawFn) -> Button:
    keys = draw(KEYS)
    action = draw(st.sampled_from([Action.SHOW, Action.AROUND]))
    index = draw(st.integers(0, len(keys) - 1))
    return Button(action, index, keys, when=draw(st.booleans()), nearest=draw(st.booleans()))


@given(
    buttons() | st.builds(Button, st.sampled_from(sorted(LISTS)), st.integers(0, 65_535)), st.integers(-(2**52), 2**52)
)
def test_a_button_comes_back_as_it_was_and_fits_into_64_bytes(button: Button, chat_id: int) -> None:
    data = SEAL.seal(button, chat_id=chat_id, now_s=NOW_S)
    assert 1 <= len(data.encode()) <= 64
    assert SEAL.open(data, chat_id=chat_id, now_s=NOW_S) == button


@given(st.text(max_size=64))
def test_what_was_not_sealed_is_refused(data: str) -> None:
    assert SEAL.open(data, chat_id=7, now_s=NOW_S) is DeadButton.FORGED


@given(buttons(), st.integers(0, 8 * 26 - 1))
def test_one_changed_bit_is_a_forgery(button: Button, bit: int) -> None:
    data = SEAL.seal(button, chat_id=7, now_s=NOW_S)
    raw = bytearray(base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)))
    bit %= len(raw) * 8
    raw[bit // 8] ^= 1 << bit % 8
    assert SEAL.open(base64.urlsafe_b64encode(raw).rstrip(b"=").decode(), chat_id=7, now_s=NOW_S) is DeadButton.FORGED


def test_a_button_of_one_chat_is_worth_nothing_in_another() -> None:
    data = SEAL.seal(Button(Action.LIBRARY, 1), chat_id=7, now_s=NOW_S)
    assert SEAL.open(data, chat_id=8, now_s=NOW_S) is DeadButton.FORGED


def test_a_button_of_another_bot_is_worth_nothing() -> None:
    data = ButtonSeal("999:other").seal(Button(Action.LIBRARY, 1), chat_id=7, now_s=NOW_S)
    assert SEAL.open(data, chat_id=7, now_s=NOW_S) is DeadButton.FORGED


def test_a_button_works_for_thirty_days_also_after_a_restart() -> None:
    data = SEAL.seal(Button(Action.LIBRARY, 1), chat_id=7, now_s=NOW_S)
    restarted = ButtonSeal("123:token")
    assert restarted.open(data, chat_id=7, now_s=NOW_S + 30 * DAY_S) == Button(Action.LIBRARY, 1)
    assert restarted.open(data, chat_id=7, now_s=NOW_S + 31 * DAY_S) is DeadButton.EXPIRED


def test_more_keys_than_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="four keys"):
        SEAL.seal(Button(Action.SHOW, 0, (b"12345",) * 5), chat_id=7, now_s=NOW_S)


def test_an_index_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="index among them"):
        SEAL.seal(Button(Action.SHOW, 1, (b"12345",)), chat_id=7, now_s=NOW_S)


def test_a_button_about_another_chat_carries_its_number() -> None:
    for about in (-1_009_999_999_999_999, 2**52, 7):
        button = Button(Action.SETTINGS, 513, about=about)
        data = SEAL.seal(button, chat_id=7, now_s=NOW_S)
        assert len(data) <= 64
        assert SEAL.open(data, chat_id=7, now_s=NOW_S) == button
