### What was reckoned from two dates, and how long it is between them.

reckoned-earlier = First { $first } ({ $first_date }), then { $second } ({ $second_date }).
reckoned-either = These dates don't tell which came first: { $first } ({ $first_date }), { $second } ({ $second_date }).
reckoned-between = { $span } apart: first { $first } ({ $first_date }), then { $second } ({ $second_date }).
# Behind each of these, in brackets.
reckoned-note = reckoned from the two dates, not in the texts
reckoned-disputed = reckoned from the two dates, not in the texts, which differ on them

span-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
span-months =
    { $months ->
        [one] 1 month
       *[other] { $months } months
    }
span-years-and-months = { span-years } and { span-months }
span-years-between = { $least } to { $most } years
span-months-between = { $least } to { $most } months
span-at-most = at most { $longest }
span-years-none = less than a year
span-months-none = less than a month
