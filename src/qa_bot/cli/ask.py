"""`qa-bot ask` and `qa-bot when`: one question, or one a line from standard input."""

from typing import Annotated

import typer

from qa_bot.cli.dialogue import STANDARD_INPUT, Dialogue, as_json_line, as_text_block
from qa_bot.cli.options import ConversationOption, CorpusOption, IndexOption, JsonOption, PassagesOption
from qa_bot.cli.session import open_session
from qa_bot.settings import read_settings
from qa_bot.wiring.place import place_of

QuestionArgument = Annotated[
    str,
    typer.Argument(
        metavar="QUESTION | -",
        show_default=False,
        help="The question; without it, or with `-`, one a line is read from standard input.",
    ),
]
NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME | -",
        show_default=False,
        help="A name in any script; without it, or with `-`, one a line is read from standard input.",
    ),
]


def ask(
    question: QuestionArgument = STANDARD_INPUT,
    index: IndexOption = None,
    corpus: CorpusOption = None,
    as_json: JsonOption = False,  # noqa: FBT002  # a flag, as typer makes them
    passages: PassagesOption = 5,
    conversation: ConversationOption = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    r"""Answer a question from the texts.

    For example:

      qa-bot ask "متى كانت معركة اليرموك؟"

      qa-bot ask --corpus my-texts/ --json "من قاد المسلمين في مؤتة؟"

      printf 'متى كانت بدر؟\nومن قاد المشركين؟\n' | qa-bot ask --conversation -
    """
    dialogue = Dialogue(as_json_line if as_json else as_text_block, conversation=conversation)
    settings = read_settings()
    place = place_of(settings, index, corpus)
    with open_session(place, passages, many=question == STANDARD_INPUT, one_wrong_in=settings.one_wrong_in) as session:
        dialogue.hold(question, session.answer)


def when(
    name: NameArgument = STANDARD_INPUT,
    index: IndexOption = None,
    corpus: CorpusOption = None,
    as_json: JsonOption = False,  # noqa: FBT002  # a flag, as typer makes them
    passages: PassagesOption = 5,
    conversation: ConversationOption = False,  # noqa: FBT002  # a flag, as typer makes them
) -> None:
    """Tell when something was, by its name in Arabic or Latin letters.

    For example:

      qa-bot when Ajnadayn

      qa-bot when تبوك --json
    """
    dialogue = Dialogue(as_json_line if as_json else as_text_block, conversation=conversation)
    settings = read_settings()
    place = place_of(settings, index, corpus)
    with open_session(place, passages, many=name == STANDARD_INPUT, one_wrong_in=settings.one_wrong_in) as session:
        dialogue.hold(name, session.when)
