<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Assess</name>
    <message>
        <source>empty in every row</source>
        <translation>در همه‌ی ردیف‌ها خالی</translation>
    </message>
    <message>
        <source>values that do not fit: {count}</source>
        <translation>مقدارهای ناسازگار: {count}</translation>
    </message>
    <message>
        <source>part of the key</source>
        <translation>بخشی از کلید</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>داده‌ی شخصی</translation>
    </message>
    <message>
        <source>mapped to {fields}</source>
        <translation>نگاشت به {fields}</translation>
    </message>
    <message>
        <source>{share} filled</source>
        <translation>{share} پر</translation>
    </message>
    <message>
        <source>quality {score} of 100</source>
        <translation>کیفیت {score} از ۱۰۰</translation>
    </message>
    <message>
        <source>{count} row</source>
        <translation>{count} ردیف</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} ردیف</translation>
    </message>
    <message>
        <source>{count} column</source>
        <translation>{count} ستون</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} ستون</translation>
    </message>
    <message>
        <source>{count} exact copy</source>
        <translation>{count} رونوشت دقیق</translation>
    </message>
    <message>
        <source>{count} exact copies</source>
        <translation>{count} رونوشت دقیق</translation>
    </message>
    <message>
        <source>{count} orphan</source>
        <translation>{count} ردیف بی‌مرجع</translation>
    </message>
    <message>
        <source>{count} orphans</source>
        <translation>{count} ردیف بی‌مرجع</translation>
    </message>
    <message>
        <source>{count} odd column</source>
        <translation>{count} ستون ناهنجار</translation>
    </message>
    <message>
        <source>{count} odd columns</source>
        <translation>{count} ستون ناهنجار</translation>
    </message>
    <message>
        <source>{count} personal</source>
        <translation>{count} ستون شخصی</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} ستون کنارگذاشته</translation>
    </message>
    <message>
        <source>left out: {reason}</source>
        <translation>کنار گذاشته شد: {reason}</translation>
    </message>
    <message>
        <source>key {name}</source>
        <translation>کلید {name}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>بدون کلید</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>does not fit its type</source>
        <translation>ناسازگار با نوع ستون</translation>
    </message>
</context>
<context>
    <name>AssessOverview</name>
    <message>
        <source>Tables</source>
        <translation>جدول‌ها</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>Quality score</source>
        <translation>امتیاز کیفیت</translation>
    </message>
    <message>
        <source>Ready as is</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>A step cures it</source>
        <translation>با گام پاک‌سازی درست می‌شود</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>نیازمند تصمیم</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>از ۱۰۰</translation>
    </message>
    <message>
        <source>The share of filled values that are ready as they are: the mean over {columns} columns that hold values, every column counting the same, rounded down. A value is ready when it reads as the type of its column and nothing is odd about it. Empty cells do not count.</source>
        <translation>سهم مقدارهای پری که همین‌گونه که هستند آماده‌اند: میانگین {columns} ستونِ دارای مقدار، همه با وزن برابر، گردشده به پایین. مقداری آماده است که با نوع ستونش بخواند و ناهنجاری نداشته باشد. خانه‌های خالی به شمار نمی‌آید.</translation>
    </message>
    <message>
        <source>rows in {tables} tables</source>
        <translation>ردیف در {tables} جدول</translation>
    </message>
    <message>
        <source>exact row copies</source>
        <translation>ردیف کاملاً تکراری</translation>
    </message>
    <message>
        <source>Rows equal to another one in every column. Likely duplicates come later.</source>
        <translation>ردیف‌هایی که در همه‌ی ستون‌ها با ردیفی دیگر برابرند. تکراری‌های احتمالی در مرحله‌های بعد یافته می‌شوند.</translation>
    </message>
    <message>
        <source>odd or unfit values</source>
        <translation>مقدار ناهنجار یا ناسازگار</translation>
    </message>
    <message>
        <source>{odd} that a cleansing step cures, {unfit} that need a decision.</source>
        <translation>{odd} مقدار با گام پاک‌سازی درست می‌شود و {unfit} مقدار نیازمند تصمیم است.</translation>
    </message>
    <message>
        <source>personal columns</source>
        <translation>ستون داده‌ی شخصی</translation>
    </message>
    <message>
        <source>date styles</source>
        <translation>شکل نوشتن تاریخ</translation>
    </message>
    <message>
        <source>The most in one column; {count} columns mix them.</source>
        <translation>بیشترین تعداد در یک ستون؛ {count} ستون چند شکل را درهم دارد.</translation>
    </message>
</context>
<context>
    <name>AssessPage</name>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Views of the assessment</source>
        <translation>نماهای ارزیابی</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>در یک نگاه</translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation>جدول‌ها و ستون‌ها</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>رابطه‌ها</translation>
    </message>
    <message>
        <source>No table is kept</source>
        <translation>هیچ جدولی نگه داشته نشده است</translation>
    </message>
    <message>
        <source>Choose in Sources which tables take part; then they are assessed here.</source>
        <translation>در مرحله‌ی مبدأها جدول‌های لازم را برگزینید تا اینجا ارزیابی شوند.</translation>
    </message>
    <message>
        <source>To the sources</source>
        <translation>رفتن به مبدأها</translation>
    </message>
    <message>
        <source>Export assessment</source>
        <translation>خروجی ارزیابی</translation>
    </message>
    <message>
        <source>Assess the data</source>
        <translation>ارزیابی داده</translation>
    </message>
    <message>
        <source>What the sources hold and how good it is. Look at the findings, and leave out what should not move.</source>
        <translation>مبدأها چه دارند و کیفیت آن چگونه است. یافته‌ها را ببینید و آنچه را نباید منتقل شود کنار بگذارید.</translation>
    </message>
    <message>
        <source>{count} tables</source>
        <translation>{count} جدول</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} ستون</translation>
    </message>
    <message>
        <source>Relationships ({count})</source>
        <translation>رابطه‌ها ({count})</translation>
    </message>
    <message>
        <source>Leave out {names}. Why?</source>
        <translation>کنار گذاشتن {names}؛ به چه دلیل؟</translation>
    </message>
    <message>
        <source>It feeds {targets}: that part of the mapping goes too. Undo brings it back.</source>
        <translation>به {targets} داده می‌رساند؛ آن بخش از نگاشت نیز برداشته می‌شود و با «واگرد» بازمی‌گردد.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>کنار بگذار</translation>
    </message>
    <message>
        <source>not used any more</source>
        <translation>دیگر استفاده نمی‌شود</translation>
    </message>
    <message>
        <source>not needed in the new system</source>
        <translation>در سامانه‌ی تازه لازم نیست</translation>
    </message>
    <message>
        <source>empty or without meaning</source>
        <translation>خالی یا بی‌معناست</translation>
    </message>
    <message>
        <source>repeats another column</source>
        <translation>تکرار ستونی دیگر است</translation>
    </message>
    <message>
        <source>personal data that must not move</source>
        <translation>داده‌ی شخصی است و نباید منتقل شود</translation>
    </message>
    <message>
        <source>no rows worth moving</source>
        <translation>ردیف ارزشمندی برای انتقال ندارد</translation>
    </message>
    <message>
        <source>belongs to another system</source>
        <translation>به سامانه‌ی دیگری تعلق دارد</translation>
    </message>
</context>
<context>
    <name>AssessReport</name>
    <message>
        <source>A report that a client can read, as a web page or a PDF</source>
        <translation>گزارشی خوانا برای مشتری، به شکل صفحه‌ی وب یا PDF</translation>
    </message>
    <message>
        <source>Export assessment</source>
        <translation>خروجی ارزیابی</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحه‌ی وب</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>سند PDF</translation>
    </message>
    <message>
        <source>The assessment is in {file}.</source>
        <translation>ارزیابی در {file} ذخیره شد.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>باز کردن</translation>
    </message>
</context>
<context>
    <name>ColumnsList</name>
    <message>
        <source>Columns</source>
        <translation>ستون‌ها</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Find a column</source>
        <translation>یافتن ستون</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جدول‌ها</translation>
    </message>
    <message>
        <source>Which columns</source>
        <translation>کدام ستون‌ها</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>همه‌ی ستون‌ها</translation>
    </message>
    <message>
        <source>With odd values</source>
        <translation>دارای مقدار ناهنجار</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>داده‌ی شخصی</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>کنارگذاشته</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>دیدن ردیف‌ها</translation>
    </message>
    <message>
        <source>{shown} of {all} columns</source>
        <translation>{shown} از {all} ستون</translation>
    </message>
    <message>
        <source>This table is left out: it is not read.</source>
        <translation>این جدول کنار گذاشته شده است و خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>No column fits.</source>
        <translation>ستونی با این شرط نیست.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>هنوز چیزی دانسته نیست.</translation>
    </message>
    <message>
        <source>Take tables back</source>
        <translation>بازگرداندن جدول‌ها</translation>
    </message>
    <message>
        <source>Take the table back</source>
        <translation>بازگرداندن جدول</translation>
    </message>
    <message>
        <source>Leave tables out…</source>
        <translation>کنار گذاشتن جدول‌ها…</translation>
    </message>
    <message>
        <source>Leave the table out…</source>
        <translation>کنار گذاشتن جدول…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>کنار گذاشتن…</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>یافته‌ها</translation>
    </message>
    <message>
        <source>Nothing odd was found.</source>
        <translation>چیز ناهنجاری یافت نشد.</translation>
    </message>
    <message>
        <source>Show the weightiest only</source>
        <translation>تنها مهم‌ترین‌ها</translation>
    </message>
    <message>
        <source>Show all {count} findings</source>
        <translation>دیدن هر {count} یافته</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>ببینید</translation>
    </message>
    <message>
        <source>Look at it: {what}</source>
        <translation>ببینید: {what}</translation>
    </message>
    <message>
        <source>Solve it there</source>
        <translation>آنجا حل می‌شود</translation>
    </message>
    <message>
        <source>Solve it in {step}: {what}</source>
        <translation>حل در مرحله‌ی {step}: {what}</translation>
    </message>
    <message>
        <source>e.g. {value}</source>
        <translation>مثلاً {value}</translation>
    </message>
</context>
<context>
    <name>RelationsView</name>
    <message>
        <source>Table and column</source>
        <translation>جدول و ستون</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>اشاره به</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Found there</source>
        <translation>موجود در آنجا</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>بی‌مرجع</translation>
    </message>
    <message>
        <source>Examples of orphans</source>
        <translation>نمونه‌ی بی‌مرجع‌ها</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>رابطه‌ها</translation>
    </message>
    <message>
        <source>No relationships found</source>
        <translation>رابطه‌ای یافت نشد</translation>
    </message>
    <message>
        <source>No table declares a relationship, and no column holds the keys of another table.</source>
        <translation>هیچ جدولی رابطه‌ای اعلام نکرده و هیچ ستونی کلیدهای جدولی دیگر را ندارد.</translation>
    </message>
    <message>
        <source>— declared by the source</source>
        <translation>— اعلام‌شده در مبدأ</translation>
    </message>
    <message>
        <source>- - candidate, found in the values</source>
        <translation>- - احتمالی، یافته از روی مقدارها</translation>
    </message>
    <message>
        <source>red: with orphans</source>
        <translation>سرخ: دارای ردیف بی‌مرجع</translation>
    </message>
    <message>
        <source>{count} tables stand alone.</source>
        <translation>{count} جدول بی‌رابطه است.</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>اعلام‌شده</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>احتمالی</translation>
    </message>
    <message>
        <source>Found in the values; nobody declared it.</source>
        <translation>از روی مقدارها یافته شده و جایی اعلام نشده است.</translation>
    </message>
</context>
<context>
    <name>RowsDialog</name>
    <message>
        <source>Rows of {table}</source>
        <translation>ردیف‌های {table}</translation>
    </message>
    <message>
        <source>Only the first {count} are shown.</source>
        <translation>تنها {count} ردیف نخست نشان داده می‌شود.</translation>
    </message>
</context>
<context>
    <name>TablesList</name>
    <message>
        <source>Tables</source>
        <translation>جدول‌ها</translation>
    </message>
</context>
<context>
    <name>TiePicture</name>
    <message>
        <source>Relationships of the tables</source>
        <translation>رابطه‌های جدول‌ها</translation>
    </message>
</context>
</TS>
