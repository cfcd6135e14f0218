### Texts that a chat adds for itself: /add and /library.

-kinds = <bdi>txt, md, docx, epub, pdf, html, mARkdown</bdi>

own-usage =
    أرسل ملفًّا واكتب تحته: <code>/add</code>، أو ردّ بهذا الأمر على رسالة فيها ملفّ.
    وإن كتبت بعد الأمر عنوانًا سمّيتُ النصّ به.
    الذي أقرؤه: { -kinds }، إلى 20 ميجابايت.

own-receiving = أستلم الملف…
own-reading = استلمتُه، وأقرؤه الآن. قد يأخذ الكتاب الكبير دقيقة.
own-closed = إضافة النصوص غير متاحة في هذا البوت.
own-admins-only = إضافة النصوص هنا لمشرفي المجموعة وحدهم.
own-admins-alert = حذف النصوص لمشرفي المجموعة وحدهم.

own-added = <b>أُضيف النصّ: { $title }</b>
own-size =
    { own-passages }، و{ $words ->
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $words } كلمات
       *[other] { $words } كلمة
    }
own-passages =
    { $passages ->
        [one] مقطع واحد
        [two] مقطعان
        [few] { $passages } مقاطع
        [many] { $passages } مقطعًا
       *[other] { $passages } مقطع
    }
own-at-hand = أُجيب منه هنا من الآن، ولا تراه محادثة أخرى.
own-partly-scanned = تنبيه: بعض صفحاته صورٌ لا نصّ فيها، فلم أقرأها.
own-partly-read = تنبيه: لم أستطع قراءة بعض أجزائه، وأضفتُ ما سواها.
own-see-library = النصوص المضافة هنا: <bdi>/library</bdi>
own-known = هذا الملف مضاف هنا من قبل، وعنوانه: { $title }

# Why a file isn't added.
refused-broken = لم أستطع قراءة الملف: يبدو تالفًا، أو ليس من النوع الذي يدلّ عليه اسمه.
refused-locked = الملف مقفل بكلمة مرور أو محميّ من النسخ. أرسله بلا قفل من فضلك.

refused-scanned =
    هذا ملف مصوَّر: صفحاته صورٌ لا نصّ فيها، فلا أستطيع قراءته.
    مرِّره أولًا ببرنامج يتعرّف على الحروف (<bdi>OCR</bdi>) ثم أرسل ما يخرج منه.

refused-too_much = في هذا الملف أكثر ممّا أستطيع قراءته. قسّمه من فضلك وأرسله أجزاء.
refused-empty = لم أجد في الملف كلامًا يُقرأ.
refused-unread = لا أقرأ هذا النوع من الملفات. الذي أقرؤه: { -kinds }
refused-too_big = الملف أكبر من 20 ميجابايت، ولا يسلّمني تيليجرام أكبر منها. قسّمه من فضلك.

refused-too_many_texts =
    بلغت النصوص المضافة هنا حدّها، وهو { $texts ->
        [one] نصّ واحد
        [two] نصّان
        [few] { $texts } نصوص
        [many] { $texts } نصًّا
       *[other] { $texts } نصّ
    }.
    احذف منها ما لا تحتاجه ثم أعد الإرسال: <bdi>/library</bdi>

refused-no_room =
    امتلأ ما عندي من مساحة لنصوص المحادثات كلها، فلا أستطيع إضافة نصّ الآن.
    أعِد المحاولة لاحقًا من فضلك، أو احذف نصًّا لا تحتاجه: <bdi>/library</bdi>

refused-too_many_passages =
    لو أضفتُ هذا النصّ لجاوزت النصوص هنا حدّها، وهو { own-passages }.
    أرسل جزءًا أصغر منه، أو احذف غيره: <bdi>/library</bdi>

own-library =
    <b>{ $count ->
        [one] نصّ واحد مضاف
        [two] نصّان مضافان
        [few] { $count } نصوص مضافة
        [many] { $count } نصًّا مضافًا
       *[other] { $count } نصّ مضاف
    } هنا</b>
own-library-empty = لا نصوص مضافة هنا بعد.
own-of-library = وأُجيب أيضًا من مكتبة البوت: <bdi>/sources</bdi>
own-remove-button = حذف: { $title }
own-ask-removal = أأحذف من هنا هذا النصّ: { $title }؟
own-for-good = لا يعود بعد حذفه إلا بإرساله من جديد.
own-yes-button = نعم، احذفه
own-no-button = لا، أبقِه
own-removed = حُذف النصّ: { $title }
