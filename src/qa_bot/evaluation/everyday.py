"""Questions of everyday life."""

from pathlib import Path

_QUESTIONS = Path(__file__).parent / "everyday.txt"


def everyday_questions() -> list[str]:
    """Return questions of everyday life, which no text of a library like ours answers."""
    lines = _QUESTIONS.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
