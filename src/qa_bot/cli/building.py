"""Building an index from the command line: progress while it lasts, then what was found on the way."""

from collections.abc import Sequence

from qa_bot.cli.console import err, progress_of_build
from qa_bot.wiring.building import BuildReport, build
from qa_bot.wiring.place import Place
from qa_bot.wiring.preparing import prepare

_SHOWN = 20  # problems and skipped files listed before a count takes over


def build_anew(place: Place) -> BuildReport:
    """Return the report of a build, after telling what was left out and what is broken.

    Raises:
        SetupError: there are no texts, or the index can't be written.
    """
    with progress_of_build() as on_progress:
        report = build(place, on_progress)
    _list("left out", [f"{skipped.path}: {skipped.why}" for skipped in report.skipped])
    _tell_problems(report)
    return report


def bring_up_to_date(place: Place) -> None:
    """Build the index of a place where it doesn't fit its texts (see `prepare`); tell what is broken in them.

    Raises:
        SetupError: as `preparing.prepare` does.
    """
    with progress_of_build() as on_progress:
        report = prepare(place, on_progress)
    if report is None:
        return
    if report.other_version:
        err.print(f"The index in {place.index} was of another version of qa_bot; it was built anew.", markup=False)
    if report.other_corpus:
        line = f"The index in {place.index} was of {report.other_corpus}; now it is of {place.corpus}."
        err.print(line, markup=False)
    _tell_problems(report)


def _tell_problems(report: BuildReport) -> None:
    _list("look at", [str(problem) for problem in report.problems])


def _list(label: str, lines: Sequence[str]) -> None:
    for line in lines[:_SHOWN]:
        err.print(f"{label}: {line}", markup=False)
    if len(lines) > _SHOWN:
        err.print(f"{label}: and {len(lines) - _SHOWN} more", markup=False)
