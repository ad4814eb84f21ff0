"""What the plan's parts and the target say of themselves in English, in both languages.

Pairs of English words, as they are told, and Persian ones; {} stands for anything. The first that
fits counts.
"""

from __future__ import annotations

PROBLEMS = (
    # -- names that are not there
    ("There is no transform called {}.", "تبدیلی به نام {} نیست."),
    ("There is no check called {}.", "وارسی‌ای به نام {} نیست."),
    ("There is no survivorship rule called {}.", "قاعده‌ی بقایی به نام {} نیست."),
    ("There is no kind of file called {}.", "گونه‌ی پرونده‌ای به نام {} نیست."),
    ("Known: {}.", "موجود: {}."),
    ("Allowed: {}.", "مجاز: {}."),
    ("There is no option {}.", "گزینه‌ای به نام {} نیست."),
    ("Option {} cannot be {}.", "گزینه‌ی {} نمی‌تواند {} باشد."),
    ("Option {}: {} is expected, not {}.", "گزینه‌ی {} باید {} باشد، نه {}."),
    ("The options of {} cannot be used: {}", "گزینه‌های {} به کار نمی‌آیند: {}"),
    ("{} problem(s) in the steps: {}", "در گام‌ها {} مشکل هست: {}"),
    ("{} has no mapped field {}", "{} فیلد نگاشت‌شده‌ی {} را ندارد"),
    ("{} has no field {}.", "{} فیلد {} را ندارد."),
    ("the table {} has no column {}", "جدول {} ستون {} را ندارد"),
    ("Nothing is mapped to {}.", "چیزی به {} نگاشت نشده است."),
    ("field {} is not mapped", "فیلد {} نگاشت نشده است"),
    ("The field {} is not mapped.", "فیلد {} نگاشت نشده است."),
    # -- steps
    (
        "No source column: the first step must be one that needs none, such as constant.",
        "ستونی از مبدأ نیست: گام نخست باید گامی باشد که ستون نمی‌خواهد، مانند constant.",
    ),
    (
        "{} source columns need a first step that takes many, such as join or coalesce.",
        "برای {} ستون مبدأ، گام نخست باید چند ستون بگیرد، مانند join یا coalesce.",
    ),
    (
        "The pattern {} cannot be read: {}.",
        "الگوی {} خوانده نمی‌شود: {}.",
    ),
    (
        "Write a regular expression as RE2 knows it (no look-around, no back-references).",
        "عبارت منظم را به شیوه‌ی RE2 بنویسید (بدون look-around و ارجاع به عقب).",
    ),
    # -- expressions
    (
        "The expression cannot be read at character {}: {}.",
        "عبارت در نویسه‌ی {} خوانده نمی‌شود: {}.",
    ),
    ("The expression is nested too deeply.", "عبارت بیش از اندازه تودرتو است."),
    ("The expression has more than {} characters.", "عبارت بیش از {} نویسه دارد."),
    ("Write for example: {}", "برای نمونه بنویسید: {}"),
    ("{} at character {}.", "{} (نویسه‌ی {})."),
    ("The expression is too large", "عبارت بیش از اندازه بزرگ است"),
    ("Split it into several steps.", "آن را به چند گام تقسیم کنید."),
    ("This kind of value is not allowed", "این گونه مقدار مجاز نیست"),
    ("Use texts and numbers.", "متن و عدد به کار برید."),
    ("This operator is not allowed", "این عملگر مجاز نیست"),
    ("{} is not allowed", "{} مجاز نیست"),
    ("Use operators and listed functions only.", "فقط عملگرها و تابع‌های فهرست را به کار برید."),
    ("Use + - * / // % ** and or not.", "این‌ها را به کار برید: + - * / // % ** and or not"),
    ("Use - or not.", "- یا not را به کار برید."),
    ("A number of more than {} digits", "عددی با بیش از {} رقم"),
    ("This number cannot be used", "این عدد به کار نمی‌آید"),
    ("Write it like 1234.5", "آن را مانند 1234.5 بنویسید"),
    ("This number is too large or too small", "این عدد بیش از اندازه بزرگ یا کوچک است"),
    ("{} is not a column", "{} ستون نیست"),
    ("Names do not begin with two lines.", "نام‌ها با دو خط زیر آغاز نمی‌شوند."),
    ("{} is not a name", "{} نام نیست"),
    ("Only listed functions can be called", "فقط تابع‌های فهرست را می‌شود صدا زد"),
    ("Only plain values can be handed to a function", "به تابع فقط مقدار ساده می‌شود داد"),
    ("There is no function {}", "تابعی به نام {} نیست"),
    ("The function {} takes {} value(s) or more", "تابع {} دست‌کم {} مقدار می‌گیرد"),
    ("The function {} takes {} value(s)", "تابع {} باید {} مقدار بگیرد"),
    ("The function {} takes {} to {} values", "تابع {} از {} تا {} مقدار می‌گیرد"),
    ("A text in quotation marks is expected", "این‌جا متنی میان نشان نقل‌قول لازم است"),
    ("Patterns are RE2 syntax.", "الگوها به شیوه‌ی RE2 نوشته می‌شوند."),
    ("Write {}.", "بنویسید {}."),
    # -- golden records and lookups
    ("{} for the entity: {}", "{} برای موجودیت: {}"),
    ("{} for {}: {}", "{} برای {}: {}"),
    ("there is no such rule", "چنین قاعده‌ای نیست"),
    ("there is no such field", "چنین فیلدی نیست"),
    ("bad pattern {}", "الگوی {} نادرست است"),
    ("no field {}", "فیلد {} نیست"),
    ("{} looks up {}, which no feed fills", "{} به {} ارجاع می‌دهد که چیزی آن را پر نمی‌کند"),
    ("{} looks up {}, which is not mapped", "{} به {} ارجاع می‌دهد که نگاشت نشده است"),
    ("{} looks up {}, which is not loaded", "{} به {} ارجاع می‌دهد که بارگذاری نمی‌شود"),
    ("{} looks up feed {}, which does not exist", "{} به نگاشت {} ارجاع می‌دهد که وجود ندارد"),
    # -- targets
    ("{} is not in the folder yet.", "{} هنوز در پوشه نیست."),
    ("The folder {} cannot be written.", "در پوشه‌ی {} نمی‌شود نوشت."),
    ("{} has no primary key of one field.", "{} کلید اصلی تک‌فیلدی ندارد."),
    (
        "{}: the target counts no keys; map a field to its key.",
        "{}: مقصد کلید نمی‌شمارد؛ فیلدی را به کلیدش نگاشت کنید.",
    ),
    (
        "{} is not mapped: nothing can be found by it.",
        "{} نگاشت نشده است: چیزی با آن پیدا نمی‌شود.",
    ),
    ("{} is a lookup: nothing can be found by it.", "{} ارجاع است: چیزی با آن پیدا نمی‌شود."),
    (
        "{}: records in this target cannot be looked for and changed.",
        "{}: در این مقصد نمی‌شود رکوردها را جست و تغییر داد.",
    ),
    (
        "{} has no mapped unique key by which records could be found and updated.",
        "{} کلید یکتای نگاشت‌شده‌ای ندارد که رکوردها با آن پیدا و به‌روز شوند.",
    ),
    (
        "The key {} is neither mapped nor filled by the target.",
        "کلید {} نه نگاشت شده و نه مقصد آن را پر می‌کند.",
    ),
    (
        "The primary key of {} was ({}) and is ({}).",
        "کلید اصلی {} پیش‌تر ({}) بود و اکنون ({}) است.",
    ),
    ("{} is not in the target any more.", "{} دیگر در مقصد نیست."),
    ("{} is not in the target.", "{} در مقصد نیست."),
    ("{} is new in the target and required.", "{} در مقصد تازه و الزامی است."),
    ("{} has a new unique key ({}).", "{} کلید یکتای تازه‌ای دارد ({})."),
    ("{} took {} characters and takes {}.", "{} پیش‌تر {} نویسه می‌گرفت و اکنون {} می‌گیرد."),
    ("{} took {} digits and takes {}.", "{} پیش‌تر {} رقم می‌گرفت و اکنون {} می‌گیرد."),
    ("{} is required now.", "{} اکنون الزامی است."),
    ("{} was {} and is {}.", "{} پیش‌تر {} بود و اکنون {} است."),
    (
        "{} is stored by {}, which knows no transactions: it must be InnoDB.",
        "{} را {} نگه می‌دارد که تراکنش ندارد: باید InnoDB باشد.",
    ),
    (
        "The server would cut values in silence: strict mode could not be set.",
        "سرور مقدارها را بی‌صدا کوتاه می‌کند: حالت سخت‌گیر (strict) روشن نشد.",
    ),
    ("We may not read {}: {}", "اجازه‌ی خواندن {} را نداریم: {}"),
    ("We may not insert into {}: {}", "اجازه‌ی افزودن به {} را نداریم: {}"),
    ("We may not update {}: {}", "اجازه‌ی تغییر {} را نداریم: {}"),
)
