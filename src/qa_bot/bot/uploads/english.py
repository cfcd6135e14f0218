"""The sentences about texts that a chat adds, in English."""

from qa_bot.bot.markup import line
from qa_bot.bot.texts import command, example
from qa_bot.bot.uploads.texts import UploadTexts
from qa_bot.own_texts.model import Refusal

_KINDS = "txt, md, docx, epub, pdf, html, mARkdown"

ENGLISH = UploadTexts(
    receiving=(line("Receiving the file…"),),
    reading=(line("I have it and am reading it. A large book may take a minute."),),
    added="Added: {title}",
    size="Passages: {passages}, words: {words}",
    at_hand=line("I answer from it here from now on; no other chat sees it."),
    partly_scanned=line("Note: some of its pages are pictures without text, and were not read."),
    partly_read=line("Note: some of its parts could not be read; the rest was added."),
    see_library=line("Texts added here: ", *command("/library")),
    known="This file was added here before, as: {title}",
    refusals={
        Refusal.BROKEN: (line("I can't read the file: it looks damaged, or isn't of the kind that its name says."),),
        Refusal.LOCKED: (line("The file is locked with a password or copy protected. Please send it unlocked."),),
        Refusal.SCANNED: (
            line("This is a scanned file: its pages are pictures without text, so I can't read it."),
            line("Run it through text recognition (OCR) first, and send what comes out."),
        ),
        Refusal.TOO_MUCH: (line("There is more in this file than I can read. Please split it and send the parts."),),
        Refusal.EMPTY: (line("I found no words to read in the file."),),
        Refusal.UNREAD: (line("I don't read files of this kind. I read: ", _KINDS),),
        Refusal.TOO_BIG: (line("The file is larger than 20 MB, which is the most that Telegram hands to bots."),),
        Refusal.TOO_MANY_TEXTS: (
            line("This chat has as many texts as it may ({texts})."),
            line("Remove one and send the file again: ", *command("/library")),
        ),
        Refusal.NO_ROOM: (
            line("The room that I have for the texts of all chats is full, so I can't add one now."),
            line("Please try again later, or remove a text that you don't need: ", *command("/library")),
        ),
        Refusal.TOO_MANY_PASSAGES: (
            line("With this text the chat would have more passages than it may ({passages})."),
            line("Send a smaller part of it, or remove another: ", *command("/library")),
        ),
    },
    usage=(
        line("Send a file with ", *example("/add"), " as its caption, or reply with it to a message that has a file."),
        line("What you write after the command becomes the title."),
        line("I read: ", _KINDS, ", up to 20 MB."),
    ),
    closed=(line("Texts can't be added to this bot."),),
    admins_only=(line("Only this group's admins can add texts here."),),
    library="Texts added here ({count})",
    library_empty=line("No texts have been added here yet."),
    of_library=line("I also answer from the bot's own library: ", *command("/sources")),
    passages="passages: {passages}",
    ask_removal="Remove this text from here: {title}?",
    for_good=line("Once removed, it only comes back by sending it again."),
    removed="Removed: {title}",
    remove_button="Remove: {title}",
    yes_button="Yes, remove it",
    no_button="No, keep it",
    admins_alert="Only this group's admins can remove texts.",
)
