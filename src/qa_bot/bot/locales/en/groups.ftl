### In groups and channels: the greeting, the panel of settings, the choice of collections.

group-greeting =
    <b>Peace be upon you 👋</b>
    I answer your questions from Arabic texts: the sentence that answers, word for word, with its source.
    Ask me so: <code>/ask متى كانت معركة اليرموك؟</code>
    or mention me in your question, or reply to my answer. To all else I keep silent.
    For admins: <bdi>/settings</bdi>

group-too-soon =
    Gently: between two questions there is a pause of { $seconds ->
        [60] one minute
        [300] 5 minutes
        [one] one second
       *[other] { $seconds } seconds
    } here. Then please ask again.

settings-title = <b>Settings of { $title }</b>
settings-own-title = <b>Your settings in this chat of ours</b>
settings-press-to-change = Press what you want to change:
settings-open = This group's settings are in my private chat, for its admins alone. Press to open them:
settings-open-channel = This channel's settings are in my private chat, for its admins alone. Press to open them:
settings-open-button = Open the settings
settings-back-button = Back to the settings
settings-admins-only = The settings are for the group's admins: ask them for what you would like changed.
settings-not-admin-alert = The settings are for the group's admins alone, and I don't find you among them now. If you are one, send /settings there and open them anew.

settings-not-your-group =
    I don't find you among this group's admins, or I am not in it now.
    If you are one of them, send /settings there and open the settings anew.

settings-passage-stopped = ⚠️ The passage of the day has stopped: three times I couldn't send it.
settings-quiz-stopped = ⚠️ The quiz of the day has stopped: three times I couldn't send it.
settings-digest-stopped = ⚠️ The weekly digest has stopped: three times I couldn't send it.
settings-digest-lost = ⚠️ The weekly digest reaches nobody: who chose it is no admin any more, or gets no messages of mine.
settings-resume-button = Go on sending what stopped
settings-take-digest-button = Send the digest to me

collections-button = Texts
collections-of-chat = <b>From which texts do I answer here?</b>
collections-of-topic = <b>From which texts do I answer in this topic?</b>
collections-all = All texts
collections-press = Press a collection to choose it, and once more to leave it:

# Settings: their label on a button, what they mean, and what can be chosen, in the order of groups/options.py.

option-language = Language
    .meaning = In which language do I speak here? Texts stay as they are.
    .value-0 = the asker's
    .value-1 = العربية
    .value-2 = English

option-digits = Digits
    .meaning = Which digits do I write in Arabic? What is quoted stays as it is.
    .value-0 = 0123456789
    .value-1 = ٠١٢٣٤٥٦٧٨٩

option-results = Results
    .meaning = How many results do the buttons under an answer lead through?
    .value-0 = 1
    .value-1 = 2
    .value-2 = 3
    .value-3 = 4

option-asker_only = Buttons for the asker alone
    .meaning = May only who asked press the buttons under an answer?
    .value-0 = no
    .value-1 = yes

option-whispers = Answers for the asker alone
    .meaning = Does only the asker see my answer? For this I have to be an admin of the group; otherwise all see it. It may not stay long: Telegram may take it away after a while.
    .value-0 = no
    .value-1 = yes

settings-whispers-in-vain = ⚠️ I am no admin of the group: all see my answers.

option-mentions = Answer to a mention
    .meaning = Do I answer who mentions me and asks, or only commands and replies to my messages?
    .value-0 = yes
    .value-1 = no

option-cooldown_s = Pause between questions
    .meaning = How long does each of you wait between one question and the next?
    .value-0 = none
    .value-1 = 10 seconds
    .value-2 = 30 seconds
    .value-3 = 1 minute
    .value-4 = 5 minutes

option-quiet_hours = Quiet hours
    .meaning = When do I write here without a sound? By the clocks of the chosen place.
    .value-0 = none
    .value-1 = 22 to 6
    .value-2 = 23 to 7
    .value-3 = 0 to 8
    .value-4 = always

option-zone = Time zone
    .meaning = By whose clocks are hours counted here?
    .value-0 = Mecca and Riyadh
    .value-1 = Baghdad
    .value-2 = Amman
    .value-3 = Damascus
    .value-4 = Jerusalem
    .value-5 = Beirut
    .value-6 = Cairo
    .value-7 = Khartoum
    .value-8 = Tripoli
    .value-9 = Tunis
    .value-10 = Algiers
    .value-11 = Rabat
    .value-12 = Nouakchott
    .value-13 = Dubai
    .value-14 = Istanbul
    .value-15 = Berlin
    .value-16 = London
    .value-17 = New York
    .value-18 = Kuala Lumpur
    .value-19 = Jakarta

option-fade_after_s = Delete by itself
    .meaning = After how long do I delete my answer? With it goes the question, if I am an admin who may delete.
    .value-0 = never
    .value-1 = 5 minutes
    .value-2 = 1 hour
    .value-3 = 6 hours
    .value-4 = 1 day

option-passage = Passage of the day
    .meaning = When do I send a passage of the texts each day, in their order? By the clocks of the time zone here. For other times and texts: <bdi>/daily</bdi>.
    .value-0 = no
    .value-1 = 06:00
    .value-2 = 07:00
    .value-3 = 08:00
    .value-4 = 12:00
    .value-5 = 17:00
    .value-6 = 18:00
    .value-7 = 20:00
    .value-8 = 21:00
    .value-9 = 22:00

option-quiz = Quiz of the day
    .meaning = When do I ask a question made from the texts each day? By the clocks of the time zone here. For other times and texts: <bdi>/quiz daily</bdi>.
    .value-0 = no
    .value-1 = 06:00
    .value-2 = 07:00
    .value-3 = 08:00
    .value-4 = 12:00
    .value-5 = 17:00
    .value-6 = 18:00
    .value-7 = 20:00
    .value-8 = 21:00
    .value-9 = 22:00

option-everyone_adds = Who adds texts
    .meaning = Who may add texts here with /add? To remove them is for admins.
    .value-0 = admins
    .value-1 = everyone

option-question_log = Question log
    .meaning = Do I keep for a month what I found no answer to, and what was thought of answers? Admins see it with /unanswered.
    .value-0 = no
    .value-1 = yes

option-digest = Weekly digest
    .meaning = Do I send, each Saturday morning, the week's questions that I found no answer to? I only know them with the question log on.
    .value-0 = no
    .value-1 = in the group
    .value-2 = in private, to whoever chose this
