### Reading together: /read, /daily, /quiz, /scores and /report.

read-choose = اختر نصًّا تقرؤه من أوله، وأحفظ لك موضعك فيه:
read-several = أيَّ هذه النصوص تريد أن تقرأ؟
read-no-such-text = لم أجد نصًّا عنوانه { $asked }. هذه نصوص المكتبة:
read-usage = أو اكتب العنوان بعد الأمر: <code>/read أجنادين</code>
read-resumed = نتابع من حيث وقفتَ.
read-go-on-button = تابع: { $title }
read-from-start-button = من البداية
read-all-texts-button = كل النصوص

study-admins-only = هذا لمشرفي المجموعة وحدهم.
study-unknown-texts = ليس في المكتبة مجموعة ولا نصّ باسم { $asked }. انظر <bdi>/sources</bdi>

# What comes every day: a passage, or a quiz.
daily-passage-title = <b>المقطع اليوميّ هنا</b>
daily-passage-none = لا مقطع يوميًّا هنا الآن.

daily-passage-usage =
    اكتب الوقت بعد الأمر، وبعده إن شئت المدينة أو المنطقة الزمنية، مثل:
    <code>/daily 07:30</code>
    <code>/daily 07:30 القاهرة</code>
    ومعه إن شئت: «عشوائي»، و«بصمت»، واسم مجموعة من النصوص أو عنوان نصّ:
    <code>/daily 21:00 دمشق عشوائي بصمت فتوح الشام</code>

daily-passage-ended = توقّف المقطع اليوميّ هنا.
daily-passage-stopped = توقّف المقطع اليوميّ هنا: لم أستطع إرساله ثلاث مرات.
daily-passage-off = لإيقافه: <code>/daily off</code>

daily-quiz-title = <b>الاختبار اليوميّ هنا</b>
daily-quiz-none = لا اختبار يوميًّا هنا الآن.

daily-quiz-usage =
    اكتب الوقت، وبعده إن شئت المدينة أو المنطقة الزمنية، مثل:
    <code>/quiz daily 20:00</code>
    <code>/quiz daily 20:00 القاهرة بصمت فتوح الشام</code>

daily-quiz-ended = توقّف الاختبار اليوميّ هنا.
daily-quiz-stopped = توقّف الاختبار اليوميّ هنا: لم أستطع إرساله ثلاث مرات.
daily-quiz-off = لإيقافه: <code>/quiz daily off</code>

daily-heading = <b>مقطع اليوم</b>
daily-read-on-button = تابع القراءة من هنا
daily-time = الوقت: كل يوم الساعة { $time } ({ $zone })
daily-next = أول ما يأتي منه: { weekday } الساعة { $time }
daily-order = الترتيب: كما في النصوص، مقطعًا بعد مقطع
daily-random = الترتيب: عشوائيّ، ولا يتكرر مقطع حتى تنفد المقاطع
daily-texts = النصوص: { $texts }
daily-all-texts = النصوص: كلها
daily-silent = الإشعار: بصمت

# Above a sentence with a gap.
quiz-asked-year = في أيّ سنة؟ أكمل من «{ $title }»:
quiz-asked-who = من هو؟ أكمل من «{ $title }»:
quiz-asked-where = أين؟ أكمل من «{ $title }»:
quiz-asked-amount = كم؟ أكمل من «{ $title }»:
quiz-none = لم أجد في هذه النصوص الآن جملةً تصلح سؤالًا. جرّب نصوصًا أخرى.

scores-title = <b>ترتيب المجيبين هنا</b>
scores-week = <b>في الأيام السبعة الأخيرة</b>
scores-ever = <b>منذ البداية</b>
scores-one = { $rank }. { $name }: { $right } من { $answered }
scores-more =
    … { $count ->
        [one] ومجيب آخر
        [two] ومجيبان آخران
        [few] و{ $count } مجيبين آخرين
        [many] و{ $count } مجيبًا آخر
       *[other] و{ $count } مجيب آخر
    }
scores-none = لم يُجب أحد عن سؤال هنا بعد. جرّب: <bdi>/quiz</bdi>
scores-none-this-week = لم يُجب أحد.
report = تقرير الاختبارات: ملفّ بالمجيبين، وملفّ بالأسئلة.

# The columns of the report's files, one a line: of people, and of questions.
report-people =
    الترتيب
    الاسم
    الرقم
    الصحيح
    المجاب عنه
    النسبة %
    الصحيح في 7 أيام
    آخر إجابة
report-questions =
    الوقت
    السؤال
    الجواب
    المجيبون
    المصيبون
    النسبة %
