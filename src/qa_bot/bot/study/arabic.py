"""The sentences of study features in Arabic."""

from qa_bot.bot.markup import line
from qa_bot.bot.study.texts import StudyTexts
from qa_bot.bot.texts import example

ARABIC = StudyTexts(
    choose_text="اختر نصًّا تقرؤه من أوله، وأحفظ لك موضعك فيه:",
    several_texts="أيَّ هذه النصوص تريد أن تقرأ؟",
    no_such_text="لم أجد نصًّا عنوانه {asked}. هذه نصوص المكتبة:",
    read_usage=line("أو اكتب العنوان بعد الأمر: ", *example("/read أجنادين")),
    resumed="نتابع من حيث وقفتَ.",
    go_on_button="تابع: {title}",
    from_start_button="من البداية",
    all_texts_button="كل النصوص",
)
