### Texts that a chat adds for itself: /add and /library.

-kinds = <bdi>txt, md, docx, epub, pdf, html, mARkdown</bdi>

own-usage =
    Send a file with <code>/add</code> as its caption, or reply with it to a message that has a file.
    What you write after the command becomes the title.
    I read: { -kinds }, up to 20 MB.

own-receiving = Receiving the file…
own-reading = I have it and am reading it. A large book may take a minute.
own-closed = Texts can't be added to this bot.
own-admins-only = Only this group's admins can add texts here.
own-admins-alert = Only this group's admins can remove texts.

own-added = <b>Added: { $title }</b>
own-size =
    { own-passages }, { $words ->
        [one] one word
       *[other] { $words } words
    }
own-passages =
    { $passages ->
        [one] one passage
       *[other] { $passages } passages
    }
own-at-hand = I answer from it here from now on; no other chat sees it.
own-partly-scanned = Note: some of its pages are pictures without text, and were not read.
own-partly-read = Note: some of its parts could not be read; the rest was added.
own-see-library = Texts added here: <bdi>/library</bdi>
own-known = This file was added here before, as: { $title }

# Why a file isn't added.
refused-broken = I can't read the file: it looks damaged, or isn't of the kind that its name says.
refused-locked = The file is locked with a password or copy protected. Please send it unlocked.

refused-scanned =
    This is a scanned file: its pages are pictures without text, so I can't read it.
    Run it through text recognition (OCR) first, and send what comes out.

refused-too_much = There is more in this file than I can read. Please split it and send the parts.
refused-empty = I found no words to read in the file.
refused-unread = I don't read files of this kind. I read: { -kinds }
refused-too_big = The file is larger than 20 MB, which is the most that Telegram hands to bots.

refused-too_many_texts =
    This chat has as many texts as it may: { $texts }.
    Remove one and send the file again: <bdi>/library</bdi>

refused-no_room =
    The room that I have for the texts of all chats is full, so I can't add one now.
    Please try again later, or remove a text that you don't need: <bdi>/library</bdi>

refused-too_many_passages =
    With this text the chat would have more passages than it may: { $passages }.
    Send a smaller part of it, or remove another: <bdi>/library</bdi>

own-library =
    <b>{ $count ->
        [one] One text
       *[other] { $count } texts
    } added here</b>
own-library-empty = No texts have been added here yet.
own-of-library = I also answer from the bot's own library: <bdi>/sources</bdi>
own-remove-button = Remove: { $title }
own-ask-removal = Remove this text from here: { $title }?
own-for-good = Once removed, it only comes back by sending it again.
own-yes-button = Yes, remove it
own-no-button = No, keep it
own-removed = Removed: { $title }
