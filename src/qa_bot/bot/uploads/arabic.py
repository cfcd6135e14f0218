"""The sentences about texts that a chat adds, in Arabic."""

from qa_bot.bot.bidi import isolate
from qa_bot.bot.markup import line
from qa_bot.bot.texts import command, example
from qa_bot.bot.uploads.texts import UploadTexts
from qa_bot.own_texts.model import Refusal

_KINDS = isolate("txt, md, docx, epub, pdf, html, mARkdown")

ARABIC = UploadTexts(
    receiving=(line("أستلم الملف…"),),
    reading=(line("استلمتُه، وأقرؤه الآن. قد يأخذ الكتاب الكبير دقيقة."),),
    added="أُضيف النصّ: {title}",
    size="المقاطع: {passages}، والكلمات: {words}",
    at_hand=line("أُجيب منه هنا من الآن، ولا تراه محادثة أخرى."),
    partly_scanned=line("تنبيه: بعض صفحاته صورٌ لا نصّ فيها، فلم أقرأها."),
    partly_read=line("تنبيه: لم أستطع قراءة بعض أجزائه، وأضفتُ ما سواها."),
    see_library=line("النصوص المضافة هنا: ", *command("/library")),
    known="هذا الملف مضاف هنا من قبل، وعنوانه: {title}",
    refusals={
        Refusal.BROKEN: (line("لم أستطع قراءة الملف: يبدو تالفًا، أو ليس من النوع الذي يدلّ عليه اسمه."),),
        Refusal.LOCKED: (line("الملف مقفل بكلمة مرور أو محميّ من النسخ. أرسله بلا قفل من فضلك."),),
        Refusal.SCANNED: (
            line("هذا ملف مصوَّر: صفحاته صورٌ لا نصّ فيها، فلا أستطيع قراءته."),
            line("مرِّره أولًا ببرنامج يتعرّف على الحروف (", isolate("OCR"), ") ثم أرسل ما يخرج منه."),
        ),
        Refusal.TOO_MUCH: (line("في هذا الملف أكثر ممّا أستطيع قراءته. قسّمه من فضلك وأرسله أجزاء."),),
        Refusal.EMPTY: (line("لم أجد في الملف كلامًا يُقرأ."),),
        Refusal.UNREAD: (line("لا أقرأ هذا النوع من الملفات. الذي أقرؤه: ", _KINDS),),
        Refusal.TOO_BIG: (line("الملف أكبر من 20 ميجابايت، ولا يسلّمني تيليجرام أكبر منها. قسّمه من فضلك."),),
        Refusal.TOO_MANY_TEXTS: (
            line("بلغت النصوص المضافة هنا حدّها (عددها: {texts})."),
            line("احذف منها ما لا تحتاجه ثم أعد الإرسال: ", *command("/library")),
        ),
        Refusal.NO_ROOM: (
            line("امتلأ ما عندي من مساحة لنصوص المحادثات كلها، فلا أستطيع إضافة نصّ الآن."),
            line("أعِد المحاولة لاحقًا من فضلك، أو احذف نصًّا لا تحتاجه: ", *command("/library")),
        ),
        Refusal.TOO_MANY_PASSAGES: (
            line("لو أضفتُ هذا النصّ لجاوزت النصوص هنا حدّها (عدد المقاطع: {passages})."),
            line("أرسل جزءًا أصغر منه، أو احذف غيره: ", *command("/library")),
        ),
    },
    usage=(
        line("أرسل ملفًّا واكتب تحته: ", *example("/add"), "، أو ردّ بهذا الأمر على رسالة فيها ملفّ."),
        line("وإن كتبت بعد الأمر عنوانًا سمّيتُ النصّ به."),
        line("الذي أقرؤه: ", _KINDS, "، إلى 20 ميجابايت."),
    ),
    closed=(line("إضافة النصوص غير متاحة في هذا البوت."),),
    admins_only=(line("إضافة النصوص هنا لمشرفي المجموعة وحدهم."),),
    library="النصوص المضافة هنا (عددها: {count})",
    library_empty=line("لا نصوص مضافة هنا بعد."),
    of_library=line("وأُجيب أيضًا من مكتبة البوت: ", *command("/sources")),
    passages="المقاطع: {passages}",
    ask_removal="أأحذف من هنا هذا النصّ: {title}؟",
    for_good=line("لا يعود بعد حذفه إلا بإرساله من جديد."),
    removed="حُذف النصّ: {title}",
    remove_button="حذف: {title}",
    yes_button="نعم، احذفه",
    no_button="لا، أبقِه",
    admins_alert="حذف النصوص لمشرفي المجموعة وحدهم.",
)
