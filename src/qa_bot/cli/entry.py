"""Where the program begins: before anything slow is imported, so that Ctrl-C ends it quietly at any moment."""

import sys

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main() -> None:
    """Run the command line."""
    try:
        # Here, not above: importing takes a second, in which Ctrl-C may come.
        from qa_bot.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
