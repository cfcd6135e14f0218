import os
from pathlib import Path

import pytest

from qa_bot import settings as module
from qa_bot.errors import SetupError
from qa_bot.settings import home, read_settings

ROOT = Path(__file__).parents[1]
SECRET = "0123456789abcdef" * 3


@pytest.fixture(autouse=True)
def _nothing_of_the_tester(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith(("QA_BOT_", "TELEGRAM_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_any_setting_the_repository_s_folders_are_used_and_the_bot_polls() -> None:
    settings = read_settings()
    assert (settings.corpus, settings.index) == (ROOT / "corpus", ROOT / "index")
    assert (settings.store, settings.database_url) == (ROOT / "store" / "qa_bot.sqlite3", None)
    assert (settings.token, settings.webhook_url, settings.webhook_secret) == (None, None, None)
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert (settings.listen, settings.log_level, settings.follow_up_minutes) == ("127.0.0.1:8080", "INFO", 15)


def test_where_the_package_has_no_repository_its_folders_are_looked_for_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "lib" / "site-packages" / "qa_bot" / "settings.py"))
    assert home() == tmp_path


def test_settings_come_from_the_environment_before_env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("QA_BOT_CORPUS=from-env-file\nQA_BOT_LISTEN='[::1]:9000'\n", "utf-8")
    monkeypatch.setenv("QA_BOT_CORPUS", "from-the-environment")
    settings = read_settings()
    assert (str(settings.corpus), settings.listen) == ("from-the-environment", "[::1]:9000")


def test_an_empty_value_is_none_and_an_unknown_name_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    monkeypatch.setenv("QA_BOT_LISTEN", "")
    monkeypatch.setenv("QA_BOT_OF_TOMORROW", "1")
    settings = read_settings()
    assert (settings.token, settings.listen) == (None, "127.0.0.1:8080")


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567890:AAsecret")
    monkeypatch.setenv("QA_BOT_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("QA_BOT_DATABASE_URL", "postgresql://bot:open-sesame@db/qa")
    settings = read_settings()
    assert "open-sesame" not in repr(settings) + str(settings)
    assert settings.token
    assert settings.token.get_secret_value() == "1234567890:AAsecret"
    assert "AAsecret" not in repr(settings) + str(settings)
    assert SECRET not in repr(settings) + str(settings)


FORM = "not of its form. "


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TELEGRAM_API_URL", "api.telegram.org", FORM + "The Bot API server, by http or https"),
        ("QA_BOT_WEBHOOK_URL", "http://bot.example.org", FORM + "The public https address"),
        ("QA_BOT_WEBHOOK_SECRET", "short", "must be 32 to 256 characters of A-Z a-z 0-9 _ -"),
        ("QA_BOT_WEBHOOK_SECRET", "ب" * 40, "must be 32 to 256 characters of A-Z a-z 0-9 _ -"),
        ("QA_BOT_WEBHOOK_SECRET", "a" * 257, "must be 32 to 256 characters of A-Z a-z 0-9 _ -"),
        ("QA_BOT_LISTEN", "8080", FORM + "host:port where the webhook is served."),
        ("QA_BOT_LOG_LEVEL", "info", FORM + "How much is logged: DEBUG, INFO, WARNING or ERROR."),
        ("QA_BOT_FOLLOW_UP_MINUTES", "-1", "Input should be greater than or equal to 0"),
        ("QA_BOT_FOLLOW_UP_MINUTES", "1441", "Input should be less than or equal to 1440"),
        ("QA_BOT_FOLLOW_UP_MINUTES", "soon", "Input should be a valid integer"),
    ],
)
def test_a_value_that_can_not_be_is_told_by_its_variable(
    name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SetupError) as caught:
        read_settings()
    assert caught.value.reason.startswith(f"Settings that can't be used:\n  {name}: {told}")
    assert caught.value.command == "edit .env (see .env.example)"
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("secret", ["A" * 32, "z_-9" * 64])
def test_a_secret_of_allowed_letters_and_length_is_taken(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_WEBHOOK_SECRET", secret)
    taken = read_settings().webhook_secret
    assert taken
    assert taken.get_secret_value() == secret


def test_every_value_that_can_not_be_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_LISTEN", "nowhere")
    monkeypatch.setenv("QA_BOT_LOG_LEVEL", "LOUD")
    with pytest.raises(SetupError) as caught:
        read_settings()
    assert [line.split(":")[0].strip() for line in caught.value.reason.splitlines()[1:]] == [
        "QA_BOT_LISTEN",
        "QA_BOT_LOG_LEVEL",
    ]


def test_an_env_that_is_no_text_is_told_without_its_bytes(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKEN=secret\xff\n")
    with pytest.raises(SetupError, match=r"The file \.env can't be read \(UnicodeDecodeError\)\.") as caught:
        read_settings()
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_value_that_can_not_be_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_WEBHOOK_SECRET", "a secret of mine")
    monkeypatch.setenv("TELEGRAM_API_URL", "user:password@somewhere")
    with pytest.raises(SetupError) as caught:
        read_settings()
    assert "mine" not in str(caught.value)
    assert "password" not in str(caught.value)
