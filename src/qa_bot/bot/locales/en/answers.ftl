### Around an answer: how the question was read, the dates, what wasn't found, the buttons; the library.

# Above a card, and read back from it: nothing may stand behind the variable.
opening-asked = Question: <b>{ $said }</b>
opening-topic = About: <b>{ $said }</b>
opening-apart = A question of its own, not about: <b>{ $said }</b>
opening-reading = I read the name as: <b>{ $said }</b>
opening-corrected = Perhaps you mean: <b>{ $said }</b>

# Dates. What other calendars make of a date is computed.
agreeing = =
computed = computed
computed-day = computed, give or take a day or two
differing = The texts differ on its date (what follows ≈ is computed):
given-by = in
and-others = and { $count } more
death = Died
birth = Born
death-differing = The texts differ on the death (what follows ≈ is computed):
birth-differing = The texts differ on the birth (what follows ≈ is computed):
other-dates = <b>Other dates</b>
life-untold = The texts that I have don't tell of birth or death; these are other dates in them:
unsure-dates = I can't be sure of one date; this is what the texts have that comes nearest to your question:
by-context = year from the context
by-heading = date from the heading

not-found = The texts that I have don't answer this question.
nothing-admitted = No passage meets your conditions: <code>{ $conditions }</code>
nearest = The nearest I found, though no answer:
only-nearest = Not an answer, but among the nearest that I found in the texts:
try-again = Try other words or a more exact name, and see <bdi>/sources</bdi>

result = Result { $rank } of { $count }
shortened = … The passage is longer than this; I shortened it.
surroundings = <b>The passage and what stands around it</b>
first-passage = The text begins here
last-passage = The text ends here

library =
    <b>The library: { $count ->
        [one] one text
       *[other] { $count } texts
    }</b>
library-empty = The library is empty at the moment.
other-collection = Other texts
died = d. { $year } AH

next-button = Next ▶
previous-button = ◀ Previous
around-button = Before and after
back-button = Back to the answer
copy-button = Copy the source
nearest-button = Show the nearest passages
alone-button = No, a question of its own
about-button = About { $topic }

# Where the bot is asked inline, in any chat.
inline-ask-button = Write your question after my name
inline-nothing-button = The texts don't answer this
inline-unavailable-button = I can't answer right now
inline-nearest = Among the nearest:
