"""Every setting of the project, read from the environment and from `.env`; nothing is read at import."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa_bot.errors import SetupError

TELEGRAM_API_URL = "https://api.telegram.org"


def home() -> Path:
    """Return the repository's root, or the working directory where the package was installed without one."""
    root = Path(__file__).resolve().parents[2]
    return root if (root / "pyproject.toml").is_file() else Path.cwd()


class Settings(BaseSettings):
    """The settings; each field's description is its documentation (`docs/settings.md` is made from them)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, validate_default=True
    )

    token: Annotated[
        SecretStr | None,
        Field(
            validation_alias="TELEGRAM_BOT_TOKEN",
            description="The bot's token from @BotFather. Without it everything but Telegram works.",
        ),
    ] = None
    telegram_api_url: Annotated[
        str,
        Field(
            validation_alias="TELEGRAM_API_URL",
            pattern=r"^https?://\S+$",
            description="The Bot API server, by http or https: Telegram's own, or a self-hosted one.",
        ),
    ] = TELEGRAM_API_URL
    corpus: Annotated[
        Path,
        Field(
            default_factory=lambda: home() / "corpus",
            validation_alias="QA_BOT_CORPUS",
            description="The folder of texts, read recursively, or one file.",
        ),
    ]
    index: Annotated[
        Path,
        Field(
            default_factory=lambda: home() / "index",
            validation_alias="QA_BOT_INDEX",
            description="The folder of the built index; disposable.",
        ),
    ]
    store: Annotated[
        Path,
        Field(
            default_factory=lambda: home() / "store" / "qa_bot.sqlite3",
            validation_alias="QA_BOT_STORE",
            description="The file in which the bot remembers (SQLite); it is made where it is missing.",
        ),
    ]
    database_url: Annotated[
        SecretStr | None,
        Field(
            validation_alias="QA_BOT_DATABASE_URL",
            description="A PostgreSQL database to remember in instead: postgresql://user:password@host/name.",
        ),
    ] = None
    webhook_url: Annotated[
        str | None,
        Field(
            validation_alias="QA_BOT_WEBHOOK_URL",
            pattern=r"^https://\S+$",
            description="The public https address that Telegram posts updates to. Without it the bot polls.",
        ),
    ] = None
    webhook_secret: Annotated[
        SecretStr | None,
        Field(
            validation_alias="QA_BOT_WEBHOOK_SECRET",
            description="What Telegram must send along: 32 to 256 of A-Z a-z 0-9 _ -. Needed with a webhook.",
        ),
    ] = None
    listen: Annotated[
        str,
        Field(
            validation_alias="QA_BOT_LISTEN",
            pattern=r"^[^\s]+:\d{1,5}$",
            description="host:port where the webhook is served.",
        ),
    ] = "127.0.0.1:8080"
    log_level: Annotated[
        str,
        Field(
            validation_alias="QA_BOT_LOG_LEVEL",
            pattern="^(DEBUG|INFO|WARNING|ERROR)$",
            description="How much is logged: DEBUG, INFO, WARNING or ERROR.",
        ),
    ] = "INFO"
    log_format: Annotated[
        str,
        Field(
            validation_alias="QA_BOT_LOG_FORMAT",
            pattern="^(console|json)$",
            description="How logs are written: console, for people, or json, an object a line.",
        ),
    ] = "console"
    metrics_listen: Annotated[
        str | None,
        Field(
            validation_alias="QA_BOT_METRICS_LISTEN",
            pattern=r"^[^\s]+:\d{1,5}$",
            description="host:port where /healthz, /readyz and /metrics are served, also while polling.",
        ),
    ] = None
    one_wrong_in: Annotated[
        int | None,
        Field(
            validation_alias="QA_BOT_ONE_WRONG_IN",
            ge=2,
            le=20,
            description="At most one wrong in so many answers shown: what is less sure is told to be missing from the "
            "texts. Without it the usual bar.",
        ),
    ] = None
    follow_up_minutes: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_FOLLOW_UP_MINUTES",
            ge=0,
            le=1440,
            description="How long a question is remembered for follow-ups («ومن قادها؟»), in minutes.",
        ),
    ] = 15

    own_texts: Annotated[
        Path | None,
        Field(
            validation_alias="QA_BOT_OWN_TEXTS",
            description="The folder of the texts that chats add for themselves. Without it own_texts, beside the file "
            "in which the bot remembers.",
        ),
    ] = None
    chat_texts: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_CHAT_TEXTS",
            ge=0,
            le=1_000,
            description="How many texts of its own a chat may have; 0 lets nobody add one.",
        ),
    ] = 20
    chat_passages: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_CHAT_PASSAGES",
            ge=1,
            le=100_000,
            description="How many passages (some ninety words each) a chat's own texts may have in all.",
        ),
    ] = 5_000
    own_texts_mb: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_OWN_TEXTS_MB",
            ge=1,
            le=1_000_000,
            description="How many megabytes of the disk the own texts of all chats may take together.",
        ),
    ] = 1_000
    keep_days: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_KEEP_DAYS",
            ge=2,
            le=3650,
            description="How long it is known which card answers which question, in days; done updates go then too.",
        ),
    ] = 7
    stale_minutes: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_STALE_MINUTES",
            ge=0,
            le=1440,
            description="A question that waited longer, because the bot was off, isn't answered; 0 answers any.",
        ),
    ] = 60
    stale_apology: Annotated[
        bool,
        Field(
            validation_alias="QA_BOT_STALE_APOLOGY",
            description="Whether a chat whose questions waited too long gets an apology: true, or false for silence.",
        ),
    ] = True

    user_questions: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_USER_QUESTIONS",
            ge=0,
            le=10_000,
            description="How many questions and presses of a user are taken in a minute; 0 sets no limit.",
        ),
    ] = 120
    chat_questions: Annotated[
        int,
        Field(
            validation_alias="QA_BOT_CHAT_QUESTIONS",
            ge=0,
            le=10_000,
            description="How many questions and presses of a chat are taken in a minute; 0 sets no limit.",
        ),
    ] = 600

    @property
    def own_texts_folder(self) -> Path:
        """Return the folder of the texts that chats add for themselves."""
        return self.own_texts or self.store.parent / "own_texts"

    @property
    def own_texts_bytes(self) -> int:
        """Return how many bytes of the disk the own texts of all chats may take together."""
        return self.own_texts_mb * 1_000_000

    @field_validator("webhook_secret")
    @classmethod
    def _secret_is_strong(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _is_webhook_secret(value.get_secret_value()):
            raise ValueError("must be 32 to 256 characters of A-Z a-z 0-9 _ -")
        return value


def _is_webhook_secret(text: str) -> bool:
    return 32 <= len(text) <= 256 and text.isascii() and text.replace("_", "").replace("-", "").isalnum()


def read_settings() -> Settings:
    """Return the settings of the environment and of `.env` in the working directory.

    Raises:
        SetupError: a setting has a value that it can't have, or `.env` can't be read; the message names each
            setting by its variable, and never a value.
    """
    try:
        return Settings()
    except ValidationError as error:
        # The values stay out of the message: one of them may be the token.
        faults = "".join(f"\n  {_told(fault)}" for fault in error.errors(include_input=False))
        raise SetupError(f"Settings that can't be used:{faults}", command=_MENDED_BY) from None
    except (OSError, UnicodeDecodeError) as error:
        # Without its cause: a traceback would show the bytes.
        raise SetupError(f"The file .env can't be read ({type(error).__name__}).", command=_MENDED_BY) from None


_MENDED_BY = "edit .env (see .env.example)"


def _told(fault: ErrorDetails) -> str:
    """Return what is wrong with one setting; what its value should look like says its description."""
    name = str(fault["loc"][0])
    if fault["type"] != "string_pattern_mismatch":
        return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
    described = {field.validation_alias: field.description for field in Settings.model_fields.values()}
    return f"{name}: not of its form. {described[name]}"
