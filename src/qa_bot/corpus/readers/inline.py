"""Markdown inside a paragraph: which code points are markup. Emphasis, code, links, images, tags, escapes.

One pass over the tokens with a stack for what is open, so that hostile text costs no more than plain one.
"""

import re
from bisect import bisect_right

# What to leave out of the text, `[start, end)`, and what stands in its place.
Cut = tuple[int, int, str]

_TOKEN = re.compile(
    r"""
      (?P<escape>\\(?=[!-/:-@\[-`{-~]))
    | (?P<code>`+)
    | (?P<note>\[\^[^\]\s]{1,50}\])
    | (?P<open>!?\[)
    | (?P<target>\](?:\([ \t]*(?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,9})
                    (?:[ \t\n]{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]*\)
                 |\[[^\[\]\n]{0,200}\]))
    | (?P<close>\])
    | (?P<address><(?:https?|mailto):[^<>\s]{1,2000}>)
    | (?P<line><br[ \t]{0,3}/?>)
    | (?P<comment><!--)
    | (?P<tag></?[A-Za-z][^<>]{0,1000}>)
    | (?P<space>&nbsp;)
    | (?P<run>\*{1,3}|_{1,3}|~~)
    """,
    re.VERBOSE,
)


def markup(text: str, start: int, end: int) -> list[Cut]:
    """Return the markup of the paragraph `[start, end)` of `text`, ascending, without overlap.

    The label of a link stays, an image goes as a whole. What opens and never closes is no markup.

    >>> text = "**بدر** في [مكة](m.md)"
    >>> [text[start:end] for start, end, _ in markup(text, 0, len(text))]
    ['**', '**', '[', '](m.md)']
    """
    scan = _Scan(text, start, end)
    return without_overlap(scan.cuts)


class _Scan:
    """What is open while the tokens of one paragraph go by, and the cuts found so far."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.cuts: list[Cut] = []
        self._text = text
        self._start, self._end = start, end
        self._brackets: list[tuple[int, int]] = []
        self._runs: dict[str, list[tuple[int, int]]] = {}
        self._ticks = _ticks(text, start, end)
        self._comments_close = True
        at = start
        while token := _TOKEN.search(text, at, end):
            at = self._take(token)

    def _take(self, token: re.Match[str]) -> int:
        """Note what the token means; return where to go on."""
        start, end = token.span()
        match token.lastgroup:
            case "escape":
                self.cuts.append((start, end, ""))
                return end + 1
            case "code":
                return self._code(start, end)
            case "open":
                self._brackets.append((start, end))
            case "target" | "close":
                self._close_bracket(token)
            case "address":
                self.cuts += [(start, start + 1, ""), (end - 1, end, "")]
            case "comment":
                return self._comment(start, end)
            case "note" | "tag":
                self.cuts.append((start, end, ""))
            case "line":
                self.cuts.append((start, end, "\n"))
            case "space":
                self.cuts.append((start, end, " "))
            case _:
                self._run(token[0], start, end)
        return end

    def _comment(self, start: int, end: int) -> int:
        closing = self._text.find("-->", end, self._end) if self._comments_close else -1
        if closing < 0:
            self._comments_close = False
            return end
        self.cuts.append((start, closing + 3, ""))
        return closing + 3

    def _code(self, start: int, end: int) -> int:
        """Cut the ticks around code; what is between them is left alone."""
        starts = self._ticks.get(end - start, [])
        number = bisect_right(starts, start)
        if number == len(starts):
            return end
        closing = starts[number]
        self.cuts += [(start, end, ""), (closing, closing + end - start, "")]
        return closing + end - start

    def _close_bracket(self, token: re.Match[str]) -> None:
        if not self._brackets:
            return
        start, end = self._brackets.pop()
        if token.lastgroup == "close":
            return
        if self._text[start] == "!":
            self.cuts.append((start, token.end(), ""))
        else:
            self.cuts += [(start, end, ""), (token.start(), token.end(), "")]

    def _run(self, run: str, start: int, end: int) -> None:
        """Pair a run of emphasis marks with the last open one like it; it opens where it can't close."""
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        inside_word = run[0] == "_" and before.isalnum() and after.isalnum()
        opened = self._runs.setdefault(run, [])
        if inside_word:
            return
        if opened and not before.isspace():
            self.cuts += [(*opened.pop(), ""), (start, end, "")]
        elif not after.isspace():
            opened.append((start, end))


def _ticks(text: str, start: int, end: int) -> dict[int, list[int]]:
    """Return where runs of backticks stand, by their length."""
    found: dict[int, list[int]] = {}
    for run in re.finditer("`+", text[start:end]):
        found.setdefault(run.end() - run.start(), []).append(start + run.start())
    return found


def without_overlap(cuts: list[Cut]) -> list[Cut]:
    """Return `cuts` ascending, those left out that begin inside another."""
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept
