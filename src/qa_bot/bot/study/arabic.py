"""The sentences of study features in Arabic."""

from qa_bot.bot.markup import line
from qa_bot.bot.study.texts import StudyTexts
from qa_bot.bot.texts import example, rtl

ARABIC = StudyTexts(
    choose_text="اختر نصًّا تقرؤه من أوله، وأحفظ لك موضعك فيه:",
    several_texts="أيَّ هذه النصوص تريد أن تقرأ؟",
    no_such_text="لم أجد نصًّا عنوانه {asked}. هذه نصوص المكتبة:",
    read_usage=line("أو اكتب العنوان بعد الأمر: ", *example("/read أجنادين")),
    resumed="نتابع من حيث وقفتَ.",
    go_on_button="تابع: {title}",
    from_start_button="من البداية",
    all_texts_button="كل النصوص",
    admins_only=(line("هذا لمشرفي المجموعة وحدهم."),),
    daily_none=line("لا مقطع يوميًّا هنا الآن."),
    daily_usage=(
        line("اكتب الوقت بعد الأمر، وبعده إن شئت المدينة أو المنطقة الزمنية، مثل:"),
        rtl(*example("/daily 07:30")),
        rtl(*example("/daily 07:30 القاهرة")),
        line("ومعه إن شئت: «عشوائي»، و«بصمت»، واسم مجموعة من النصوص أو عنوان نصّ:"),
        rtl(*example("/daily 21:00 دمشق عشوائي بصمت فتوح الشام")),
    ),
    daily_title="المقطع اليوميّ هنا",
    daily_time="الوقت: كل يوم الساعة {time} ({zone})",
    daily_next="أول ما يأتي منه: {weekday} الساعة {time}",
    daily_order="الترتيب: كما في النصوص، مقطعًا بعد مقطع",
    daily_random="الترتيب: عشوائيّ، ولا يتكرر مقطع حتى تنفد المقاطع",
    daily_texts="النصوص: {texts}",
    daily_all_texts="كلها",
    daily_silent=line("الإشعار: بصمت"),
    daily_ended=(line("توقّف المقطع اليوميّ هنا."),),
    daily_off=line("لإيقافه: ", *example("/daily off")),
    unknown_texts="ليس في المكتبة مجموعة ولا نصّ باسم {asked}. انظر ",
    passage_of_the_day="مقطع اليوم",
    read_on_button="تابع القراءة من هنا",
)
