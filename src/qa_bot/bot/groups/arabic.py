"""The sentences about groups in Arabic."""

from qa_bot.bot.groups.texts import GroupTexts, OptionTexts
from qa_bot.bot.markup import line

_NO_YES = ("لا", "نعم")

ARABIC = GroupTexts(
    panel_title="إعدادات {title}",
    own_panel_title="إعداداتك في محادثتنا هذه",
    press_to_change="اضغط ما تريد تغييره:",
    open_panel=(line("إعدادات هذه المجموعة في محادثتي الخاصة، لمشرفيها وحدهم. اضغط الزر لتفتحها:"),),
    admins_only=(line("الإعدادات لمشرفي المجموعة، فاطلب منهم ما تحبّ تغييره."),),
    not_your_group=(
        line("لا أجدك من مشرفي هذه المجموعة، أو لستُ فيها الآن."),
        line("إن كنت من مشرفيها فأرسل فيها /settings ثم افتح الإعدادات من جديد."),
    ),
    open_panel_button="فتح الإعدادات",
    back_to_panel_button="عودة إلى الإعدادات",
    not_admin_alert="الإعدادات لمشرفي المجموعة وحدهم، ولا أجدك منهم الآن.",
    options={
        "language": OptionTexts(
            "اللغة", "بأيّ لغة أخاطبكم؟ أما النصوص فتبقى كما هي.", ("لغة السائل", "العربية", "English")
        ),
        "results": OptionTexts("عدد النتائج", "كم نتيجةً تتنقّل بينها الأزرار تحت الجواب؟", ("1", "2", "3", "4")),
        "asker_only": OptionTexts("الأزرار للسائل وحده", "هل يضغط الأزرارَ تحت الجواب صاحبُ السؤال وحده؟", _NO_YES),
    },
)
