"""Things that belong together, directly or through others."""


class Groups:
    """Puts names together, two at a time; a group is called by the least of its names."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def name_of(self, name: str) -> str:
        """Return the least name of the group of `name`; a name never joined is a group of its own."""
        least = name
        while (above := self._above.get(least, least)) != least:
            least = above
        if least != name:
            self._above[name] = least
        return least

    def join(self, one: str, other: str) -> None:
        """Make one group of those of both names."""
        least, greater = sorted((self.name_of(one), self.name_of(other)))
        self._above[greater] = least
