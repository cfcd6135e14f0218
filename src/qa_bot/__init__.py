"""qa_bot answers Arabic questions from texts: the sentence that answers, verbatim, with its citation."""

__version__ = "0.1.0"
