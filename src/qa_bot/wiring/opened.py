"""The service, open: what engine it uses is picked here."""

from qa_bot.answering.bar import bar_for
from qa_bot.answering.service import AnsweringService
from qa_bot.index.current import CurrentEngine
from qa_bot.wiring.place import Place, mended_by


def open_service(place: Place, *, one_wrong_in: int | None = None) -> AnsweringService:
    """Return the service over a place's index; it follows later builds.

    At most one in `one_wrong_in` answers shown is to be wrong (`bar_for`); None is the usual bar.

    Raises:
        SetupError: there is no index, or it is torn or of another version; or what was learned has no such bar.
    """
    bar = bar_for(one_wrong_in)
    with mended_by(place):
        return AnsweringService(CurrentEngine(place.index), bar=bar)
