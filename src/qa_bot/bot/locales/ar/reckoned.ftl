### What was reckoned from two dates, and how long it is between them.

reckoned-earlier = الأسبق: { $first } ({ $first_date })، ثم { $second } ({ $second_date }).
reckoned-either = لا يُعرف من هذين التاريخين أيهما أسبق: { $first } ({ $first_date })، { $second } ({ $second_date }).
reckoned-between = بينهما { $span }: { $first } ({ $first_date })، ثم { $second } ({ $second_date }).
# Behind each of these, in brackets.
reckoned-note = حسابٌ من التاريخين، لا من لفظ النصوص
reckoned-disputed = حسابٌ من التاريخين، لا من لفظ النصوص، وفيهما خلاف

span-years =
    { $years ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $years } سنين
       *[other] { $years } سنة
    }
span-months =
    { $months ->
        [one] شهر واحد
        [two] شهران
        [few] { $months } أشهر
        [many] { $months } شهرًا
       *[other] { $months } شهر
    }
span-years-and-months =
    { $years ->
        [one] سنة
        [two] سنتان
        [few] { $years } سنين
       *[other] { $years } سنة
    } و{ $months ->
        [one] شهر
        [two] شهران
        [few] { $months } أشهر
       *[other] { $months } شهرًا
    }
span-years-between =
    بين { $least ->
        [one] سنة
        [two] سنتين
        [few] { $least } سنين
       *[other] { $least } سنة
    } و{ $most ->
        [two] سنتين
        [few] { $most } سنين
       *[other] { $most } سنة
    }
span-months-between =
    بين { $least ->
        [one] شهر
        [two] شهرين
        [few] { $least } أشهر
        [many] { $least } شهرًا
       *[other] { $least } شهر
    } و{ $most ->
        [two] شهرين
        [few] { $most } أشهر
        [many] { $most } شهرًا
       *[other] { $most } شهر
    }
span-at-most = { $longest } على الأكثر
span-years-none = أقل من سنة
span-months-none = أقل من شهر
