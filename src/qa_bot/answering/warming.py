"""What is made when it is first needed, made beforehand: no asker waits for it."""

import gc
from collections.abc import Awaitable, Callable

# Each needs tables that the ones before it don't: of dates, faults, Latin names, chat Latin, other keys.
_FIRST_QUESTIONS = (
    "متى كانت معركة اليرموك؟",
    "كم ظضطغ؟",
    "when was the battle of Yarmouk?",
    "mata ma3rakat alyarmouk",
    "ljn ;hkj luv;m hgdvl,;",
)


async def warm(answer: Callable[[str], Awaitable[object]]) -> None:
    """Make all that `answer` makes when it is first needed.

    What was made, and all else that the program holds by now, is left out of later garbage collections: walking
    over it would hold up one question in a hundred by a tenth of a second.
    """
    for question in _FIRST_QUESTIONS:
        await answer(question)
    # What was left out before may have been of older texts, and garbage by now.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
