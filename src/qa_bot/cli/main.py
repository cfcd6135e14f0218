"""The command line's entry."""


def main() -> None:
    """Run the command line."""
