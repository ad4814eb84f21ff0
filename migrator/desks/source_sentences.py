"""What readers of files remark and refuse, in both languages.

Pairs of English words, as a reader says them, and Persian ones; {} stands for anything. The first
that fits counts.
"""

from __future__ import annotations

SENTENCES = (
    # -- warnings about text files
    ("{} line before the records were left out.", "{} سطر پیش از رکوردها کنار گذاشته شد."),
    ("{} lines before the records were left out.", "{} سطر پیش از رکوردها کنار گذاشته شد."),
    ("The table has a header and no records.", "جدول سرستون دارد و هیچ رکوردی ندارد."),
    (
        "The table has no header: its columns were numbered.",
        "جدول سرستون ندارد: ستون‌ها شماره‌گذاری شدند.",
    ),
    (
        "No delimiter was found: every line is one cell.",
        "جداکننده‌ای پیدا نشد: هر سطر یک خانه است.",
    ),
    (
        "Blanks before quotes are not part of the cells and were left out.",
        "فاصله‌های پیش از نشان نقل‌قول جزو خانه‌ها نیستند و کنار گذاشته شدند.",
    ),
    ("The file mixes different line ends.", "پایان سطرها در پرونده یک‌دست نیست."),
    (
        "The record on line {} cannot be read: {}.",
        "رکورد سطر {} خوانده نمی‌شود: {}.",
    ),
    (
        "Some bytes are not valid UTF-8: their records will be listed as unreadable.",
        "بعضی بایت‌ها UTF-8 معتبر نیستند: رکوردهایشان جزو ناخوانده‌ها فهرست می‌شود.",
    ),
    (
        "The encoding was guessed as {}: look at the accented letters.",
        "کدگذاری {} حدس زده شد: به حرف‌های فارسی و نشانه‌دار نگاه کنید.",
    ),
    (
        "The file has NUL characters: they will be removed and noted.",
        "پرونده نویسه‌ی NUL دارد: حذف و یادداشت می‌شوند.",
    ),
    (
        "The file already holds replacement characters: text was lost before.",
        "در پرونده نویسه‌ی جایگزین هست: پیش از این بخشی از متن از دست رفته است.",
    ),
    ("{} records cannot be read.", "{} رکورد خوانده نمی‌شود."),
    ('"{}" is an HTML page, read as a table.', "«{}» صفحه‌ی HTML است و به‌صورت جدول خوانده شد."),
    ("Repeated column headers were renamed: {}.", "نام سرستون‌های تکراری عوض شد: {}."),
    ("Columns without a header were named {}.", "ستون‌های بی‌سرستون چنین نام گرفتند: {}."),
    ("Left out: {}", "کنار گذاشته شد: {}"),
    # -- warnings about workbooks
    (
        "No header row was found: the columns are numbered.",
        "ردیف سرستون پیدا نشد: ستون‌ها شماره‌گذاری شدند.",
    ),
    (
        "{} filled rows above the header in row {} are left out.",
        "{} ردیف پر، بالای سرستونِ ردیف {}، کنار گذاشته شد.",
    ),
    ("The sheet has a header but no rows.", "برگه سرستون دارد ولی ردیفی ندارد."),
    ("The sheet is empty.", "برگه خالی است."),
    ("The sheet has no rows below the header.", "زیر سرستون برگه ردیفی نیست."),
    ("The sheet is hidden in the workbook.", "این برگه در کارپوشه پنهان است."),
    ("The sheet is very hidden in the workbook.", "این برگه در کارپوشه کاملاً پنهان شده است."),
    (
        "{} merged ranges ({}): each value stays in its top left cell, the others are empty.",
        "{} ناحیه‌ی ادغام‌شده ({}): هر مقدار در نخستین خانه می‌ماند و بقیه خالی‌اند.",
    ),
    (
        "The sheet seems to hold several tables ({}); it is read as one.",
        "گویا چند جدول در برگه هست ({})؛ همه با هم یک جدول خوانده می‌شود.",
    ),
    ("column {} is empty", "ستون {} خالی است"),
    ("row {} looks like another header", "ردیف {} به سرستونی دیگر می‌ماند"),
    ("the workbook declares {} tables on it", "کارپوشه {} جدول در آن تعریف کرده است"),
    (
        'Sheet "{}" holds a chart, not cells, and was skipped.',
        "برگه‌ی «{}» نمودار است و خوانده نشد.",
    ),
    ('Sheet "{}" {}, and was skipped.', "برگه‌ی «{}» خانه ندارد و خوانده نشد."),
    (
        "The workbook links to other files; the links are not followed.",
        "کارپوشه به پرونده‌های دیگر پیوند دارد؛ پیوندها دنبال نمی‌شوند.",
    ),
    ("The workbook holds macros; they are not run.", "کارپوشه ماکرو دارد؛ اجرا نمی‌شود."),
    # -- warnings about databases
    (
        "This is a view: its rows come from other tables.",
        "این یک نما (view) است: ردیف‌هایش از جدول‌های دیگر می‌آیند.",
    ),
    (
        "It has no primary key: nothing but its place tells a row apart.",
        "کلید اصلی ندارد: ردیف‌ها فقط با جایشان از هم شناخته می‌شوند.",
    ),
    ("It cannot be read: {}.", "خوانده نمی‌شود: {}."),
    ("Its rows could not be counted: {}", "ردیف‌هایش شمرده نشد: {}"),
    (
        "Column {} holds UTF-8 text as latin1 {}",
        "متن UTF-8 در ستون {} با کدگذاری latin1 نگه داشته شده؛ تبدیلِ ترمیم کدگذاری آن را درست"
        " می‌کند.",
    ),
    ("a view repeats what its tables hold", "نما همان داده‌های جدول‌هایش را تکرار می‌کند"),
    ("no columns", "ستونی ندارد"),
    # -- refusals
    ('"{}" is empty: it has no bytes at all.', "«{}» خالی است: حتی یک بایت ندارد."),
    (
        'The encoding of "{}" cannot be told: it is not UTF-8, and {} all fit.',
        "کدگذاری «{}» شناخته نشد: UTF-8 نیست و {} همگی جور درمی‌آیند.",
    ),
    ('"{}" is not a text file.', "«{}» پرونده‌ی متنی نیست."),
    ('There is no encoding called "{}".', "کدگذاری‌ای به نام «{}» وجود ندارد."),
    ('"{}" was changed while it was in use here.', "«{}» هنگام خواندن تغییر کرد."),
    ("{} was changed while it was read.", "{} هنگام خواندن تغییر کرد."),
    ('Reading "{}" was stopped.', "خواندن «{}» متوقف شد."),
    (
        'Reading "{}" gave no result for {} seconds and was stopped.',
        "خواندن «{}» پس از {} ثانیه به جایی نرسید و متوقف شد.",
    ),
    ('The reader died on "{}" ({}).', "خواننده روی «{}» از کار افتاد ({})."),
    ('The reader failed on "{}" ({}).', "خواننده نتوانست «{}» را بخواند ({})."),
    (
        '"{}" needs more memory to read than a reader may have.',
        "خواندن «{}» بیش از حافظه‌ی مجاز خواننده جا می‌خواهد.",
    ),
    ('"{}" is a damaged gzip file.', "پرونده‌ی gzip «{}» آسیب دیده است."),
    ('"{}" is a damaged Parquet file.', "پرونده‌ی Parquet «{}» آسیب دیده است."),
    (
        '"{}" was refused: it unpacks to more than {} MiB, over {} times its packed size or over'
        " {} GiB.",
        "«{}» پذیرفته نشد: پس از باز شدن از {} مبی‌بایت می‌گذرد، یعنی بیش از {} برابر اندازه‌ی"
        " فشرده یا بیش از {} گیبی‌بایت.",
    ),
    ('"{}" is not valid JSON{}.', "«{}» JSON معتبر نیست{}."),
    (
        '"{}" holds no objects: there are no columns in it.',
        "در «{}» شیئی نیست: ستونی در آن وجود ندارد.",
    ),
    ('The folder "{}" has no table called "{}".', "در پوشه‌ی «{}» جدولی به نام «{}» نیست."),
    ('"{}" has no table called "{}".', "در «{}» جدولی به نام «{}» نیست."),
    ("The header row of sheet {} cannot be {}.", "ردیف سرستون برگه‌ی «{}» نمی‌تواند {} باشد."),
    ("There is no table {} in the source.", "در مبدأ جدولی به نام {} نیست."),
    ("The range of sheet {} cannot be {}.", "محدوده‌ی برگه‌ی «{}» نمی‌تواند {} باشد."),
    (
        "Write it as a spreadsheet does: A3:F120, B:F or 3:120.",
        "آن را مانند صفحه‌گسترده بنویسید: A3:F120 یا B:F یا 3:120.",
    ),
    ("There is no column called {}.", "ستونی به نام «{}» نیست."),
    ("The column {} cannot be taken for {}.", "ستون «{}» را نمی‌توان {} در نظر گرفت."),
    ("Known types are {}.", "نوع‌های شناخته: {}."),
    ("Look at the tables first.", "نخست جدول‌ها را ببینید."),
    ("There is no sheet called {}.", "برگه‌ای به نام «{}» نیست."),
    ("{} has no sheet with cells.", "در «{}» برگه‌ای با خانه‌ی پر نیست."),
    ("{} is not a workbook: {}.", "«{}» کارپوشه نیست: {}."),
    ('The folder "{}" cannot be read: {}.', "پوشه‌ی «{}» خوانده نمی‌شود: {}."),
    ('"{}" cannot be opened: No such file or directory.', "«{}» پیدا نشد."),
    ('"{}" cannot be opened: Permission denied.', "اجازه‌ی باز کردن «{}» را ندارید."),
    ('"{}" cannot be opened: {}.', "«{}» باز نمی‌شود: {}."),
    ('"{}" cannot be read as asked: {}.', "«{}» را نمی‌شود این‌گونه خواند: {}."),
    ('"{}" cannot be read: {}.', "«{}» خوانده نمی‌شود: {}."),
    ('"{}" was refused: {}.', "«{}» پذیرفته نشد: {}."),
    ("The file is damaged: {}.", "پرونده آسیب دیده است: {}."),
    ("The file was refused for safety: {}.", "پرونده برای ایمنی پذیرفته نشد: {}."),
    (
        "A cell says it stands at {}, which no sheet has.",
        "خانه‌ای جای خود را {} می‌داند که در هیچ برگه‌ای نیست.",
    ),
    ("The file is larger than {} MiB.", "پرونده از {} مبی‌بایت بزرگ‌تر است."),
    (
        "The sheet reaches to cell {}: {} cells, more than the {} that can be read.",
        "برگه تا خانه‌ی {} می‌رسد: {} خانه، بیش از {} خانه‌ای که خواندنی است.",
    ),
    ("The workbook is locked with a password.", "کارپوشه با رمز عبور قفل شده است."),
    ("The password is wrong.", "رمز عبور نادرست است."),
    (
        "The workbook is locked in a way that cannot be opened here.",
        "این نوع قفلِ کارپوشه را نمی‌شود این‌جا باز کرد.",
    ),
    (
        "The file is locked with a password, which cannot be undone here for this format.",
        "پرونده با رمز عبور قفل است و قفل این قالب این‌جا باز نمی‌شود.",
    ),
    ("{} cannot be read: {}.", "{} خوانده نمی‌شود: {}."),
    # -- parts of sentences
    ("it is {}, whatever its name says", "با وجود نامش، {} است"),
    ("a PDF document", "یک سند PDF"),
    ("a picture", "یک تصویر"),
    ("a program", "یک برنامه"),
    ("an Access database", "یک پایگاه داده‌ی اکسس"),
    ("an Outlook mailbox", "یک صندوق نامه‌ی Outlook"),
    (
        "a ZIP archive or a damaged Excel file",
        "یک بایگانی ZIP یا پرونده‌ی آسیب‌دیده‌ی اکسل",
    ),
    ("a {} archive", "یک بایگانی {}"),
    ("an {} archive", "یک بایگانی {}"),
    ("it is an archive of several files", "بایگانیِ چند پرونده است"),
    ('files called "{}" are of no kind that can be read', "پسوند {} جزو گونه‌های خواندنی نیست"),
    (
        "files without a suffix are of no kind that can be read",
        "پرونده‌ی بی‌پسوند جزو گونه‌های خواندنی نیست",
    ),
    ("it has no files in it", "پرونده‌ای در آن نیست"),
    ("none of its files can be read", "هیچ‌یک از پرونده‌هایش خواندنی نیست"),
    ("none of its files can be read. {}", "هیچ‌یک از پرونده‌هایش خواندنی نیست. {}"),
    ("it has more than {} columns ({} seen)", "بیش از {} ستون دارد ({} دیده شد)"),
    ("a table has more than {} columns", "جدولی بیش از {} ستون دارد"),
    ("its first line is longer than {} KiB", "نخستین سطرش از {} کیبی‌بایت بلندتر است"),
    ("the record on line {} is longer than {} MiB", "رکورد سطر {} از {} مبی‌بایت بلندتر است"),
    ("a quote opens here that is not closed properly", "نقل‌قولی این‌جا باز شده و درست بسته نشده"),
    ("a quote opens here that is never closed", "نقل‌قولی این‌جا باز شده و هرگز بسته نشده"),
    ("there is text behind a closing quote", "پس از بسته شدن نقل‌قول متن آمده است"),
    ("line {} is not the beginning of a record", "سطر {} آغاز یک رکورد نیست"),
    (
        "delimiter and quote cannot be the same character",
        "جداکننده و نشان نقل‌قول نمی‌توانند یکی باشند",
    ),
    ('the delimiter must be one character, not "{}"', "جداکننده باید یک نویسه باشد، نه «{}»"),
    ('the quote must be one character, not "{}"', "نشان نقل‌قول باید یک نویسه باشد، نه «{}»"),
    ("{} cells, {} columns", "{} خانه، {} ستون"),
    ("byte {} at offset {}", "بایت {} در جای {}"),
    ("a line is longer than {} MiB", "سطری از {} مبی‌بایت بلندتر است"),
    (
        "it is larger than {} MiB and must be read as a whole",
        "از {} مبی‌بایت بزرگ‌تر است و باید یک‌جا خوانده شود",
    ),
    ("more than {} MiB", "بیش از {} مبی‌بایت"),
    ("not valid JSON: {}", "JSON معتبر نیست: {}"),
    ("not an object", "شیء نیست"),
    ("a part is called {}, which points outside the file", "بخشی به نام {} به بیرون پرونده می‌رود"),
    (
        "the part {} unpacks to more than {} times its size in the file",
        "بخش {} پس از باز شدن بیش از {} برابر می‌شود",
    ),
    ("the part {} declares a document type or entities", "بخش {} موجودیت XML تعریف می‌کند"),
    (
        "its zip directory cannot be read, it may have been cut off",
        "فهرست zip آن خوانده نمی‌شود؛ شاید پرونده ناقص باشد",
    ),
    ("it is a zip file without a workbook in it", "پرونده‌ی zip است و کارپوشه‌ای در آن نیست"),
    ("it is an OLE file without a workbook in it", "پرونده‌ی OLE است و کارپوشه‌ای در آن نیست"),
    (
        "cell {} refers to text number {} of the {} in the file",
        "خانه‌ی {} به متن شماره‌ی {} اشاره دارد، ولی پرونده {} متن دارد",
    ),
    ("the part {} is nested more than {} levels deep", "بخش {} بیش از {} لایه تودرتو است"),
    ("the part {} is not valid XML ({})", "بخش {} XML معتبر نیست ({})"),
    ("the part {} cannot be unpacked", "بخش {} باز نمی‌شود"),
    ("the part {} is missing", "بخش {} در آن نیست"),
    ("it lists more than {} sheets", "بیش از {} برگه فهرست کرده است"),
    ("it lists no sheets", "برگه‌ای فهرست نکرده است"),
    ("its workbook lists no sheets", "برگه‌ای فهرست نکرده است"),
    ("a number format is {} characters long", "یک قالب عددی {} نویسه دارد"),
    ("the content of sheet {} is missing from it", "محتوای برگه‌ی {} در آن نیست"),
    ("the content of a sheet is missing from it", "محتوای یک برگه در آن نیست"),
    ("a sheet ends in the middle", "یک برگه نیمه‌کاره مانده است"),
    (
        "it holds two parts called {}, so its content is ambiguous",
        "دو بخش به نام {} دارد و محتوایش مبهم است",
    ),
    (
        "it repeats a row up to row {}, beyond {}",
        "ردیفی را تا ردیف {} تکرار می‌کند که از {} می‌گذرد",
    ),
    ("it is no OLE file, or cut off", "پرونده‌ی OLE نیست یا ناقص است"),
    ("its stream {} is cut off", "جریان {} آن ناقص است"),
    ("its OLE header makes no sense", "سرآیند OLE آن بی‌معناست"),
    ("its OLE directory makes no sense", "فهرست OLE آن بی‌معناست"),
    ("its OLE sectors point outside the file", "بخش‌های OLE آن به بیرون پرونده اشاره می‌کنند"),
    ("a chain of its OLE sectors loops", "زنجیره‌ی بخش‌های OLE آن حلقه دارد"),
    ("a record is cut off", "رکوردی ناقص است"),
)
