"""What is made when it is first needed, made beforehand: no asker waits for it."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Mapping
from heapq import nlargest

from qa_bot.answering.match import make_signs

# Each needs tables that the ones before it don't: of dates, faults, Latin names, chat Latin, other keys.
_FIRST_QUESTIONS = (
    "متى كانت معركة اليرموك؟",
    "كم ظضطغ؟",
    "when was the battle of Yarmouk?",
    "mata ma3rakat alyarmouk",
    "ljn ;hkj luv;m hgdvl,;",
)


# Of each passage of 16 classical books seven in eight words, and half a second's work.
_COMMON_WORDS = 20_000
# Of Python's default, 700, 10 and 10, one answer in a hundred waited some 30 ms for a collection of everything, though
# next to nothing that an answer makes refers back to itself.
_COLLECT_EVERY = (2_000, 20, 50)


async def warm(answer: Callable[[str], Awaitable[object]], known: Mapping[str, int]) -> None:
    """Make all that `answer` makes when it is first needed; `known` are the words of the texts with their frequencies.

    What was made, and all else that the program holds by now, is left out of later garbage collections: walking
    over it would hold up one question in a hundred by a tenth of a second.
    """
    for question in _FIRST_QUESTIONS:
        await answer(question)
    await asyncio.to_thread(make_signs, nlargest(_COMMON_WORDS, known, key=known.__getitem__))
    # What was left out before may have been of older texts, and garbage by now.
    gc.unfreeze()
    gc.set_threshold(*_COLLECT_EVERY)
    gc.collect()
    gc.freeze()
