<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>All kept tables were read. Next, assess what is in them.</source>
        <translation>همه‌ی جدول‌های انتخاب‌شده خوانده شد. مرحله‌ی بعد، ارزیابی آن‌هاست.</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>ارزیابی</translation>
    </message>
    <message>
        <source>Leaving {names} out removes the mapping too: {mapping}.</source>
        <translation>با کنار گذاشتن {names}، نگاشت آن هم حذف می‌شود: {mapping}.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>کنار بگذار</translation>
    </message>
    <message>
        <source>Removing {name} removes its mapping too: {mapping}.</source>
        <translation>با حذف {name}، نگاشت آن هم حذف می‌شود: {mapping}.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>حذف کن</translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>می‌توانید واگرد کنید.</translation>
    </message>
    <message>
        <source>Not found any more: {names}.</source>
        <translation>دیگر پیدا نمی‌شود: {names}.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>تعیین جای تازه…</translation>
    </message>
    <message>
        <source>Changed since it was read: {names}.</source>
        <translation>پس از خواندن تغییر کرده است: {names}.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>دوباره بخوان</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect a database</source>
        <translation>اتصال به پایگاه داده</translation>
    </message>
    <message>
        <source>It is opened for reading only: nothing in it is changed.</source>
        <translation>فقط برای خواندن باز می‌شود: چیزی در آن تغییر نمی‌کند.</translation>
    </message>
    <message>
        <source>Add this database</source>
        <translation>افزودن این پایگاه داده</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop files or folders here</source>
        <translation>پرونده‌ها یا پوشه‌ها را این‌جا رها کنید</translation>
    </message>
    <message>
        <source>Excel and OpenDocument workbooks, CSV and other delimited text, JSON, Parquet, HTML tables, SQLite files, a whole folder of them, or a database server.</source>
        <translation>کارپوشه‌های اکسل و OpenDocument، متن‌های CSV و مانند آن، JSON، Parquet، جدول‌های HTML، پرونده‌های SQLite، پوشه‌ای از این‌ها، یا یک سرور پایگاه داده.</translation>
    </message>
    <message>
        <source>Nothing in your files and databases is ever changed: Kooch opens them for reading only and works on its own copy.</source>
        <translation>هیچ‌چیز در پرونده‌ها و پایگاه‌های شما تغییر نمی‌کند: کوچ آن‌ها را فقط برای خواندن باز می‌کند و روی رونوشت خود کار می‌کند.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>انتخاب پرونده‌ها…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>انتخاب پوشه…</translation>
    </message>
    <message>
        <source>Connect a database…</source>
        <translation>اتصال به پایگاه داده…</translation>
    </message>
</context>
<context>
    <name>HeaderChoice</name>
    <message>
        <source>First rows as they stand in the file</source>
        <translation>نخستین ردیف‌ها، همان‌گونه که در پرونده‌اند</translation>
    </message>
    <message>
        <source>Click the row that holds the column names. The file itself stays as it is.</source>
        <translation>روی ردیفی که نام ستون‌ها در آن است کلیک کنید. خود پرونده دست نمی‌خورد.</translation>
    </message>
    <message>
        <source>There is no header</source>
        <translation>سرستون ندارد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Password</source>
        <translation>رمز عبور</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Encoding</source>
        <translation>کدگذاری</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>جداکننده</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>نشان نقل‌قول</translation>
    </message>
    <message>
        <source>Choose the row that holds the column names</source>
        <translation>انتخاب ردیفی که نام ستون‌ها در آن است</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>ردیف سرستون</translation>
    </message>
    <message>
        <source>Part of the sheet</source>
        <translation>محدوده‌ی برگه</translation>
    </message>
    <message>
        <source>Only these rows and columns are read: A3:F120, B:F or 3:120; empty for all</source>
        <translation>فقط همین ردیف‌ها و ستون‌ها خوانده می‌شود: A3:F120 یا B:F یا 3:120؛ خالی یعنی همه</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>تشخیص خودکار</translation>
    </message>
    <message>
        <source>Forget the corrections of this table</source>
        <translation>اصلاح‌های این جدول کنار گذاشته شود</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>خودکار</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Dismiss</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>{count} could not be added</source>
        <translation>{count} مورد افزوده نشد</translation>
    </message>
    <message>
        <source>{added} added, {count} could not be added</source>
        <translation>{added} مورد افزوده شد، {count} مورد افزوده نشد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>رمز عبور {name}</translation>
    </message>
    <message>
        <source>Choose the encoding</source>
        <translation>انتخاب کدگذاری</translation>
    </message>
    <message>
        <source>Encoding of {name}</source>
        <translation>کدگذاری {name}</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>What to look at</source>
        <translation>نکته‌های دیدنی</translation>
    </message>
    <message>
        <source>{count} cells in these rows have remarks: they are marked.</source>
        <translation>{count} خانه در این ردیف‌ها یادداشت دارد و نشان‌دار است.</translation>
    </message>
    <message>
        <source>The first {shown} of {count} columns are shown.</source>
        <translation>{shown} ستون نخست از {count} ستون نمایش داده می‌شود.</translation>
    </message>
    <message>
        <source>Record {number}</source>
        <translation>رکورد {number}</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>سطر {number}</translation>
    </message>
</context>
<context>
    <name>RenamesDialog</name>
    <message>
        <source>Renamed columns</source>
        <translation>ستون‌های تغییرنام‌یافته</translation>
    </message>
    <message>
        <source>The mapping reads these columns, and they are not there any more. Names and values speak for the following; you decide.</source>
        <translation>نگاشت این ستون‌ها را می‌خواند و دیگر نیستند. نام و مقدارها از این‌ها نشان دارند؛ تصمیم با شماست.</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>همین‌گونه خوانده شود</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>{column} in {table} is now</source>
        <translation>{column} در {table} اکنون</translation>
    </message>
    <message>
        <source>none of them: wait for it</source>
        <translation>هیچ‌کدام؛ چشم‌به‌راه بماند</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>{share} همانند</translation>
    </message>
    <message>
        <source>{share} of the values are the same</source>
        <translation>{share} مقدارها یکی است</translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>Read like this, mapped columns are lost: {mapping}.</source>
        <translation>با این شیوه‌ی خواندن، ستون‌های نگاشته‌شده از دست می‌روند: {mapping}.</translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>می‌توانید واگرد کنید.</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>همین‌گونه بخوان</translation>
    </message>
    <message>
        <source>New: {tables}.</source>
        <translation>تازه: {tables}.</translation>
    </message>
    <message>
        <source>No longer there: {tables}.</source>
        <translation>دیگر وجود ندارد: {tables}.</translation>
    </message>
    <message>
        <source>Columns are missing: {columns}. The mapping is kept and waits for them.</source>
        <translation>این ستون‌ها نیست: {columns}. نگاشت دست‌نخورده می‌ماند و چشم‌به‌راه آن‌هاست.</translation>
    </message>
    <message>
        <source>Were they renamed?</source>
        <translation>تغییرنام داده‌اند؟</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>It is only read. Removing it takes it out of this project, nothing else.</source>
        <translation>از این مبدأ فقط خوانده می‌شود. حذف، آن را تنها از این پروژه بیرون می‌برد.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>بررسی دوباره</translation>
    </message>
    <message>
        <source>Find new tables and columns, and read it anew</source>
        <translation>یافتن جدول‌ها و ستون‌های تازه و خواندن از نو</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>تعیین جای تازه…</translation>
    </message>
    <message>
        <source>The file was moved or renamed: say where it is now</source>
        <translation>پرونده جابه‌جا شده یا نامش عوض شده است: جای کنونی آن را نشان دهید</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>حذف از پروژه</translation>
    </message>
    <message>
        <source>Keep all tables</source>
        <translation>نگه داشتن همه‌ی جدول‌ها</translation>
    </message>
    <message>
        <source>Leave all tables out</source>
        <translation>کنار گذاشتن همه‌ی جدول‌ها</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>سرور</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>گونه</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>اندازه</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جدول‌ها</translation>
    </message>
    <message>
        <source>Name in the project</source>
        <translation>نام در پروژه</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>All files (*)</source>
        <translation>همه‌ی پرونده‌ها (*)</translation>
    </message>
    <message>
        <source>Files with tables ({patterns})</source>
        <translation>پرونده‌های جدول‌دار ({patterns})</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>انتخاب پرونده‌ها</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>انتخاب پوشه</translation>
    </message>
    <message>
        <source>text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>عدد صحیح</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>عدد اعشاری</translation>
    </message>
    <message>
        <source>number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>بله/خیر</translation>
    </message>
    <message>
        <source>date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>time</source>
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
        <source>binary</source>
        <translation>دودویی</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>تشخیص خودکار</translation>
    </message>
    <message>
        <source>Click the heading (or press F4) to say what it is taken for</source>
        <translation>برای تعیین نوع ستون روی سرستون کلیک کنید یا F4 را بزنید</translation>
    </message>
    <message>
        <source>table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>view</source>
        <translation>نما</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>file</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>ویرگول</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>نقطه‌ویرگول</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>تب</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>خط عمودی</translation>
    </message>
    <message>
        <source>space</source>
        <translation>فاصله</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>دونقطه</translation>
    </message>
    <message>
        <source>Persian comma</source>
        <translation>ویرگول فارسی</translation>
    </message>
    <message>
        <source>Persian semicolon</source>
        <translation>نقطه‌ویرگول فارسی</translation>
    </message>
    <message>
        <source>double</source>
        <translation>دوتایی</translation>
    </message>
    <message>
        <source>single</source>
        <translation>تکی</translation>
    </message>
    <message>
        <source>none</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>Persian, Arabic</source>
        <translation>فارسی و عربی</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>اروپای غربی</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>اروپای مرکزی</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>سیریلیک</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>یونانی</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>ترکی</translation>
    </message>
    <message>
        <source>Persian on old Macs</source>
        <translation>فارسی در مک‌های قدیمی</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>بدون سرستون</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>ردیف {number}</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>۱ ستون</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} ستون</translation>
    </message>
    <message>
        <source>{rows} rows, {columns}</source>
        <translation>{rows} ردیف، {columns}</translation>
    </message>
    <message>
        <source>1 row, {columns}</source>
        <translation>۱ ردیف، {columns}</translation>
    </message>
    <message>
        <source>about {rows} rows, {columns}</source>
        <translation>حدود {rows} ردیف، {columns}</translation>
    </message>
    <message>
        <source>with byte-order mark</source>
        <translation>با نشان ترتیب بایت (BOM)</translation>
    </message>
    <message>
        <source>dates counted from 1904</source>
        <translation>مبدأ تاریخ‌ها ۱۹۰۴</translation>
    </message>
    <message>
        <source>backslash escapes</source>
        <translation>گریز با \</translation>
    </message>
    <message>
        <source>line ends {name}</source>
        <translation>پایان سطر {name}</translation>
    </message>
    <message>
        <source>begins in column {letters}</source>
        <translation>آغاز از ستون {letters}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>left out</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>not found any more</source>
        <translation>دیگر پیدا نمی‌شود</translation>
    </message>
    <message>
        <source>changed since it was read</source>
        <translation>پس از خواندن تغییر کرده</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>{count} tables</source>
        <translation>{count} جدول</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>۱ جدول</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>۱ فیلد</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} فیلد</translation>
    </message>
    <message>
        <source>{kept} of {tables}</source>
        <translation>{kept} از {tables}</translation>
    </message>
    <message>
        <source>in the source: {header}</source>
        <translation>در مبدأ: {header}</translation>
    </message>
    <message>
        <source>This computer has no keyring: the password is kept until Kooch is closed, then asked for again.</source>
        <translation>این رایانه جاکلیدی ندارد: رمز عبور تا بستن کوچ نگه داشته می‌شود و سپس دوباره پرسیده خواهد شد.</translation>
    </message>
</context>
<context>
    <name>SourcesList</name>
    <message>
        <source>Sources and their tables</source>
        <translation>مبدأها و جدول‌هایشان</translation>
    </message>
    <message>
        <source>Drop further files anywhere on this page</source>
        <translation>پرونده‌های دیگر را هر جای این صفحه رها کنید</translation>
    </message>
    <message>
        <source>Leave this table out</source>
        <translation>کنار گذاشتن این جدول</translation>
    </message>
    <message>
        <source>Keep this table</source>
        <translation>نگه داشتن این جدول</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>بررسی دوباره</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>تعیین جای تازه…</translation>
    </message>
    <message>
        <source>Remove {name} from the project</source>
        <translation>حذف {name} از پروژه</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>مبدأها</translation>
    </message>
    <message>
        <source>What the old data is read from. Look at each table, correct what was guessed wrong, leave out what nobody needs. The sources themselves are never changed.</source>
        <translation>جایی که داده‌های قدیمی از آن خوانده می‌شود. جدول‌ها را ببینید، حدس‌های نادرست را درست کنید و آنچه لازم نیست کنار بگذارید. خود مبدأها هرگز تغییر نمی‌کنند.</translation>
    </message>
    <message>
        <source>Add a file or database first.</source>
        <translation>نخست یک پرونده یا پایگاه داده بیفزایید.</translation>
    </message>
    <message>
        <source>Keep at least one table.</source>
        <translation>دست‌کم یک جدول را نگه دارید.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>پرونده‌ها…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>یک پوشه…</translation>
    </message>
    <message>
        <source>A database…</source>
        <translation>یک پایگاه داده…</translation>
    </message>
    <message>
        <source>Read all tables</source>
        <translation>خواندن همه‌ی جدول‌ها</translation>
    </message>
    <message>
        <source>{count} tables kept</source>
        <translation>{count} جدول انتخاب‌شده</translation>
    </message>
    <message>
        <source>1 table kept</source>
        <translation>۱ جدول انتخاب‌شده</translation>
    </message>
    <message>
        <source>{count} rows read</source>
        <translation>{count} ردیف خوانده شد</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>۱ ردیف خوانده شد</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>هنوز خوانده نشده</translation>
    </message>
    <message>
        <source>to be read again</source>
        <translation>باید دوباره خوانده شود</translation>
    </message>
    <message>
        <source>{count} records unreadable</source>
        <translation>{count} رکورد ناخوانا</translation>
    </message>
    <message>
        <source>1 record unreadable</source>
        <translation>۱ رکورد ناخوانا</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>Bring this table over</source>
        <translation>این جدول منتقل شود</translation>
    </message>
    <message>
        <source>More about the source</source>
        <translation>کارهای دیگر با این مبدأ</translation>
    </message>
    <message>
        <source>Why is it left out? The report will say so.</source>
        <translation>چرا کنار گذاشته می‌شود؟ در گزارش خواهد آمد.</translation>
    </message>
    <message>
        <source>Reason for leaving the table out</source>
        <translation>دلیل کنار گذاشتن جدول</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>نخستین ردیف‌ها</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>در حال خواندن نخستین ردیف‌ها</translation>
    </message>
    <message>
        <source>Feeds {entities}</source>
        <translation>به {entities} می‌رود</translation>
    </message>
    <message>
        <source>There is nothing in it to show.</source>
        <translation>چیزی برای نمایش در آن نیست.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>جدول ردیفی ندارد.</translation>
    </message>
    <message>
        <source>First {shown} of {count} rows</source>
        <translation>{shown} ردیف نخست از {count} ردیف</translation>
    </message>
    <message>
        <source>First {shown} of about {count} rows</source>
        <translation>{shown} ردیف نخست از حدود {count} ردیف</translation>
    </message>
    <message>
        <source>Its only row</source>
        <translation>تنها ردیف آن</translation>
    </message>
    <message>
        <source>All {count} rows</source>
        <translation>همه‌ی {count} ردیف</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Unlock</source>
        <translation>گشودن قفل</translation>
    </message>
    <message>
        <source>Look at the source again</source>
        <translation>بررسی دوباره‌ی مبدأ</translation>
    </message>
    <message>
        <source>Locate the file…</source>
        <translation>تعیین جای پرونده…</translation>
    </message>
</context>
</TS>
