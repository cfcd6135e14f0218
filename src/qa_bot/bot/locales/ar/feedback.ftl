### Under an answer: what people think of it; and the log of questions without an answer.

feedback-thanks-alert = شكرًا، سرّني أن الجواب نفعك.
feedback-sorry-alert = شكرًا على التنبيه.
feedback-which-is-better = أيّ هذه الجمل هي الجواب؟ اضغط رقمها:
feedback-none-button = لا شيء منها
feedback-noted = شكرًا، دوّنتُ أن هذه هي الجملة الصحيحة:
feedback-noted-none = شكرًا، دوّنتُ أن الجواب ليس بين ما وجدت.

feedback-log-off =
    لا أحفظ الأسئلة هنا. إن أراد المشرفون أن أحفظ ما لم أجد له جوابًا فليفعّلوا «سجلّ الأسئلة»:
    <bdi>/settings</bdi>
feedback-none-unanswered = لا أسئلة محفوظة: كل ما سُئلتُ عنه هنا منذ شهر وجدتُ له جوابًا.
feedback-unanswered =
    <b>{ $count ->
        [one] سؤال واحد لم أجد جوابه
        [two] سؤالان لم أجد جوابهما
        [few] { $count } أسئلة لم أجد جوابها
        [many] { $count } سؤالًا لم أجد جوابها
       *[other] { $count } سؤال لم أجد جوابها
    } في النصوص</b>
feedback-digest =
    <b>هذا الأسبوع: { $count ->
        [one] سؤال واحد لم أجد جوابه
        [two] سؤالان لم أجد جوابهما
        [few] { $count } أسئلة لم أجد جوابها
        [many] { $count } سؤالًا لم أجد جوابها
       *[other] { $count } سؤال لم أجد جوابها
    } في النصوص</b>
feedback-digest-of = سُئل عنها في { $title }. ولإيقاف هذا الملخّص: أمر <bdi>/settings</bdi> هناك.
# Behind a question, in brackets.
feedback-times =
    { $times ->
        [one] مرّة
        [two] مرّتين
        [few] { $times } مرّات
       *[other] { $times } مرّة
    }
feedback-admins-only = هذا السجلّ لمشرفي المجموعة.
