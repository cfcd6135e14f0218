### Under an answer: what people think of it; and the log of questions without an answer.

feedback-thanks-alert = Thank you, I am glad that it helped.
feedback-sorry-alert = Thank you for telling me.
feedback-which-is-better = Which of these sentences is the answer? Press its number:
feedback-none-button = None of them
feedback-noted = Thank you, I have noted that this is the right sentence:
feedback-noted-none = Thank you, I have noted that the answer isn't among what I found.

feedback-log-off =
    I keep no questions here. If the admins want me to keep those that I found no answer to,
    they can turn on the question log: <bdi>/settings</bdi>
feedback-none-unanswered = No questions are kept: for a month I have found an answer to all of them.
feedback-unanswered =
    <b>{ $count ->
        [one] One question that the texts don't answer
       *[other] { $count } questions that the texts don't answer
    }</b>
feedback-digest =
    <b>This week: { $count ->
        [one] one question that the texts don't answer
       *[other] { $count } questions that the texts don't answer
    }</b>
feedback-digest-of = Asked in { $title }. To stop this, send /settings there.
# Behind a question, in brackets.
feedback-times =
    { $times ->
        [1] once
        [2] twice
       *[other] { $times } times
    }
feedback-admins-only = This log is for the group's admins.
