"""What readers advise, and what databases say, in both languages.

Pairs of English words, as a reader says them, and Persian ones; {} stands for anything. The first
that fits counts.
"""

from __future__ import annotations

ADVICE = (
    # -- what to do
    (
        "Delete stray cells far from the table, or copy the table to a new sheet.",
        "خانه‌های پرت را پاک کنید یا جدول را در برگه‌ای تازه رونوشت کنید.",
    ),
    (
        "Open the file in a spreadsheet program, save it again and read the new file.",
        "پرونده را در اکسل باز و دوباره ذخیره کنید و پرونده‌ی تازه را بخوانید.",
    ),
    (
        "Open it in a spreadsheet program, save it again and read the new file.",
        "آن را در اکسل باز و دوباره ذخیره کنید و پرونده‌ی تازه را بخوانید.",
    ),
    (
        "Open it in a spreadsheet program, save it without a password and read that file.",
        "آن را در اکسل باز کنید، بی‌رمز ذخیره کنید و همان را بخوانید.",
    ),
    (
        "If you trust it, open it in a spreadsheet program, save it again and read that file.",
        "اگر به آن اعتماد دارید، در اکسل باز و دوباره ذخیره کنید و همان را بخوانید.",
    ),
    (
        "Open it in the program it comes from and save it as CSV or as a workbook.",
        "آن را در برنامه‌ی سازنده‌اش باز کنید و به‌صورت CSV یا کارپوشه ذخیره کنید.",
    ),
    (
        "The file is damaged, too large or made to do harm: open it in the program it comes from"
        " and save it anew.",
        "پرونده آسیب دیده، بیش از اندازه بزرگ یا زیان‌رسان است: در برنامه‌ی سازنده‌اش باز و از نو"
        " ذخیره کنید.",
    ),
    (
        "The file is probably damaged: open it in the program it comes from and save it anew.",
        "گویا پرونده آسیب دیده است: در برنامه‌ی سازنده‌اش باز و از نو ذخیره کنید.",
    ),
    (
        "Type it as in the spreadsheet program; capitals and keyboard layout matter.",
        "همان‌گونه که در اکسل می‌نویسید بنویسید؛ حروف بزرگ و زبان صفحه‌کلید مهم است.",
    ),
    (
        "Choose a file that holds a table.",
        "پرونده‌ای را برگزینید که جدول دارد.",
    ),
    ("Unpack it and open the files in it.", "آن را باز کنید و پرونده‌های درونش را بیفزایید."),
    (
        "Export its tables from Access as workbooks or CSV.",
        "جدول‌هایش را از اکسس به‌صورت کارپوشه یا CSV برون‌برد کنید.",
    ),
    ("Export the data from the program that made it.", "داده را از برنامه‌ی سازنده برون‌برد کنید."),
    ("Check the path, and that you may read it.", "مسیر و اجازه‌ی خواندن آن را بررسی کنید."),
    (
        "Check the path, and that you may read the file.",
        "مسیر و اجازه‌ی خواندن پرونده را بررسی کنید.",
    ),
    (
        "Check that it is a table, and which delimiter and quote it uses.",
        "ببینید جدول است یا نه، و جداکننده و نشان نقل‌قولش چیست.",
    ),
    (
        "Correct the options of this table or leave them out.",
        "گزینه‌های خواندن این جدول را درست کنید یا به حالت خودکار برگردانید.",
    ),
    (
        "Choose a folder that holds CSV files, workbooks, JSON, Parquet or SQLite files.",
        "پوشه‌ای را برگزینید که CSV، کارپوشه، JSON، Parquet یا SQLite دارد.",
    ),
    ("Copy or download it again.", "آن را دوباره کپی یا دریافت کنید."),
    ("Copy or export it again.", "آن را دوباره کپی یا برون‌برد کنید."),
    ("Export it again, or mend it at that place.", "دوباره برون‌برد کنید یا همان جا را درست کنید."),
    (
        "If the file is genuine, unpack it yourself and open the unpacked file.",
        "اگر پرونده درست است، خودتان آن را باز کنید و پرونده‌ی بازشده را بیفزایید.",
    ),
    (
        "Check that the file exists, that you may read it and that no program locks it.",
        "ببینید پرونده وجود دارد، خواندنی است و برنامه‌ای آن را قفل نکرده است.",
    ),
    (
        "Open it in LibreOffice, save it without a password and read the new file.",
        "آن را در LibreOffice باز کنید، بی‌رمز ذخیره کنید و پرونده‌ی تازه را بخوانید.",
    ),
    (
        "Open it in the program it comes from and save it as .xlsx or CSV.",
        "آن را در برنامه‌ی سازنده‌اش باز کنید و به‌صورت xlsx یا CSV ذخیره کنید.",
    ),
    ("Save it as .xlsx and read that file.", "آن را به‌صورت xlsx ذخیره کنید و همان را بخوانید."),
    (
        "Give it as --option password=..., or as KOOCH_PASSWORD_<SOURCE ID>.",
        "رمز عبور کارپوشه را در گزینه‌های خواندن بنویسید.",
    ),
    (
        "A quote that is never closed does that: mend the file, or set the option quote to none.",
        "نقل‌قولی که بسته نشود چنین می‌کند: پرونده را درست کنید یا نشان نقل‌قول را «هیچ» بگذارید.",
    ),
    (
        "Say which one it is (the option encoding): cp1256 is Persian or Arabic, cp1252 Western"
        " European, cp1251 Cyrillic, cp1253 Greek.",
        "کدگذاری را در گزینه‌های خواندن تعیین کنید: cp1256 فارسی یا عربی، cp1252 اروپای غربی،"
        " cp1251 سیریلیک و cp1253 یونانی است.",
    ),
    (
        "Use utf-8, utf-16, cp1256, cp1252 or another encoding known to Python.",
        "یکی از این‌ها را برگزینید: utf-8، utf-16، cp1256، cp1252 یا کدگذاری شناخته‌ی دیگر.",
    ),
    (
        "Give the number of a row, or 0 if there is none.",
        "شماره‌ی یک ردیف را بنویسید، یا ۰ اگر سرستونی نیست.",
    ),
    ("It has {}.", "آنچه دارد: {}."),
    ("There are: {}.", "آنچه هست: {}."),
    (
        "A table in JSON is an array of objects, or one object per line.",
        "جدول در JSON آرایه‌ای از شیءهاست، یا در هر سطر یک شیء.",
    ),
    (
        "JSON Lines have one object per line; is it another kind of JSON?",
        "در JSON Lines هر سطر یک شیء است؛ شاید گونه‌ی دیگری از JSON باشد.",
    ),
    (
        "Save it as JSON Lines (one object per line).",
        "آن را به‌صورت JSON Lines (هر سطر یک شیء) ذخیره کنید.",
    ),
    (
        "Leave it out, or ask who looks after the database.",
        "آن را کنار بگذارید یا از مسئول پایگاه داده بپرسید.",
    ),
    (
        "Close the program that writes it, then read the source again.",
        "برنامه‌ای را که در آن می‌نویسد ببندید و مبدأ را دوباره بخوانید.",
    ),
    (
        "Write it as kind://user@host:port/database, special characters as %XX.",
        "آن را به شکل kind://user@host:port/database بنویسید و نویسه‌های ویژه را به شکل %XX.",
    ),
    ("Look at the source again.", "مبدأ را دوباره بررسی کنید."),
    ("Did you mean {}?", "منظورتان {} بود؟"),
    (
        "Close the program that writes to it, then open the file again.",
        "برنامه‌ای را که در آن می‌نویسد ببندید و دوباره بازش کنید.",
    ),
    ("Split the file, or save it as CSV, and try again.", "پرونده را تکه کنید یا CSV ذخیره کنید."),
    (
        "Save the file anew in the program it comes from, or in a simpler format.",
        "پرونده را در برنامه‌ی سازنده از نو یا در قالبی ساده‌تر ذخیره کنید.",
    ),
)

DATABASES = (
    ("There is no connection to {}.", "به {} وصل نشد."),
    (
        "Check the host name, the port, the network and that the server runs.",
        "نام میزبان، درگاه، شبکه و روشن بودن سرور را بررسی کنید.",
    ),
    (
        "{} refused user {}: the password or the user name is wrong.",
        "{} کاربر {} را نپذیرفت: رمز عبور یا نام کاربر نادرست است.",
    ),
    (
        "Type the password again, or ask who looks after the database for a login.",
        "رمز عبور را دوباره بنویسید یا از مسئول پایگاه داده دسترسی بگیرید.",
    ),
    ("The database does not exist: {}.", "پایگاه داده وجود ندارد: {}."),
    (
        "Check the last part of the URL; names are often case sensitive.",
        "نام پایگاه داده را بررسی کنید؛ بزرگی و کوچکی حروف مهم است.",
    ),
    ("User {} lacks a right on {}: {}", "کاربر {} در {} دسترسی لازم را ندارد: {}"),
    (
        "Ask who looks after the database to grant it, then try again.",
        "از مسئول پایگاه داده دسترسی بگیرید و دوباره بکوشید.",
    ),
    ("The secure connection to {} failed: {}", "اتصال امن به {} برقرار نشد: {}"),
    (
        "Check the certificate and the TLS options of the URL.",
        "گواهی و گزینه‌های TLS را بررسی کنید.",
    ),
    ("The connection to {} was lost.", "اتصال به {} قطع شد."),
    (
        "It is safe to try again: what was not confirmed is looked up first.",
        "می‌شود بی‌خطر دوباره کوشید: آنچه تأیید نشده نخست بررسی می‌شود.",
    ),
    (
        "Close other programs that use it, or try again in a minute.",
        "برنامه‌های دیگری را که به آن وصل‌اند ببندید یا یک دقیقه بعد دوباره بکوشید.",
    ),
    ("There is no room left on the disk of {}.", "دیسک {} دیگر جا ندارد."),
    ("Free some space there, then resume.", "آن‌جا جا باز کنید و سپس ادامه دهید."),
    (
        "{} undid the transaction because another one was in its way.",
        "{} تراکنش را پس گرفت، چون تراکنش دیگری سر راهش بود.",
    ),
    ("Trying again is safe and usually enough.", "دوباره کوشیدن بی‌خطر و معمولاً کافی است."),
    ("{} cannot be written: it is read-only.", "در {} نمی‌شود نوشت: فقط خواندنی است."),
    (
        "Check the rights on the file or the server's mode.",
        "اجازه‌های پرونده یا حالت سرور را بررسی کنید.",
    ),
    (
        "A table or column is not there any more in {}: {}",
        "جدول یا ستونی دیگر در {} نیست: {}",
    ),
    (
        "Look at its tables again, then repeat the step.",
        "جدول‌های آن را دوباره ببینید و کار را تکرار کنید.",
    ),
    (
        "A query on {} took too long and was stopped.",
        "پرس‌وجو از {} بیش از اندازه طول کشید و متوقف شد.",
    ),
    (
        "If it is a view, leave it out or ask for a table instead.",
        "اگر نما (view) است، کنارش بگذارید یا به جای آن جدولی بخواهید.",
    ),
    ("{} refused: {}", "{} نپذیرفت: {}"),
    ("Look at the words of the database.", "پیام پایگاه داده را بخوانید."),
    ("{} has no room for one more connection.", "{} برای یک اتصال دیگر جا ندارد."),
    ("{} is starting up or shutting down.", "{} در حال روشن یا خاموش شدن است."),
    ("Try again in a minute.", "یک دقیقه بعد دوباره بکوشید."),
    ("{} is locked by another program.", "{} را برنامه‌ی دیگری قفل کرده است."),
    (
        "Close the other program or wait until it has finished, then try again.",
        "برنامه‌ی دیگر را ببندید یا تا پایان کارش صبر کنید و دوباره بکوشید.",
    ),
    (
        "{} is damaged, or is not a database of this kind.",
        "{} آسیب دیده یا پایگاه داده‌ای از این گونه نیست.",
    ),
    (
        "Open it in the program it comes from and export it, or use a backup.",
        "آن را در برنامه‌ی سازنده باز و برون‌برد کنید یا از پشتیبان استفاده کنید.",
    ),
    ("{} cannot be opened.", "{} باز نمی‌شود."),
    (
        "Check that the file and its folder exist and may be read.",
        "ببینید پرونده و پوشه‌اش وجود دارند و خواندنی‌اند.",
    ),
    ("{} is not a SQLite database, or it is encrypted.", "{} پایگاه SQLite نیست یا رمزنگاری شده."),
    ("Choose the database file itself, decrypted.", "خود پرونده‌ی پایگاه را بی‌رمز برگزینید."),
    ("There is no file {}.", "پرونده‌ی {} پیدا نشد."),
    ("Check the path.", "مسیر را بررسی کنید."),
    (
        "{} is damaged: some of its records cannot be trusted.",
        "{} آسیب دیده: به همه‌ی رکوردهایش نمی‌شود اعتماد کرد.",
    ),
    (
        "Repair it (.recover of the sqlite3 program) or use a backup.",
        "آن را با دستور recover در sqlite3 ترمیم کنید یا از پشتیبان استفاده کنید.",
    ),
    ("The driver for {} is not installed.", "راه‌انداز {} نصب نیست."),
    (
        "Install the optional part for this kind of database.",
        "بخش اختیاری این گونه پایگاه داده را نصب کنید.",
    ),
    ("{}:// is not a kind of database that can be opened.", "پایگاه داده‌ی {} باز شدنی نیست."),
    (
        "Use postgresql://, mysql://, mariadb://, mssql:// or sqlite:///path.",
        "یکی از این‌ها را به کار برید: postgresql://، mysql://، mariadb://، mssql:// یا"
        " sqlite:///path.",
    ),
    (
        "The server does not accept strict mode and full Unicode for this connection.",
        "سرور برای این اتصال حالت سخت‌گیر (strict) و یونیکد کامل را نمی‌پذیرد.",
    ),
    (
        "Ask who looks after the server: without them values would be cut in silence.",
        "از مسئول سرور بپرسید: بدون آن‌ها مقدارها بی‌صدا کوتاه می‌شوند.",
    ),
    (
        "{} is being written by another program all the time.",
        "برنامه‌ی دیگری پیوسته در {} می‌نویسد.",
    ),
    ("Close that program, then try again.", "آن برنامه را ببندید و دوباره بکوشید."),
    ("The database URL cannot be understood.", "نشانی پایگاه داده فهمیده نشد."),
    ("the default database on {}", "پایگاه پیش‌فرض در {}"),
    ("{} on {}", "{} در {}"),
)
