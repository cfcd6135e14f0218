### Reading together: /read, /daily, /quiz, /scores and /report.

read-choose = Choose a text to read from its beginning; I keep your place in it:
read-several = Which of these texts do you want to read?
read-no-such-text = There is no text titled { $asked }. These are the texts of the library:
read-usage = Or write the title after the command: <code>/read Ajnadayn</code>
read-resumed = We go on where you stopped.
read-go-on-button = Go on: { $title }
read-from-start-button = From the beginning
read-all-texts-button = All texts

study-admins-only = Only the group's admins can do that.
study-unknown-texts = The library has no collection and no text named { $asked }. See <bdi>/sources</bdi>

# What comes every day: a passage, or a quiz.
daily-passage-title = <b>The passage of the day here</b>
daily-passage-none = No passage comes here every day.

daily-passage-usage =
    Write the time after the command, then your city or time zone if you like:
    <code>/daily 07:30</code>
    <code>/daily 07:30 London</code>
    And if you like: random, silent, a collection of texts or the title of one:
    <code>/daily 21:00 Cairo random silent فتوح الشام</code>

daily-passage-ended = No passage comes here any more.
daily-passage-stopped = The passage of the day has stopped here: three times I couldn't send it.
daily-passage-off = To stop it: <code>/daily off</code>

daily-quiz-title = <b>The quiz of the day here</b>
daily-quiz-none = No quiz comes here every day.

daily-quiz-usage =
    Write the time, then your city or time zone if you like:
    <code>/quiz daily 20:00</code>
    <code>/quiz daily 20:00 London silent فتوح الشام</code>

daily-quiz-ended = No quiz comes here any more.
daily-quiz-stopped = The quiz of the day has stopped here: three times I couldn't send it.
daily-quiz-off = To stop it: <code>/quiz daily off</code>

daily-heading = <b>The passage of the day</b>
daily-read-on-button = Read on from here
daily-time = Time: every day at { $time } ({ $zone })
daily-next = It comes next: { weekday } at { $time }
daily-order = Order: as in the texts, one passage after the other
daily-random = Order: random, none twice before all were there
daily-texts = Texts: { $texts }
daily-all-texts = Texts: all
daily-silent = Notification: silent

# Above a sentence with a gap.
quiz-asked-year = Which year? Fill the gap, from «{ $title }»:
quiz-asked-who = Who? Fill the gap, from «{ $title }»:
quiz-asked-where = Where? Fill the gap, from «{ $title }»:
quiz-asked-amount = How many? Fill the gap, from «{ $title }»:
quiz-none = I find no sentence in these texts now that makes a question. Try other texts.

scores-title = <b>Who answered best here</b>
scores-week = <b>In the last seven days</b>
scores-ever = <b>Since the beginning</b>
scores-one = { $rank }. { $name }: { $right } of { $answered }
scores-more =
    … and { $count ->
        [one] one other
       *[other] { $count } others
    }
scores-none = Nobody has answered a quiz here yet. Try: <bdi>/quiz</bdi>
scores-none-this-week = Nobody answered.
report = The quizzes' report: a file of those who answered, and one of the questions.

# The columns of the report's files, one a line: of people, and of questions.
report-people =
    Rank
    Name
    Number
    Right
    Answered
    Share %
    Right in 7 days
    Last answer
report-questions =
    Time
    Question
    Answer
    Answers
    Right
    Share %
