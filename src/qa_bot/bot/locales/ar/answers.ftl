### Around an answer: how the question was read, the dates, what wasn't found, the buttons; the library.

# Above a card, and read back from it: nothing may stand behind the variable.
opening-asked = السؤال: <b>{ $said }</b>
opening-topic = عن: <b>{ $said }</b>
opening-apart = سؤال مستقلّ، لا عن: <b>{ $said }</b>
opening-reading = قرأتُ الاسم هكذا: <b>{ $said }</b>
opening-corrected = لعلّك تقصد: <b>{ $said }</b>

# Dates. What other calendars make of a date is computed.
agreeing = الموافق
computed = حسابيًّا
computed-day = حسابيًّا، وقد يختلف يومًا أو يومين
differing = تختلف الروايات في تاريخه (وما بعد ≈ محسوب):
given-by = عند
and-others = و{ $count } غيرها
death = الوفاة
birth = المولد
death-differing = تختلف الروايات في الوفاة (وما بعد ≈ محسوب):
birth-differing = تختلف الروايات في المولد (وما بعد ≈ محسوب):
other-dates = <b>ومن التواريخ أيضًا</b>
life-untold = لا تذكر النصوص التي عندي متى كان المولد ولا الوفاة، وهذه تواريخ أخرى فيها:
unsure-dates = لا أجزم بتاريخ واحد، وهذا أقرب ما في النصوص إلى سؤالك:
by-context = السنة من السياق
by-heading = التاريخ من العنوان

not-found = لم أجد في النصوص التي عندي جوابًا عن هذا السؤال.
nothing-admitted = لم أجد مقطعًا يوافق ما اشترطتَه: <code>{ $conditions }</code>
nearest = أقرب ما وجدتُ، وليس جوابًا:
only-nearest = ليس هذا جوابًا، بل من أقرب ما وجدتُ في النصوص:
try-again = جرّب كلماتٍ أخرى أو اسمًا أدقّ، وانظر <bdi>/sources</bdi>

result = النتيجة { $rank } من { $count }
shortened = … المقطع أطول من هذا، وقد اختصرتُه.
surroundings = <b>المقطع وما حوله</b>
first-passage = هنا أول النص
last-passage = هنا آخر النص

library =
    <b>المكتبة: { $count ->
        [one] نصّ واحد
        [two] نصّان
        [few] { $count } نصوص
        [many] { $count } نصًّا
       *[other] { $count } نصّ
    }</b>
library-empty = المكتبة فارغة الآن.
other-collection = نصوص أخرى
died = ت { $year }هـ

next-button = التالي ◀
previous-button = ▶ السابق
around-button = ما قبله وما بعده
back-button = عودة إلى الجواب
copy-button = نسخ المصدر
nearest-button = عرض أقرب المقاطع
alone-button = لا، سؤالي مستقلّ
about-button = بل عن: { $topic }

# Where the bot is asked inline, in any chat.
inline-ask-button = اكتب سؤالك بعد اسمي
inline-nothing-button = لم أجد في النصوص جوابًا
inline-unavailable-button = لا أستطيع الجواب الآن
inline-nearest = من أقرب ما وجدتُ:
