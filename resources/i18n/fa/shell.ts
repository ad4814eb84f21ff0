<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Row account</source>
        <translation>حساب ردیف‌ها</translation>
    </message>
    <message>
        <source>Source tables</source>
        <translation>جدول‌های مبدأ</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>موجودیت‌ها</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>تراز</translation>
    </message>
    <message>
        <source>not balanced</source>
        <translation>ناتراز</translation>
    </message>
    <message>
        <source>The sums do not agree: this run cannot be called complete.</source>
        <translation>جمع‌ها با هم نمی‌خوانند؛ این اجرا را نمی‌توان کامل دانست.</translation>
    </message>
    <message>
        <source>Counted from what was worked out last; since then something changed: “{stage}” and what follows are out of date.</source>
        <translation>شمارش از آخرین نتیجه است؛ پس از آن چیزی تغییر کرده و «{stage}» و مرحله‌های پس از آن به‌روز نیست.</translation>
    </message>
    <message>
        <source>Source table</source>
        <translation>جدول مبدأ</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>خوانده</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>به‌کاررفته</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>کنارگذاشته</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>ناخوانا</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>جمع</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>نگاشت‌شده</translation>
    </message>
    <message>
        <source>Absorbed</source>
        <translation>ادغام‌شده</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>رکورد طلایی</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>قرنطینه</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>بارگذاری‌شده</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رد‌شده</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>Find a record…</source>
        <translation>یافتن رکورد…</translation>
    </message>
    <message>
        <source>Every row that was read is somewhere. Double click a number to see its rows.</source>
        <translation>هر ردیفی که خوانده شده جایی هست. برای دیدن ردیف‌های هر عدد، روی آن دوبار کلیک کنید.</translation>
    </message>
    <message>
        <source>read = used + left out + unreadable</source>
        <translation>خوانده = به‌کاررفته + کنارگذاشته + ناخوانا</translation>
    </message>
    <message>
        <source>mapped = golden + absorbed · golden = ready + quarantine · ready = loaded + refused + waiting</source>
        <translation>نگاشت‌شده = طلایی + ادغام‌شده · طلایی = آماده + قرنطینه · آماده = بارگذاری‌شده + رد‌شده + در انتظار</translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Merged away</source>
        <translation>ادغام‌شده</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>رکورد طلایی</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>قرنطینه</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>بارگذاری‌شده</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>تراز</translation>
    </message>
    <message>
        <source>Row account</source>
        <translation>حساب ردیف‌ها</translation>
    </message>
    <message>
        <source>balances</source>
        <translation>تراز</translation>
    </message>
    <message>
        <source>does not balance</source>
        <translation>ناتراز</translation>
    </message>
</context>
<context>
    <name>ArrowTable</name>
    <message>
        <source>No value</source>
        <translation>بدون مقدار</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>متن خالی</translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Not now</source>
        <translation>فعلاً نه</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>بستن این پیام</translation>
    </message>
    <message>
        <source>Something went wrong inside Kooch. Your work is kept.</source>
        <translation>خطایی درون کوچ رخ داد. کار شما محفوظ است.</translation>
    </message>
</context>
<context>
    <name>Blocked</name>
    <message>
        <source>{step} comes later</source>
        <translation>نوبت «{step}» هنوز نرسیده است</translation>
    </message>
    <message>
        <source>Go to {step}</source>
        <translation>رفتن به {step}</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>آنچه کم است</translation>
    </message>
</context>
<context>
    <name>ColumnPopover</name>
    <message>
        <source>Profile of a column</source>
        <translation>شناخت ستون</translation>
    </message>
    <message>
        <source>Looking at the column…</source>
        <translation>در حال بررسی ستون…</translation>
    </message>
</context>
<context>
    <name>ColumnProfileView</name>
    <message>
        <source>Most frequent values</source>
        <translation>پرتکرارترین مقدارها</translation>
    </message>
    <message>
        <source>Some values</source>
        <translation>چند مقدار</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>الگوها</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>داده‌ی شخصی</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>یکتا</translation>
    </message>
    <message>
        <source>Rows of this column</source>
        <translation>ردیف‌های این ستون</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>مقدارهای متمایز</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} تا {high}</translation>
    </message>
    <message>
        <source>Length in characters</source>
        <translation>طول به نویسه</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>کوچک‌ترین</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>بزرگ‌ترین</translation>
    </message>
    <message>
        <source>Does not fit the type</source>
        <translation>ناسازگار با نوع</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>ناهنجاری‌ها</translation>
    </message>
    <message>
        <source>e.g. {value}</source>
        <translation>مثلاً {value}</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>دیدن این ردیف‌ها</translation>
    </message>
    <message>
        <source>Spread of the numbers</source>
        <translation>پراکندگی عددها</translation>
    </message>
    <message>
        <source>Dates by year</source>
        <translation>تاریخ‌ها به تفکیک سال</translation>
    </message>
    <message>
        <source>Lengths in characters</source>
        <translation>طول مقدارها به نویسه</translation>
    </message>
    <message>
        <source>{rows} more values have no place in it.</source>
        <translation>{rows} مقدار دیگر در آن جایی ندارد.</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} ردیف</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>عدد صحیح</translation>
    </message>
    <message>
        <source>number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>بله یا خیر</translation>
    </message>
    <message>
        <source>date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>تاریخ و ساعت</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>picture or file</source>
        <translation>تصویر یا پرونده</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>سازگار</translation>
    </message>
    <message>
        <source>Odd, a rule cures it</source>
        <translation>ناهنجار و درست‌شدنی</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>ناسازگار</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>خالی</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Kind of database</source>
        <translation>نوع پایگاه داده</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
        <translation>پایگاه داده‌ی SQLite (*.sqlite *.sqlite3 *.db *.db3);;همه‌ی پرونده‌ها (*)</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>پرونده‌ی پایگاه داده</translation>
    </message>
    <message>
        <source>Choose the database file.</source>
        <translation>پرونده‌ی پایگاه داده را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Trying to connect…</source>
        <translation>در حال اتصال…</translation>
    </message>
    <message>
        <source>There is no such file yet; it will be made.</source>
        <translation>چنین پرونده‌ای هنوز نیست؛ ساخته خواهد شد.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>چنین پرونده‌ای نیست.</translation>
    </message>
    <message>
        <source>The connection works: {count} tables found.</source>
        <translation>اتصال برقرار است: {count} جدول پیدا شد.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>آزمودن اتصال</translation>
    </message>
</context>
<context>
    <name>DataGrid</name>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Too much for the clipboard: at most {rows} rows.</source>
        <translation>برای بریده‌دان زیاد است: حداکثر {rows} ردیف.</translation>
    </message>
    <message>
        <source>{rows} rows copied</source>
        <translation>{rows} ردیف رونوشت شد</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Set</source>
        <translation>مشخص</translation>
    </message>
    <message>
        <source>The day is known</source>
        <translation>روز آن مشخص است</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The engine cannot be started.</source>
        <translation>موتور برنامه راه‌اندازی نمی‌شود.</translation>
    </message>
    <message>
        <source>Close Kooch and start it again.</source>
        <translation>کوچ را ببندید و دوباره باز کنید.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly.</source>
        <translation>موتور برنامه ناگهان از کار افتاد.</translation>
    </message>
    <message>
        <source>It was started again; nothing was lost.</source>
        <translation>دوباره راه‌اندازی شد و چیزی از دست نرفت.</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>How to compare</source>
        <translation>چگونگی مقایسه</translation>
    </message>
    <message>
        <source>Text to look for</source>
        <translation>متن مورد جست‌وجو</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>نمایش این ردیف‌ها</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>حذف فیلتر</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>شامل</translation>
    </message>
    <message>
        <source>is</source>
        <translation>برابر است با</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>آغاز می‌شود با</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>خالی است</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>خالی نیست</translation>
    </message>
    <message>
        <source>{column} {condition}</source>
        <translation>{column} {condition}</translation>
    </message>
    <message>
        <source>{column} {condition} “{text}”</source>
        <translation>{column} {condition} «{text}»</translation>
    </message>
</context>
<context>
    <name>GateStrip</name>
    <message>
        <source>The mapping keeps the full run waiting</source>
        <translation>اجرای کامل منتظر نگاشت است</translation>
    </message>
    <message>
        <source>No pilot has been approved</source>
        <translation>هنوز هیچ اجرای آزمایشی تأیید نشده است</translation>
    </message>
    <message>
        <source>No pilot is asked for</source>
        <translation>اجرای آزمایشی الزامی نیست</translation>
    </message>
    <message>
        <source>Pilot {run} is approved for exactly this plan</source>
        <translation>اجرای آزمایشی {run} برای همین برنامه تأیید شده است</translation>
    </message>
    <message>
        <source>Changed since pilot {run} was approved</source>
        <translation>پس از تأیید اجرای آزمایشی {run} تغییر کرده است</translation>
    </message>
    <message>
        <source>Run the pilot again. What changed:</source>
        <translation>اجرای آزمایشی را تکرار کنید. تغییرها:</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}، {when}</translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Search in all columns</source>
        <translation>جست‌وجو در همه‌ی ستون‌ها</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>ستون‌ها</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} ردیف</translation>
    </message>
    <message>
        <source>{rows} of {of} rows</source>
        <translation>{rows} از {of} ردیف</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>حذف این فیلتر</translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Paste</source>
        <translation>چسباندن</translation>
    </message>
    <message>
        <source>Takes the rows that you copied in Excel.</source>
        <translation>ردیف‌هایی را که در اکسل رونوشت کرده‌اید می‌گذارد.</translation>
    </message>
    <message>
        <source>Take the selected rows out</source>
        <translation>حذف ردیف‌های انتخاب‌شده</translation>
    </message>
</context>
<context>
    <name>GridFrame</name>
    <message>
        <source>No rows</source>
        <translation>ردیفی نیست</translation>
    </message>
    <message>
        <source>There is nothing to show here.</source>
        <translation>چیزی برای نمایش نیست.</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>چیزی پیدا نشد</translation>
    </message>
    <message>
        <source>No row fits the search and the filters.</source>
        <translation>هیچ ردیفی با جست‌وجو و فیلترها جور نیست.</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>نمایش همه‌ی ردیف‌ها</translation>
    </message>
    <message>
        <source>Opening the table</source>
        <translation>باز کردن جدول</translation>
    </message>
</context>
<context>
    <name>GridMenus</name>
    <message>
        <source>Copy</source>
        <translation>رونوشت</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>رونوشت با سرستون‌ها</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>فقط ردیف‌های با این مقدار</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>مرتب‌سازی صعودی</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>مرتب‌سازی نزولی</translation>
    </message>
    <message>
        <source>Natural order</source>
        <translation>ترتیب طبیعی</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>فیلتر…</translation>
    </message>
    <message>
        <source>Column profile</source>
        <translation>نمای ستون</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>پنهان کردن ستون</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>رونوشت نام ستون</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>When</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی</translation>
    </message>
    <message>
        <source>Go to this state</source>
        <translation>رفتن به این وضعیت</translation>
    </message>
    <message>
        <source>{change} (now)</source>
        <translation>{change} (اکنون)</translation>
    </message>
    <message>
        <source>{change} (taken back)</source>
        <translation>{change} (برگردانده)</translation>
    </message>
    <message>
        <source>wrote into the target</source>
        <translation>در مقصد نوشته است</translation>
    </message>
    <message>
        <source>{load} wrote into the target, so undo stops there. Take that load back first (step “Pilot” or “Migrate”).</source>
        <translation>«{load}» در مقصد نوشته است و واگرد از آن نمی‌گذرد. نخست آن بارگذاری را برگردانید (مرحله‌ی «اجرای آزمایشی» یا «مهاجرت»).</translation>
    </message>
    <message>
        <source>Every change is kept. Go to any state: what is worked out follows. A new change made there forgets the ones that were taken back.</source>
        <translation>همه‌ی تغییرها نگه داشته می‌شود. به هر وضعیتی می‌توانید بروید و نتیجه‌ها در پی آن می‌آید. با تغییری تازه در آنجا، تغییرهای برگردانده فراموش می‌شود.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message>
        <source>One value a line</source>
        <translation>هر سطر یک مقدار</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kooch</source>
        <translation>کوچ</translation>
    </message>
    <message>
        <source>Something went wrong inside Kooch. Your work is kept.</source>
        <translation>خطایی درون کوچ رخ داد. کار شما محفوظ است.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>بازگشایی</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly and was started again. Nothing you decided was lost.</source>
        <translation>موتور برنامه ناگهان از کار افتاد و دوباره راه‌اندازی شد. هیچ‌یک از تصمیم‌های شما از دست نرفت.</translation>
    </message>
    <message>
        <source>Exit code {code}</source>
        <translation>کد خروج {code}</translation>
    </message>
</context>
<context>
    <name>MergePart</name>
    <message>
        <source>This row</source>
        <translation>این ردیف</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>در مقایسه با</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>امتیاز</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>تصمیم از</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Value that survived</source>
        <translation>مقدار برگزیده</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>قاعده</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>مقدارهای دیگر</translation>
    </message>
    <message>
        <source>Compared rows</source>
        <translation>ردیف‌های مقایسه‌شده</translation>
    </message>
    <message>
        <source>Surviving values</source>
        <translation>مقدارهای برگزیده</translation>
    </message>
    <message>
        <source>No other row resembles this one.</source>
        <translation>هیچ ردیف دیگری شبیه این نیست.</translation>
    </message>
    <message>
        <source>Duplicates were not looked for yet.</source>
        <translation>هنوز تکراری‌یابی نشده است.</translation>
    </message>
    <message>
        <source>{who}: the same</source>
        <translation>{who}: یکی هستند</translation>
    </message>
    <message>
        <source>{who}: different</source>
        <translation>{who}: متفاوت‌اند</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>قاعده‌ها</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>یک رکورد</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>جدا</translation>
    </message>
    <message>
        <source>Rows that were compared</source>
        <translation>ردیف‌های مقایسه‌شده</translation>
    </message>
    <message>
        <source>The record that came out</source>
        <translation>رکورد طلایی</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>This is not a whole number.</source>
        <translation>این عدد صحیح نیست.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>این عدد نیست.</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>There is nothing to set here.</source>
        <translation>این‌جا چیزی برای تنظیم نیست.</translation>
    </message>
</context>
<context>
    <name>OrderEditor</name>
    <message>
        <source>Move up</source>
        <translation>بالاتر</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>پایین‌تر</translation>
    </message>
</context>
<context>
    <name>Overall</name>
    <message>
        <source>Overall</source>
        <translation>پیشرفت کلی</translation>
    </message>
</context>
<context>
    <name>PairsEditor</name>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>می‌شود</translation>
    </message>
    <message>
        <source>{value} stands twice on the left.</source>
        <translation>{value} دو بار در ستون نخست آمده است.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>انتخاب…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>انتخاب: {what}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Steps</source>
        <translation>مرحله‌ها</translation>
    </message>
</context>
<context>
    <name>Recents</name>
    <message>
        <source>Recent projects</source>
        <translation>پروژه‌های اخیر</translation>
    </message>
</context>
<context>
    <name>RecentsDelegate</name>
    <message>
        <source>not there any more</source>
        <translation>دیگر آنجا نیست</translation>
    </message>
</context>
<context>
    <name>RecentsModel</name>
    <message>
        <source>not there any more</source>
        <translation>دیگر آنجا نیست</translation>
    </message>
</context>
<context>
    <name>RowsDialog</name>
    <message>
        <source>Double click a row for its whole story.</source>
        <translation>برای دیدن سرگذشت هر ردیف، روی آن دوبار کلیک کنید.</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>{share}, {time} left</source>
        <translation>{share}، {time} مانده</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>در حال توقف</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>The whole run</source>
        <translation>کل اجرا</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>آماده‌سازی</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} ردشده</translation>
    </message>
    <message>
        <source>{rate} rows a second</source>
        <translation>{rate} ردیف در ثانیه</translation>
    </message>
    <message>
        <source>{time} left for this one</source>
        <translation>{time} تا پایان این موجودیت</translation>
    </message>
    <message>
        <source>Loading into the target</source>
        <translation>بارگذاری در مقصد</translation>
    </message>
    <message>
        <source>Linking records to each other</source>
        <translation>پیوند دادن رکوردها به یکدیگر</translation>
    </message>
    <message>
        <source>Reading the target back and comparing</source>
        <translation>بازخوانی و سنجش مقصد</translation>
    </message>
    <message>
        <source>Reading the records back</source>
        <translation>بازخوانی رکوردها</translation>
    </message>
    <message>
        <source>Looking into the target</source>
        <translation>نگاه به مقصد</translation>
    </message>
    <message>
        <source>Taking the run back</source>
        <translation>برگرداندن اجرا</translation>
    </message>
    <message>
        <source>working</source>
        <translation>در حال کار</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>بارگذاری شد</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>پیوند خورد</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>سنجیده شد</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>بازخوانی شد</translation>
    </message>
    <message>
        <source>looked up</source>
        <translation>دیده شد</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>برگردانده شد</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>در حال توقف</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>running</source>
        <translation>در حال اجرا</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>finished, rows need attention</source>
        <translation>پایان‌یافته، نیازمند رسیدگی</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>مکث</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ناموفق</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>برگردانده‌شده</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>آزمایشی</translation>
    </message>
    <message>
        <source>Full run</source>
        <translation>اجرای کامل</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>ارسال دوباره</translation>
    </message>
    <message>
        <source>Delta run</source>
        <translation>اجرای تفاضلی</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>برابر</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>مقدار دیگر</translation>
    </message>
    <message>
        <source>written differently</source>
        <translation>نگارش دیگر</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>بریده‌شده</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>تغییر پس از بارگذاری</translation>
    </message>
    <message>
        <source>parent is gone</source>
        <translation>پدر ناموجود</translation>
    </message>
    <message>
        <source>not in the target</source>
        <translation>نبود در مقصد</translation>
    </message>
    <message>
        <source>not expected there</source>
        <translation>نامنتظره در مقصد</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>بازخوانی‌نشده</translation>
    </message>
    <message>
        <source>The target holds another value than was sent.</source>
        <translation>مقصد مقداری غیر از آنچه فرستاده شده دارد.</translation>
    </message>
    <message>
        <source>Only capitals or spaces at the ends differ: the target writes it its own way.</source>
        <translation>فقط بزرگی حروف یا فاصله‌ی ابتدا و انتها فرق دارد: مقصد به شیوه‌ی خود می‌نویسد.</translation>
    </message>
    <message>
        <source>The target kept only the beginning of the value.</source>
        <translation>مقصد فقط ابتدای مقدار را نگه داشته است.</translation>
    </message>
    <message>
        <source>Somebody changed the value in the target since it was loaded.</source>
        <translation>کسی پس از بارگذاری این مقدار را در مقصد تغییر داده است.</translation>
    </message>
    <message>
        <source>The lookup points to a record that is not in the target.</source>
        <translation>این ارجاع به رکوردی است که در مقصد نیست.</translation>
    </message>
    <message>
        <source>The record was loaded, but the target does not have it any more.</source>
        <translation>رکورد بارگذاری شده بود، ولی دیگر در مقصد نیست.</translation>
    </message>
    <message>
        <source>The target has a record of ours that should not be there, or has it twice.</source>
        <translation>مقصد رکوردی از ما دارد که نباید آنجا باشد، یا آن را دو بار دارد.</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>گواهی‌ها (*.pem *.crt *.cer);;همه‌ی پرونده‌ها (*)</translation>
    </message>
    <message>
        <source>Certificate file of the authority</source>
        <translation>پرونده‌ی گواهی مرجع صدور</translation>
    </message>
    <message>
        <source>in the keyring; type to change it</source>
        <translation>در دسته‌کلید؛ برای تغییر بنویسید</translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation>نام پایگاه داده را بنویسید.</translation>
    </message>
    <message>
        <source>Choose the certificate file by which the server is checked.</source>
        <translation>پرونده‌ی گواهی‌ای را که سرور با آن سنجیده می‌شود انتخاب کنید.</translation>
    </message>
    <message>
        <source>Encrypt where the server can</source>
        <translation>رمزنگاری اگر سرور بتواند</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>بدون رمزنگاری</translation>
    </message>
    <message>
        <source>Encrypt, do not check the server</source>
        <translation>رمزنگاری بدون سنجش سرور</translation>
    </message>
    <message>
        <source>Encrypt, check the certificate</source>
        <translation>رمزنگاری با سنجش گواهی</translation>
    </message>
    <message>
        <source>Encrypt, check certificate and name</source>
        <translation>رمزنگاری با سنجش گواهی و نام</translation>
    </message>
    <message>
        <source>Show or hide the password</source>
        <translation>نمایش یا پنهان کردن گذرواژه</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>میزبان</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>درگاه</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>پایگاه داده</translation>
    </message>
    <message>
        <source>User</source>
        <translation>کاربر</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>Protection (TLS)</source>
        <translation>حفاظت (TLS)</translation>
    </message>
    <message>
        <source>Further options</source>
        <translation>گزینه‌های دیگر</translation>
    </message>
    <message>
        <source>As they stand in a URL: name=value&amp;name=value</source>
        <translation>همان‌گونه که در نشانی می‌آید: name=value&amp;name=value</translation>
    </message>
    <message>
        <source>The password is kept in the keyring of this computer, never in the project.</source>
        <translation>گذرواژه در دسته‌کلید همین رایانه نگهداری می‌شود، نه در پروژه.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The plan cannot change while the target is written or compared.</source>
        <translation>تا نوشتن در مقصد یا مقایسه با آن پایان نیابد، برنامه را نمی‌توان تغییر داد.</translation>
    </message>
    <message>
        <source>Wait for the end of the run, or stop it.</source>
        <translation>تا پایان اجرا صبر کنید یا آن را متوقف کنید.</translation>
    </message>
</context>
<context>
    <name>SourcePart</name>
    <message>
        <source>Source row</source>
        <translation>ردیف مبدأ</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
    </message>
    <message>
        <source>Value as read</source>
        <translation>مقدار خوانده‌شده</translation>
    </message>
    <message>
        <source>Field and step</source>
        <translation>فیلد و گام</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پیش</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس</translation>
    </message>
    <message>
        <source>{row} (key {key})</source>
        <translation>{row} (کلید {key})</translation>
    </message>
    <message>
        <source>The plan leaves this row out: {reason}</source>
        <translation>برنامه این ردیف را کنار می‌گذارد: {reason}</translation>
    </message>
    <message>
        <source>The plan changed since these values were made: the steps are those of the plan as it stands now.</source>
        <translation>پس از ساخته شدن این مقدارها برنامه تغییر کرده است؛ گام‌ها از برنامه‌ی کنونی‌اند.</translation>
    </message>
    <message>
        <source>no source column</source>
        <translation>بدون ستون مبدأ</translation>
    </message>
    <message>
        <source>Source values</source>
        <translation>مقدارهای مبدأ</translation>
    </message>
    <message>
        <source>Fields and steps</source>
        <translation>فیلدها و گام‌ها</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>What is moved, and from where</source>
        <translation>چه چیزی و از کجا منتقل می‌شود</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>نام پروژه</translation>
    </message>
    <message>
        <source>Kept in the folder</source>
        <translation>نگهداری در پوشه‌ی</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>زبان مدارک</translation>
    </message>
    <message>
        <source>Create the project</source>
        <translation>ساختن پروژه</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>باز کردن…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>آزمودن نمونه</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>برای پروژه نامی بنویسید.</translation>
    </message>
    <message>
        <source>Choose the folder to keep the project in.</source>
        <translation>پوشه‌ی نگهداری پروژه را انتخاب کنید.</translation>
    </message>
    <message>
        <source>There is a project of this name already. Open it, or change the name.</source>
        <translation>پروژه‌ای با این نام هست. آن را باز کنید یا نام را تغییر دهید.</translation>
    </message>
    <message>
        <source>It will be kept in {path}</source>
        <translation>در {path} نگهداری می‌شود</translation>
    </message>
    <message>
        <source>Sources are only read; every decision is kept in this one folder.</source>
        <translation>مبدأها فقط خوانده می‌شوند؛ همه‌ی تصمیم‌ها در همین یک پوشه می‌ماند.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>باز کردن پروژه</translation>
    </message>
    <message>
        <source>Move customer data into the new CRM</source>
        <translation>انتقال داده‌های مشتریان به CRM تازه</translation>
    </message>
    <message>
        <source>Clean and complete, step by step, with a proof for every row.</source>
        <translation>پاکیزه و کامل، مرحله‌به‌مرحله، با سندی برای هر ردیف.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>پروژه‌ی تازه</translation>
    </message>
    <message>
        <source>Choose a folder whose name ends in {suffix}, or drop it here.</source>
        <translation>پوشه‌ای را که نامش به {suffix} پایان می‌یابد انتخاب کنید یا اینجا رها کنید.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>نخست نگاهی بیندازید</translation>
    </message>
    <message>
        <source>A whole project on sample data, messy on purpose, ready for the pilot.</source>
        <translation>پروژه‌ای کامل با داده‌های نمونه‌ی عمداً آشفته، آماده‌ی اجرای آزمایشی.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>پروژه‌های اخیر</translation>
    </message>
    <message>
        <source>Projects that you open are listed here.</source>
        <translation>پروژه‌هایی که باز کنید اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>هنوز چیزی نیست</translation>
    </message>
</context>
<context>
    <name>StepPicker</name>
    <message>
        <source>Add a transform</source>
        <translation>افزودن تبدیل</translation>
    </message>
    <message>
        <source>Search, such as spaces, phone, date</source>
        <translation>جست‌وجو، مانند فاصله، تلفن، تاریخ</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Nothing fits these words.</source>
        <translation>چیزی با این واژه‌ها پیدا نشد.</translation>
    </message>
    <message>
        <source>Takes several columns at once.</source>
        <translation>چند ستون را یک‌جا می‌گیرد.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>نمونه‌ها</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>مبدأها</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>ارزیابی</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>نگاشت</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>پاک‌سازی</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>تکراری‌ها</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>اعتبارسنجی</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>مهاجرت</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>راستی‌آزمایی</translation>
    </message>
    <message>
        <source>open</source>
        <translation>باز</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>نیازمند رسیدگی</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>به‌روز نیست</translation>
    </message>
    <message>
        <source>not yet possible</source>
        <translation>هنوز ممکن نیست</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>{table}, row {number}</source>
        <translation>{table}، ردیف {number}</translation>
    </message>
    <message>
        <source>left out by plan</source>
        <translation>کنارگذاشته‌ی برنامه</translation>
    </message>
    <message>
        <source>not worked out further</source>
        <translation>هنوز جلوتر نرفته</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translation>در قرنطینه</translation>
    </message>
    <message>
        <source>ready to load</source>
        <translation>آماده‌ی بارگذاری</translation>
    </message>
    <message>
        <source>in the target</source>
        <translation>در مقصد</translation>
    </message>
    <message>
        <source>refused by the target</source>
        <translation>رد‌شده‌ی مقصد</translation>
    </message>
    <message>
        <source>waits to be loaded</source>
        <translation>در انتظار بارگذاری</translation>
    </message>
    <message>
        <source>mapping</source>
        <translation>نگاشت</translation>
    </message>
    <message>
        <source>cleansing</source>
        <translation>پاک‌سازی</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>تکراری‌ها</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>ادغام</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>اعتبارسنجی</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>بارگذاری</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>خواندن</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>Story of a record</source>
        <translation>سرگذشت رکورد</translation>
    </message>
    <message>
        <source>Find by source key, target id or number</source>
        <translation>یافتن با کلید مبدأ، شناسه‌ی مقصد یا شماره</translation>
    </message>
    <message>
        <source>record {number}</source>
        <translation>رکورد {number}</translation>
    </message>
    <message>
        <source>Something changed since this was worked out: “{stage}” and what follows are out of date.</source>
        <translation>پس از این نتیجه چیزی تغییر کرده است؛ «{stage}» و مرحله‌های پس از آن به‌روز نیست.</translation>
    </message>
    <message>
        <source>Source and steps ({count})</source>
        <translation>مبدأ و گام‌ها ({count})</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>ادغام‌شده</translation>
    </message>
    <message>
        <source>Not merged</source>
        <translation>ادغام‌نشده</translation>
    </message>
    <message>
        <source>Checks and target</source>
        <translation>اعتبارسنجی و مقصد</translation>
    </message>
    <message>
        <source>No record has the key or id “{text}”.</source>
        <translation>هیچ رکوردی با کلید یا شناسه‌ی «{text}» نیست.</translation>
    </message>
    <message>
        <source>Back to the record before</source>
        <translation>بازگشت به رکورد پیشین</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>The first row names the columns.</source>
        <translation>ردیف نخست نام ستون‌هاست.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>ستون</translation>
    </message>
</context>
<context>
    <name>TableLoader</name>
    <message>
        <source>The table cannot be read.</source>
        <translation>جدول خواندنی نیست.</translation>
    </message>
</context>
<context>
    <name>TargetPart</name>
    <message>
        <source>What</source>
        <translation>چه</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>یافته در</translation>
    </message>
    <message>
        <source>Accepted because</source>
        <translation>پذیرفته به دلیل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>طبق برنامه</translation>
    </message>
    <message>
        <source>Found in the target</source>
        <translation>یافته در مقصد</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>ایرادها</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>مغایرت‌ها</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>بی‌ایراد</translation>
    </message>
    <message>
        <source>Every check of this record passed.</source>
        <translation>این رکورد از همه‌ی بررسی‌ها گذشته است.</translation>
    </message>
    <message>
        <source>What differs from the plan</source>
        <translation>مغایرت با برنامه</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Id in the target</source>
        <translation>شناسه در مقصد</translation>
    </message>
    <message>
        <source>made new</source>
        <translation>تازه ساخته شد</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>تغییر کرد</translation>
    </message>
    <message>
        <source>How</source>
        <translation>چگونه</translation>
    </message>
    <message>
        <source>run {number}, {when}</source>
        <translation>اجرای {number}، {when}</translation>
    </message>
    <message>
        <source>Newest load</source>
        <translation>آخرین بارگذاری</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>انتخاب مستقیم</translation>
    </message>
    <message>
        <source>needed by {child}</source>
        <translation>مورد نیاز {child}</translation>
    </message>
    <message>
        <source>In the pilot</source>
        <translation>در اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>اعتبارسنجی</translation>
    </message>
    <message>
        <source>In the target</source>
        <translation>در مقصد</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Kooch</source>
        <translation>کوچ</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>پروژه‌ها</translation>
    </message>
    <message>
        <source>Row account</source>
        <translation>حساب ردیف‌ها</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>رنگ‌ها: مانند سیستم</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>رنگ‌ها: روشن</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>رنگ‌ها: تیره</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>انجام دوباره: {what}</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>چیزی برای انجام دوباره نیست</translation>
    </message>
    <message>
        <source>Undo stops here: {what} wrote into the target. Take the load back first.</source>
        <translation>واگرد از این‌جا پس‌تر نمی‌رود: {what} در مقصد نوشته است. نخست آن بارگذاری را پس بگیرید.</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>واگرد: {what}</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>چیزی برای واگرد نیست</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Stopped: what is shown here is from before.</source>
        <translation>متوقف شد: آنچه این‌جا می‌بینید از پیش است.</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>محاسبه شود</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Reading</source>
        <translation>خواندن</translation>
    </message>
    <message>
        <source>Assessing</source>
        <translation>ارزیابی</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>نگاشت</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>پاک‌سازی</translation>
    </message>
    <message>
        <source>Finding duplicates</source>
        <translation>یافتن تکراری‌ها</translation>
    </message>
    <message>
        <source>Learning what duplicates look like:</source>
        <translation>یادگیری الگوی تکراری‌ها:</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>مقایسه‌ی</translation>
    </message>
    <message>
        <source>Preparing the comparison:</source>
        <translation>آماده‌سازی مقایسه:</translation>
    </message>
    <message>
        <source>Choosing what to compare:</source>
        <translation>گزینش آنچه مقایسه می‌شود:</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>ادغام</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>اعتبارسنجی</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>بارگذاری</translation>
    </message>
    <message>
        <source>Looking into the target:</source>
        <translation>نگاه به مقصد:</translation>
    </message>
    <message>
        <source>Comparing with the target:</source>
        <translation>مقایسه با مقصد:</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>پس‌گرفتن</translation>
    </message>
    <message>
        <source>Linking records of</source>
        <translation>پیوند رکوردهای</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>بازخوانی</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>نوشتن پرونده</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>نوشتن گزارش</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>گشودن پروژه</translation>
    </message>
    <message>
        <source>Making the project</source>
        <translation>ساختن پروژه</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>آماده‌سازی نمونه</translation>
    </message>
    <message>
        <source>Closing the project</source>
        <translation>بستن پروژه</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>در حال کار</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Working it out</source>
        <translation>در حال محاسبه</translation>
    </message>
    <message>
        <source>The bar below shows how far it is; you may stop it at any time.</source>
        <translation>نوار پایین پیشرفت کار را نشان می‌دهد؛ هر زمان می‌توانید آن را متوقف کنید.</translation>
    </message>
</context>
<context>
    <name>_Examples</name>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
</context>
</TS>
