### What the texts date: /timeline and /today.

# Above a list, and read back from it: nothing may stand behind the variable.
timeline-title = الخط الزمني: <b>{ $topic }</b>
timeline-everything = كل النصوص
# Instead of what was typed.
timeline-read-as = لعلّك تقصد: { $said }
timeline-count =
    { $count ->
        [one] جملة مؤرَّخة واحدة
        [two] جملتان مؤرَّختان
        [few] { $count } جُمل مؤرَّخة
       *[other] { $count } جملة مؤرَّخة
    }
timeline-numbers = الأرقام في الصورة أرقام القائمة التي تحتها، وفيها الجُمل ومصادرها.

timeline-ways =
    اكتب بعد الأمر اسمًا أو مكانًا أو كتابًا أو سنين، مثل:
    <code>/timeline خالد بن الوليد</code>
    <code>/timeline دمشق 13-20هـ</code>
    <code>/timeline القرن الأول</code>

timeline-beyond-picture = وهذا ممّا لم تسعه الصورة:
timeline-none = لم أجد في النصوص التي عندي جملةً مؤرَّخة تذكر ذلك.
converted = ≈ محوَّل حسابيًّا، وقد يختلف اليوم يومًا أو يومين.
century-button = القرن { $number }هـ
before-hijra-button = قبل الهجرة

# On the picture, around its events. Years are those asked for; a gap lies between two events.
picture-kind = الخط الزمني
picture-everything = ما تؤرّخه النصوص
picture-years = أحداث { $years }
picture-counted =
    { $shown } من { $found ->
        [two] جملتين مؤرَّختين
        [few] { $found } جُمل مؤرَّخة
       *[other] { $found } جملة مؤرَّخة
    }
picture-gap =
    بعد { $years ->
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
       *[other] { $years } سنة
    }
picture-foot = ≈ محوَّل حسابيًّا إلى التقويم الآخر، وقد يختلف اليوم يومًا أو يومين

today = <b>ما تؤرّخه النصوص بمثل هذا اليوم</b>
today-month = <b>ما تؤرّخه النصوص بمثل هذا الشهر</b>
today-hijri = اليوم في مكّة { weekday } { $day } حسابيًّا، وقد يختلف عن رؤية الهلال يومًا أو يومين.
today-christian = ويوافق { $gregorian }، أي { $julian } بالتقويم اليوليّ الذي يؤرَّخ به ما قبل سنة 1582م.
today-this-day = <b>في مثل هذا اليوم</b>
today-this-month = <b>في مثل هذا الشهر: { $hijri }، و{ $christian }</b>
today-not-this-day = لا تؤرّخ النصوص التي عندي شيئًا بهذا اليوم نفسه.
today-nothing = لا تذكر النصوص التي عندي شيئًا مؤرَّخًا بهذا اليوم ولا بهذا الشهر من السنة.
today-next-day = <b>وأقرب يوم بعده تؤرّخ به: { $day }</b>
