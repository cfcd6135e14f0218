### Whole messages: what the bot says of itself, and where it can't answer; its menu and description.

page-start =
    <b>Hello and welcome 👋</b>

    From Arabic texts I bring the sentence that answers, word for word, with its source.
    Where the texts don't tell, I say so and make nothing up.

    Ask in Arabic, as you would ask a friend:
    • <code>متى كانت معركة اليرموك؟</code>
    • <code>من قاد المسلمين في القادسية؟</code>

    Or ask for a date, in either script: <code>/when Ajnadayn</code>
    More: <bdi>/help</bdi>

page-help =
    <b>How to ask</b>
    Write your question here, in Arabic: <code>متى كانت معركة اليرموك؟</code>
    Then follow it up: <code>ومن قادها؟</code>
    Edit your question, and I edit my answer.

    <b>Commands</b>
    • <code>/ask</code> and your question: anything.
    • <code>/when</code> and the name of a battle or a person: when was it?
    • <bdi>/timeline</bdi> and a name or years: what the texts date, in a picture with its sources.
    • <bdi>/today</bdi> tells what the texts date to this day of the year.
    • <bdi>/read</bdi> opens a text from its beginning, and keeps your place.
    • <code>/daily 07:30</code> sends a passage every day.
    • <bdi>/quiz</bdi> asks from the texts, <bdi>/scores</bdi> tells who answered best.
    • <bdi>/sources</bdi> lists the texts that I answer from.
    • <bdi>/add</bdi> with a file adds a text of your own, <bdi>/library</bdi> lists them.
    • <bdi>/settings</bdi> the language and more, for you or your group.
    • <bdi>/about</bdi> tells how I work.
    • <bdi>/privacy</bdi> tells what I know about you.
    Names may be written in Latin letters: <code>/when Tabuk</code>

    <b>The buttons under an answer</b>
    Leaf through the results, read what stands before and after, copy the source.

    <b>In groups</b>
    I answer commands, messages that mention me and replies to mine, and keep quiet otherwise.
    While privacy mode is on, as it is by default, Telegram shows me nothing else.

page-about =
    <b>How I work</b>
    I look for the passages nearest to your question (BM25) and pick the sentence that answers.
    Whatever stands in quotation marks is verbatim, vowel marks included, with its source.
    Dates converted between calendars are marked as computed; they may be off by a day or two.

    The texts: <bdi>/sources</bdi>
    Free software under GPL-3.0-or-later.

page-privacy =
    <b>What I know about you</b>
    Your message to me stays on the disk, as it came, until it is answered, so that it isn't lost if I stop.
    Then it is erased; only its number stays.
    If I failed to answer it, it is kept for { for-days }, so that the fault can be found.
    I keep your last question for { for-minutes }, to understand what follows it.
    For { for-days } I keep message numbers, and what my cards answer: so I understand replies to them,
    and edit my answer when you edit your question.
    Where you stopped reading a text I keep until a year has gone by without you reading on.
    What you think of an answer (👍 or 👎) I keep for a month, and the question with it only where admins
    turned the question log on.
    Texts that you added stay, and no other chat sees them, until you remove them: <bdi>/library</bdi>
    If you answer a quiz I keep your name and what you chose, for the scores, until you ask me to forget it.
    What you choose in the settings stays until you change it, or ask me to forget it: <bdi>/settings</bdi>
    Once I have answered I keep your name for nothing else. Logs hold no names and no message texts.
    The conversation itself stays with Telegram, under its own policy.

    To take a copy of all that: <bdi>/export_me</bdi>
    To have me forget it all: <bdi>/forget_me</bdi>

page-unknown = I don't know this command. Just write your question, or see <bdi>/help</bdi>

page-wordless =
    I understand written words only. Write me your question, for example:
    <code>متى كانت معركة اليرموك؟</code>

page-greeting =
    Hello and welcome! Ask me anything, for example:
    <code>متى كانت معركة اليرموك؟</code>

page-thanks = You are most welcome.

page-who_are_you =
    I am a bot that answers from Arabic texts: the sentence that answers, word for word, with its source.
    How I work: <bdi>/about</bdi>
    How to ask me: <bdi>/help</bdi>

page-goodbye = Goodbye, and come back any time.

# How long something is kept.
for-days =
    { $days ->
        [one] a day
       *[other] { $days } days
    }
for-minutes =
    { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }

ask-usage =
    Write your question after the command, for example:
    <code>/ask متى كانت معركة اليرموك؟</code>
    Or send the command as a reply to a message that holds the question.

when-usage =
    Write the name after the command, for example:
    <code>/when Ajnadayn</code>
    <code>/when تبوك</code>
    Or send the command as a reply to a message that holds the name.

in-private = That is between you and me: please write it to me in a private chat.
papers = This is all that I know about you.

forget-ask =
    <b>Shall I forget all that I know about you?</b>
    I erase messages that I haven't answered yet, what you asked here and in every group, where you stopped
    reading, what you chose here, and the texts that you added. I can't bring it back. The chat itself is yours to delete in Telegram.

forget-button = Yes, forget
keep-button = No
forgotten = I have forgotten all that I knew about you. If you write to me, we begin anew.
kept = All right, I have forgotten nothing.

too-many = Many messages arrived here at once. I answer the first ones in turn; please send the others again later.

queued =
    { $count ->
        [one] One question waits
       *[other] { $count } questions wait
    } here, and Telegram lets me send only twenty messages a minute.
    I answer all of them in turn; thank you for your patience.

too-late = Sorry for the delay: I was off when you asked. Please ask again if you still want to know.
unavailable = Sorry, I can't answer right now. Please try again in a moment.
failure = Sorry, something went wrong on my side, and it was noted. Please try again in a moment.

# In a pop-up, of at most 200 characters.
too-many-alert = Many presses and messages at once. Please try again in a moment.
unavailable-alert = Sorry, I can't do that right now. Please try again in a moment.
failure-alert = Sorry, something went wrong on my side. Please try again in a moment.
forged-alert = This button doesn't work here. Please ask again.
expired-alert = This button is too old. Please ask again.
gone-alert = The library has changed, and this passage is no longer in it. Please ask again.
not-yours-alert = In this group the buttons are for whoever asked. Ask yourself, and they will be yours.

# On the bot's own page in Telegram: at most 512 characters, and 120.

description =
    Ask me in Arabic, and I answer from the texts: the sentence that answers, word for word, with its source. Where the texts don't tell, I say so.

    Try: متى كانت معركة اليرموك؟

short-description = Answers from Arabic texts: the sentence word for word, with its source.

# In the menu of commands.
menu-ask = Ask any question
menu-when = When was it? Name a battle or a person
menu-timeline = A timeline: a person, a place, years
menu-today = On this day
menu-read = Read a text page by page
menu-daily = A passage every day at a time of yours
menu-quiz = A question from the texts, with options
menu-scores = Who answered best
menu-sources = The texts that I answer from
menu-add = Add a text of your own: a file
menu-library = Texts added here
menu-settings = Settings of the group, or of our chat
menu-help = How to ask
menu-about = How I work
menu-privacy = What I know about you
