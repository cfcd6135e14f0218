### What the texts date: /timeline and /today.

# Above a list, and read back from it: nothing may stand behind the variable.
timeline-title = Timeline: <b>{ $topic }</b>
timeline-everything = all texts
# Instead of what was typed.
timeline-read-as = Perhaps you mean: { $said }
timeline-count =
    { $count ->
        [one] One dated sentence
       *[other] { $count } dated sentences
    }
timeline-numbers = The numbers in the picture are those of the list below, with the sentences and their sources.

timeline-ways =
    Write a name, a place, a book or years after the command, for example:
    <code>/timeline Khalid ibn al-Walid</code>
    <code>/timeline دمشق 13-20هـ</code>
    <code>/timeline 7th century</code>

timeline-beyond-picture = Not in the picture:
timeline-none = The texts that I have date nothing of this.
converted = ≈ is computed; a day may be off by one or two.
century-button = Century { $number } AH
before-hijra-button = Before the Hijra

# On the picture, around its events. Years are those asked for; a gap lies between two events.
picture-kind = Timeline
picture-everything = What the texts date
picture-years = Events of { $years }
picture-counted = { $shown } of { $found } dated sentences
picture-gap =
    { $years ->
        [one] 1 year later
       *[other] { $years } years later
    }
picture-foot = ≈ is computed, in the other calendar; a day may be off by one or two

today = <b>What the texts date to this day of the year</b>
today-month = <b>What the texts date to this month of the year</b>
today-hijri = In Mecca today is { weekday }, { $day } as computed; the moon may differ by a day or two.
today-christian = That is { $gregorian }, or { $julian } in the Julian calendar, which dates what was before 1582.
today-this-day = <b>On this day</b>
today-this-month = <b>In this month: { $hijri }, and { $christian }</b>
today-not-this-day = The texts that I have date nothing to this very day.
today-nothing = The texts that I have date nothing to this day or this month of the year.
today-next-day = <b>The next day to which they do: { $day }</b>
