### In groups and channels: the greeting, the panel of settings, the choice of collections.

group-greeting =
    <b>السلام عليكم ورحمة الله 👋</b>
    أُجيب عن أسئلتكم من نصوصٍ عربية: أنقل الجملة التي تُجيب كما وردت، ومعها مصدرها.
    اسألوني هكذا: <code>/ask متى كانت معركة اليرموك؟</code>
    أو اذكروا اسمي في سؤالكم، أو ردّوا على جوابي. وأسكت عمّا سوى ذلك.
    وللمشرفين: <bdi>/settings</bdi>

group-too-soon =
    على رِسلك: بين السؤالين هنا { $seconds ->
        [60] دقيقة واحدة
        [300] 5 دقائق
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $seconds } ثوانٍ
       *[other] { $seconds } ثانية
    }. أعِد سؤالك بعدها من فضلك.

settings-title = <b>إعدادات { $title }</b>
settings-own-title = <b>إعداداتك في محادثتنا هذه</b>
settings-press-to-change = اضغط ما تريد تغييره:
settings-open = إعدادات هذه المجموعة في محادثتي الخاصة، لمشرفيها وحدهم. اضغط الزر لتفتحها:
settings-open-channel = إعدادات هذه القناة في محادثتي الخاصة، لمشرفيها وحدهم. اضغط الزر لتفتحها:
settings-open-button = فتح الإعدادات
settings-back-button = عودة إلى الإعدادات
settings-admins-only = الإعدادات لمشرفي المجموعة، فاطلب منهم ما تحبّ تغييره.
settings-not-admin-alert = الإعدادات لمشرفي المجموعة وحدهم، ولا أجدك منهم الآن. إن كنت منهم فأرسل ⁨/settings⁩ في المجموعة، ثم افتح الإعدادات من جديد.

settings-not-your-group =
    لا أجدك من مشرفي هذه المجموعة، أو لستُ فيها الآن.
    إن كنت من مشرفيها فأرسل فيها <bdi>/settings</bdi> ثم افتح الإعدادات من جديد.

settings-passage-stopped = ⚠️ توقّف المقطع اليوميّ: لم أستطع إرساله ثلاث مرات.
settings-quiz-stopped = ⚠️ توقّف الاختبار اليوميّ: لم أستطع إرساله ثلاث مرات.
settings-digest-stopped = ⚠️ توقّف الملخّص الأسبوعيّ: لم أستطع إرساله ثلاث مرات.
settings-digest-lost = ⚠️ الملخّص الأسبوعيّ لا يصل إلى أحد: من اختاره لم يعد مشرفًا، أو لم تعد رسائلي تصله.
settings-resume-button = تابع إرسال ما توقّف
settings-take-digest-button = أرسل الملخّص إليّ

collections-button = النصوص
collections-of-chat = <b>من أيّ النصوص أُجيب هنا؟</b>
collections-of-topic = <b>من أيّ النصوص أُجيب في هذا الموضوع؟</b>
collections-all = كل النصوص
collections-press = اضغط مجموعةً لتختارها، واضغطها ثانيةً لتتركها:

# Settings: their label on a button, what they mean, and what can be chosen, in the order of groups/options.py.

option-language = اللغة
    .meaning = بأيّ لغة أخاطبكم؟ أما النصوص فتبقى كما هي.
    .value-0 = لغة السائل
    .value-1 = العربية
    .value-2 = English

option-digits = الأرقام
    .meaning = بأيّ أرقام أكتب؟ أما المنقول من النصوص فيبقى كما ورد.
    .value-0 = 0123456789
    .value-1 = ٠١٢٣٤٥٦٧٨٩

option-results = عدد النتائج
    .meaning = كم نتيجةً تتنقّل بينها الأزرار تحت الجواب؟
    .value-0 = 1
    .value-1 = 2
    .value-2 = 3
    .value-3 = 4

option-asker_only = الأزرار للسائل وحده
    .meaning = هل يضغط الأزرارَ تحت الجواب صاحبُ السؤال وحده؟
    .value-0 = لا
    .value-1 = نعم

option-whispers = الجواب للسائل وحده
    .meaning = هل يرى جوابي صاحبُ السؤال وحده؟ يلزم أن أكون مشرفًا في المجموعة؛ وإلا رآه الجميع. وقد لا يبقى عنده طويلًا: ربما أخفاه تيليجرام بعد حين.
    .value-0 = لا
    .value-1 = نعم

settings-whispers-in-vain = ⚠️ لستُ مشرفًا في المجموعة، فأجوبتي يراها الجميع.

option-mentions = الجواب عند ذكر اسمي
    .meaning = هل أُجيب عمّن يذكرني باسمي ويسأل، أم عن الأوامر والردود على رسائلي فحسب؟
    .value-0 = نعم
    .value-1 = لا

option-cooldown_s = المهلة بين السؤالين
    .meaning = كم ينتظر الواحد منكم بين سؤالٍ له وآخر؟
    .value-0 = بلا مهلة
    .value-1 = 10 ثوانٍ
    .value-2 = 30 ثانية
    .value-3 = دقيقة
    .value-4 = 5 دقائق

option-quiet_hours = ساعات السكون
    .meaning = متى أكتب هنا بلا صوت تنبيه؟ الساعات بتوقيت البلد المختار.
    .value-0 = لا سكون
    .value-1 = من 22 إلى 6
    .value-2 = من 23 إلى 7
    .value-3 = من 0 إلى 8
    .value-4 = دائمًا

option-zone = التوقيت
    .meaning = بتوقيت أيّ بلد تُحسب الساعات هنا؟
    .value-0 = مكة والرياض
    .value-1 = بغداد
    .value-2 = عمّان
    .value-3 = دمشق
    .value-4 = القدس
    .value-5 = بيروت
    .value-6 = القاهرة
    .value-7 = الخرطوم
    .value-8 = طرابلس
    .value-9 = تونس
    .value-10 = الجزائر
    .value-11 = الرباط
    .value-12 = نواكشوط
    .value-13 = دبي
    .value-14 = إسطنبول
    .value-15 = برلين
    .value-16 = لندن
    .value-17 = نيويورك
    .value-18 = كوالالمبور
    .value-19 = جاكرتا

option-fade_after_s = الحذف التلقائي
    .meaning = بعد كم أحذف جوابي؟ وأحذف معه السؤال إن كنتُ مشرفًا أستطيع الحذف.
    .value-0 = لا أحذف
    .value-1 = 5 دقائق
    .value-2 = ساعة
    .value-3 = 6 ساعات
    .value-4 = يوم

option-passage = المقطع اليوميّ
    .meaning = متى أرسل كل يوم مقطعًا من النصوص، مرتّبةً؟ الساعة بالتوقيت المختار هنا. ولغير هذا من الأوقات والنصوص: الأمر <bdi>/daily</bdi>.
    .value-0 = لا
    .value-1 = 06:00
    .value-2 = 07:00
    .value-3 = 08:00
    .value-4 = 12:00
    .value-5 = 17:00
    .value-6 = 18:00
    .value-7 = 20:00
    .value-8 = 21:00
    .value-9 = 22:00

option-quiz = الاختبار اليوميّ
    .meaning = متى أطرح كل يوم سؤالًا من النصوص؟ الساعة بالتوقيت المختار هنا. ولغير هذا من الأوقات والنصوص: الأمر <bdi>/quiz daily</bdi>.
    .value-0 = لا
    .value-1 = 06:00
    .value-2 = 07:00
    .value-3 = 08:00
    .value-4 = 12:00
    .value-5 = 17:00
    .value-6 = 18:00
    .value-7 = 20:00
    .value-8 = 21:00
    .value-9 = 22:00

option-everyone_adds = من يضيف النصوص
    .meaning = من يضيف هنا نصوصًا بالأمر <bdi>/add</bdi>؟ أما حذفها فللمشرفين.
    .value-0 = المشرفون
    .value-1 = الجميع

option-question_log = سجلّ الأسئلة
    .meaning = هل أحفظ شهرًا الأسئلة التي لم أجد جوابها، وما قيل في أجوبتي، ليراها المشرفون بالأمر <bdi>/unanswered</bdi>؟
    .value-0 = لا
    .value-1 = نعم

option-digest = الملخّص الأسبوعيّ
    .meaning = هل أرسل صباح كل سبت أسئلة الأسبوع التي لم أجد جوابها؟ لا أعرفها إلا إن كان «سجلّ الأسئلة» مفعّلًا.
    .value-0 = لا
    .value-1 = في المجموعة
    .value-2 = في الخاصّ، لمن اختار هذا
