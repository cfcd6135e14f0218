"""The sentences about feedback in Arabic."""

from qa_bot.bot.feedback.texts import FeedbackTexts
from qa_bot.bot.markup import line
from qa_bot.bot.texts import command

ARABIC = FeedbackTexts(
    thanks_alert="شكرًا، سرّني أن الجواب نفعك.",
    sorry_alert="شكرًا على التنبيه.",
    which_is_better=(line("أيّ هذه الجمل هي الجواب؟ اضغط رقمها:"),),
    none_button="لا شيء منها",
    noted=(line("شكرًا، دوّنتُ أن هذه هي الجملة الصحيحة:"),),
    noted_none=(line("شكرًا، دوّنتُ أن الجواب ليس بين ما وجدت."),),
    log_off=(
        line("لا أحفظ الأسئلة هنا. إن أراد المشرفون أن أحفظ ما لم أجد له جوابًا فليفعّلوا «سجلّ الأسئلة»: "),
        line("", *command("/settings")),
    ),
    none_unanswered=(line("لا أسئلة محفوظة: كل ما سُئلتُ عنه هنا منذ شهر وجدتُ له جوابًا."),),
    unanswered="أسئلة لم أجد جوابها في النصوص (عددها: {count})",
    digest="أسئلة الأسبوع التي لم أجد جوابها في النصوص (عددها: {count})",
    digest_of="سُئل عنها في {title}. ولإيقاف هذا الملخّص: أمر /settings هناك.",
    times="مرّات: {times}",
    admins_only=(line("هذا السجلّ لمشرفي المجموعة."),),
)
