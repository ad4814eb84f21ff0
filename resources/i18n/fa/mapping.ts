<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept suggestions</source>
        <translation>پذیرش پیشنهادها</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>کجا</translation>
    </message>
    <message>
        <source>In this feed</source>
        <translation>در همین نگاشت</translation>
    </message>
    <message>
        <source>In every feed</source>
        <translation>در همه‌ی نگاشت‌ها</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>کمترین اطمینان</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>فیلد مقصد</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>تطابق</translation>
    </message>
    <message>
        <source>Rows that would be accepted</source>
        <translation>ردیف‌هایی که پذیرفته می‌شوند</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Accept suggestions that are at least this sure</source>
        <translation>پیشنهادهایی را بپذیر که دست‌کم این‌قدر مطمئن‌اند</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>مقدار ثابت</translation>
    </message>
    <message>
        <source>Accept {count} rows</source>
        <translation>پذیرش {count} ردیف</translation>
    </message>
    <message>
        <source>{count} less sure ones stay suggestions</source>
        <translation>{count} پیشنهاد نامطمئن‌تر پیشنهاد می‌مانند</translation>
    </message>
</context>
<context>
    <name>AddFeedDialog</name>
    <message>
        <source>Let a table feed an entity</source>
        <translation>پر کردن یک موجودیت از یک جدول</translation>
    </message>
    <message>
        <source>Source table</source>
        <translation>جدول مبدأ</translation>
    </message>
    <message>
        <source>Target entity</source>
        <translation>موجودیت مقصد</translation>
    </message>
    <message>
        <source>Suggest its rows at once</source>
        <translation>همین حالا ردیف‌هایش را پیشنهاد بده</translation>
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
        <source>One table may feed several entities, and several tables the same one.</source>
        <translation>یک جدول می‌تواند چند موجودیت را پر کند و چند جدول یک موجودیت را.</translation>
    </message>
    <message>
        <source>{table} · feeds nothing yet</source>
        <translation>{table} · هنوز جایی را پر نمی‌کند</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Mapping canvas</source>
        <translation>بوم نگاشت</translation>
    </message>
</context>
<context>
    <name>ClashPanel</name>
    <message>
        <source>The plan was changed after the export.</source>
        <translation>برنامه پس از برون‌بری تغییر کرده است.</translation>
    </message>
    <message>
        <source>The copies say different things.</source>
        <translation>نسخه‌ها با هم نمی‌خوانند.</translation>
    </message>
    <message>
        <source>At the export</source>
        <translation>هنگام برون‌بری</translation>
    </message>
    <message>
        <source>The plan stays</source>
        <translation>برنامه بماند</translation>
    </message>
    <message>
        <source>In the plan now</source>
        <translation>اکنون در برنامه</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>این را بپذیر</translation>
    </message>
</context>
<context>
    <name>ColumnsBox</name>
    <message>
        <source>Add a column</source>
        <translation>افزودن ستون</translation>
    </message>
    <message>
        <source>A record per column</source>
        <translation>هر ستون یک رکورد</translation>
    </message>
    <message>
        <source>Each column makes a record where it is filled, none where it is empty.</source>
        <translation>هر ستونِ پر رکوردی جدا می‌سازد و ستون خالی هیچ.</translation>
    </message>
    <message>
        <source>Take a column instead</source>
        <translation>به‌جایش یک ستون بگذار</translation>
    </message>
    <message>
        <source>Take {column} away</source>
        <translation>برداشتن {column}</translation>
    </message>
</context>
<context>
    <name>CommentsBox</name>
    <message>
        <source>Write a comment</source>
        <translation>نوشتن دیدگاه</translation>
    </message>
    <message>
        <source>Write a comment, then Enter</source>
        <translation>دیدگاه خود را بنویسید و Enter بزنید</translation>
    </message>
</context>
<context>
    <name>ContractErrands</name>
    <message>
        <source>The file cannot be written: {reason}</source>
        <translation>پرونده نوشته نمی‌شود: {reason}</translation>
    </message>
    <message>
        <source>The template was written to {file}</source>
        <translation>الگو در {file} نوشته شد</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Instead of {columns}</source>
        <translation>به‌جای {columns}</translation>
    </message>
    <message>
        <source>Together with {columns}</source>
        <translation>همراه با {columns}</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>The mapping was written to {file}</source>
        <translation>نگاشت در {file} نوشته شد</translation>
    </message>
    <message>
        <source>{n} changes were taken. Undo brings the old document back.</source>
        <translation>{n} تغییر پذیرفته شد. با واگرد، سند پیشین برمی‌گردد.</translation>
    </message>
    <message>
        <source>The mapping was imported. Undo brings the old one back.</source>
        <translation>نگاشت وارد شد. با واگرد، نگاشت پیشین برمی‌گردد.</translation>
    </message>
</context>
<context>
    <name>FeedBar</name>
    <message>
        <source>Feed: source table and target entity</source>
        <translation>جدول مبدأ و موجودیت مقصد</translation>
    </message>
    <message>
        <source>Let a table feed an entity</source>
        <translation>پر کردن یک موجودیت از یک جدول</translation>
    </message>
    <message>
        <source>This feed: key, filters, remove</source>
        <translation>همین نگاشت: کلید، فیلترها، حذف</translation>
    </message>
    <message>
        <source>Key and filters…</source>
        <translation>کلید و فیلترها…</translation>
    </message>
    <message>
        <source>Remove this feed</source>
        <translation>حذف این نگاشت</translation>
    </message>
    <message>
        <source>Table view</source>
        <translation>نمای جدول</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>یک رکورد</translation>
    </message>
    <message>
        <source>One row of the table through all its fields</source>
        <translation>یک ردیف جدول در همه‌ی فیلدها</translation>
    </message>
    <message>
        <source>{table}: feeds nothing</source>
        <translation>{table}: جایی را پر نمی‌کند</translation>
    </message>
    <message>
        <source>{n} mapped</source>
        <translation>{n} نگاشت‌شده</translation>
    </message>
    <message>
        <source>{n} required missing</source>
        <translation>{n} فیلد الزامی خالی</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Leave rows out where</source>
        <translation>ردیف‌ها کنار گذاشته شوند اگر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>حذف این فیلتر</translation>
    </message>
    <message>
        <source>Leaves out {rows} of {total} rows</source>
        <translation>{rows} ردیف از {total} ردیف را کنار می‌گذارد</translation>
    </message>
</context>
<context>
    <name>IdlePanel</name>
    <message>
        <source>Let it feed…</source>
        <translation>تعیین مقصد…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Not needed in the new CRM</source>
        <translation>در CRM تازه لازم نیست</translation>
    </message>
    <message>
        <source>A copy or a backup of another table</source>
        <translation>رونوشت یا پشتیبان جدولی دیگر</translation>
    </message>
    <message>
        <source>Technical table of the old system</source>
        <translation>جدول فنی سامانه‌ی قدیم</translation>
    </message>
    <message>
        <source>Leave the table out</source>
        <translation>کنار گذاشتن جدول</translation>
    </message>
    <message>
        <source>Or leave it out, because</source>
        <translation>یا کنارش بگذارید، چون</translation>
    </message>
    <message>
        <source>The table {table} feeds nothing</source>
        <translation>جدول {table} جایی را پر نمی‌کند</translation>
    </message>
    <message>
        <source>{columns} columns</source>
        <translation>{columns} ستون</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} ردیف</translation>
    </message>
    <message>
        <source>It was kept when the sources were assessed, but no row of it would arrive.</source>
        <translation>هنگام ارزیابی مبدأها نگه داشته شد، ولی هیچ ردیفی از آن به مقصد نمی‌رسد.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a mapping</source>
        <translation>وارد کردن نگاشت</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>تغییرها</translation>
    </message>
    <message>
        <source>Search changes</source>
        <translation>جست‌وجو در تغییرها</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>در حال خواندن پرونده‌ها…</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>پذیرش همه</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>رد همه</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>پذیرش</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>پذیرش</translation>
    </message>
    <message>
        <source>Cell of the document</source>
        <translation>خانه‌ی سند</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>اکنون</translation>
    </message>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>جا در پرونده</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>همه‌ی تغییرها</translation>
    </message>
    <message>
        <source>Only conflicts</source>
        <translation>فقط تعارض‌ها</translation>
    </message>
    <message>
        <source>Only accepted</source>
        <translation>فقط پذیرفته‌ها</translation>
    </message>
    <message>
        <source>Only rejected</source>
        <translation>فقط ردشده‌ها</translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation>کدام تغییرها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Changes that came back</source>
        <translation>تغییرهای بازگشته</translation>
    </message>
    <message>
        <source>Nothing was changed in these files.</source>
        <translation>در این پرونده‌ها چیزی تغییر نکرده است.</translation>
    </message>
    <message>
        <source>{file}, saved by {who}, exported {when}</source>
        <translation>{file}، ذخیره‌ی {who}، برون‌بری {when}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>ناشناس</translation>
    </message>
    <message>
        <source>{copy}. The mapping was changed since.</source>
        <translation>{copy}. نگاشت از آن پس تغییر کرده است.</translation>
    </message>
    <message>
        <source>{n} places cannot be taken, so nothing is. Correct them in the files.</source>
        <translation>{n} جا پذیرفتنی نیست، پس چیزی وارد نمی‌شود. آن‌ها را در پرونده‌ها درست کنید.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>{n} of {all} changes accepted</source>
        <translation>{n} تغییر از {all} پذیرفته شده</translation>
    </message>
    <message>
        <source>{n} conflicts undecided: the plan stays there</source>
        <translation>{n} تعارض بی‌تصمیم: آن‌جا برنامه می‌ماند</translation>
    </message>
    <message>
        <source>Take {n} changes</source>
        <translation>پذیرش {n} تغییر</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Nothing is selected</source>
        <translation>چیزی انتخاب نشده</translation>
    </message>
    <message>
        <source>Click a line to see why it was suggested and what it does to real values.</source>
        <translation>روی یک خط کلیک کنید تا ببینید چرا پیشنهاد شده و با مقدارهای واقعی چه می‌کند.</translation>
    </message>
    <message>
        <source>Drag from a column to a field to map it.</source>
        <translation>برای نگاشت، از ستون تا فیلد بکشید.</translation>
    </message>
    <message>
        <source>Click a column to leave it out with a reason.</source>
        <translation>برای کنار گذاشتن یک ستون با دلیل، روی آن کلیک کنید.</translation>
    </message>
    <message>
        <source>With Ctrl or Shift you select several, and change them at once.</source>
        <translation>با Ctrl یا Shift چند تا را برگزینید و یک‌جا تغییر دهید.</translation>
    </message>
    <message>
        <source>With the keyboard: arrows walk, Enter picks a card up and maps it, Delete unmaps, F8 goes to what waits for you, Ctrl+Enter agrees to it, Space comes here.</source>
        <translation>با صفحه‌کلید: جهت‌ها جابه‌جا می‌کنند، Enter کارت را برمی‌دارد و نگاشت می‌کند، Delete نگاشت را برمی‌دارد، F8 به مورد بعدیِ نیازمند تصمیم می‌رود، Ctrl+Enter آن را می‌پذیرد و Space به این‌جا می‌آید.</translation>
    </message>
</context>
<context>
    <name>LinesList</name>
    <message>
        <source>Lines of the mapping, as sentences</source>
        <translation>خط‌های نگاشت به شکل جمله</translation>
    </message>
</context>
<context>
    <name>LookupBox</name>
    <message>
        <source>Found by</source>
        <translation>از روی</translation>
    </message>
    <message>
        <source>Among the records of</source>
        <translation>میان رکوردهای</translation>
    </message>
    <message>
        <source>Several kinds of record…</source>
        <translation>چند نوع رکورد…</translation>
    </message>
    <message>
        <source>Points to…</source>
        <translation>ارجاع به…</translation>
    </message>
    <message>
        <source>Points to a record of {entity}</source>
        <translation>به رکوردی از «{entity}» اشاره می‌کند</translation>
    </message>
    <message>
        <source>Points to a record of one of: {entities}</source>
        <translation>ارجاع به رکوردی از یکی از این‌ها: {entities}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>nothing: it is the target's own id</source>
        <translation>هیچ؛ خودِ شناسه‌ی مقصد است</translation>
    </message>
    <message>
        <source>its source key</source>
        <translation>کلید آن در مبدأ</translation>
    </message>
    <message>
        <source>all sources</source>
        <translation>همه‌ی مبدأها</translation>
    </message>
</context>
<context>
    <name>LookupDialog</name>
    <message>
        <source>What the field points to</source>
        <translation>ارجاع فیلد</translation>
    </message>
    <message>
        <source>Another kind of record</source>
        <translation>یک نوع رکورد دیگر</translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation>تشخیص با</translation>
    </message>
    <message>
        <source>nothing: they are tried in this order</source>
        <translation>هیچ: به همین ترتیب جست‌وجو می‌شوند</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>{field} points to</source>
        <translation>«{field}» ارجاع می‌دهد به</translation>
    </message>
    <message>
        <source>A field that tells them apart is compared with the values written above, separated by commas; where it is empty it is filled with what was found.</source>
        <translation>فیلدی که نوع را می‌گوید با مقدارهای بالا سنجیده می‌شود (با ویرگول جدا کنید)؛ اگر خالی باشد، نوعِ رکورد پیداشده در آن می‌آید.</translation>
    </message>
</context>
<context>
    <name>ManyPanel</name>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>If the target has a value</source>
        <translation>اگر مقصد مقداری دارد</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مسئول</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>ثبت</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>نوشتن دیدگاه</translation>
    </message>
    <message>
        <source>Write a comment, then Enter</source>
        <translation>دیدگاه خود را بنویسید و Enter بزنید</translation>
    </message>
    <message>
        <source>Unmap them</source>
        <translation>برداشتن نگاشت‌ها</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>کنار گذاشتن</translation>
    </message>
    <message>
        <source>Choose a status</source>
        <translation>وضعیت را برگزینید</translation>
    </message>
    <message>
        <source>Choose what happens</source>
        <translation>رفتار را برگزینید</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>دیدگاه‌ها</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} ردیف</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} ستون</translation>
    </message>
    <message>
        <source>{what} selected</source>
        <translation>{what} برگزیده</translation>
    </message>
    <message>
        <source>Leave {n} columns out, because</source>
        <translation>کنار گذاشتن {n} ستون، چون</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>Left out: {reason}</source>
        <translation>کنار گذاشته: {reason}</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>بدون مقدار</translation>
    </message>
    <message>
        <source>{type} · nothing fills it</source>
        <translation>{type} · چیزی پُرش نمی‌کند</translation>
    </message>
    <message>
        <source>Running number: {number}</source>
        <translation>شماره‌ی ردیف: {number}</translation>
    </message>
    <message>
        <source>Always: {value}</source>
        <translation>همیشه: {value}</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>بازشده</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>lookup</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>Excel workbook to fill in</source>
        <translation>کارپوشه‌ی اکسل برای پر کردن</translation>
    </message>
    <message>
        <source>Page for Word</source>
        <translation>صفحه برای Word</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>متن Markdown</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>سند JSON</translation>
    </message>
    <message>
        <source>Export the mapping</source>
        <translation>برون‌بری نگاشت</translation>
    </message>
    <message>
        <source>Import a mapping</source>
        <translation>درون‌ریزی نگاشت</translation>
    </message>
    <message>
        <source>Workbooks and mapping documents</source>
        <translation>کارپوشه‌ها و سندهای نگاشت</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}</source>
        <translation>پرونده خوانده نشد: {reason}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحیح</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>عدد اعشاری</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>بله یا خیر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>ساعت</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>تاریخ و ساعت</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Lookup to {entity}</source>
        <translation>ارجاع به {entity}</translation>
    </message>
    <message>
        <source>Picklist · {count}</source>
        <translation>فهرست · {count}</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>پیشنهادی</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>نیازمند تصمیم</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>توافق‌شده</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>امضاشده</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>بازنویسی شود</translation>
    </message>
    <message>
        <source>Fill if empty</source>
        <translation>اگر خالی است پر شود</translation>
    </message>
    <message>
        <source>Keep the target's</source>
        <translation>همان بماند</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>افزوده شود</translation>
    </message>
    <message>
        <source>The mapped value replaces what the target has, an empty one included.</source>
        <translation>مقدار نگاشت‌شده جای مقدار مقصد را می‌گیرد، حتی اگر خالی باشد.</translation>
    </message>
    <message>
        <source>The mapped value is written only where the target's field is empty.</source>
        <translation>مقدار نگاشت‌شده تنها جایی نوشته می‌شود که فیلد مقصد خالی است.</translation>
    </message>
    <message>
        <source>The target's value stays; only records that are created get this one.</source>
        <translation>مقدار مقصد می‌ماند؛ تنها رکوردهای تازه این مقدار را می‌گیرند.</translation>
    </message>
    <message>
        <source>The mapped text is put behind the target's, unless it is in it already.</source>
        <translation>متن نگاشت‌شده به دنبال متن مقصد می‌آید، مگر آن‌که در آن باشد.</translation>
    </message>
    <message>
        <source>1 column open</source>
        <translation>۱ ستون باز</translation>
    </message>
    <message>
        <source>{n} columns open</source>
        <translation>{n} ستون باز</translation>
    </message>
    <message>
        <source>Export the mapping…</source>
        <translation>برون‌بری نگاشت…</translation>
    </message>
    <message>
        <source>Import a mapping…</source>
        <translation>وارد کردن نگاشت…</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>نسخه‌ها…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>امضا…</translation>
    </message>
    <message>
        <source>Save as a template…</source>
        <translation>ذخیره به‌عنوان الگو…</translation>
    </message>
    <message>
        <source>Apply a template…</source>
        <translation>به‌کارگیری الگو…</translation>
    </message>
    <message>
        <source>{n} mapped</source>
        <translation>{n} نگاشت‌شده</translation>
    </message>
    <message>
        <source>{n} to review</source>
        <translation>{n} نیازمند بازبینی</translation>
    </message>
    <message>
        <source>{n} required missing</source>
        <translation>{n} فیلد الزامی خالی</translation>
    </message>
    <message>
        <source>{n} tables feed nothing</source>
        <translation>{n} جدول بی‌مقصد</translation>
    </message>
    <message>
        <source>1 table feeds nothing</source>
        <translation>۱ جدول بی‌مقصد</translation>
    </message>
    <message>
        <source>Nothing is mapped yet</source>
        <translation>هنوز چیزی نگاشت نشده</translation>
    </message>
    <message>
        <source>Nothing fills the required field {field} of {entity}</source>
        <translation>فیلد الزامی «{field}» در «{entity}» خالی مانده</translation>
    </message>
    <message>
        <source>{n} required fields are filled by nothing, such as {field} of {entity}</source>
        <translation>{n} فیلد الزامی خالی مانده، مانند «{field}» در «{entity}»</translation>
    </message>
    <message>
        <source>Nothing was pasted: {words} cannot stand there.</source>
        <translation>چیزی چسبانده نشد: {words} آن‌جا معنا ندارد.</translation>
    </message>
    <message>
        <source>If the target has a value</source>
        <translation>اگر مقصد مقداری دارد</translation>
    </message>
    <message>
        <source>Unmap</source>
        <translation>برداشتن نگاشت</translation>
    </message>
    <message>
        <source>Leave out, because</source>
        <translation>کنار گذاشتن، چون</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>فیلد مقصد</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>طول</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>الزامی</translation>
    </message>
    <message>
        <source>Picklist</source>
        <translation>فهرست مقدار</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>تطابق</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مسئول</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>دیدگاه‌ها</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>آخرین تغییر</translation>
    </message>
    <message>
        <source>required</source>
        <translation>الزامی</translation>
    </message>
    <message>
        <source>{status}, edited after signing</source>
        <translation>{status}، ویرایش‌شده پس از امضا</translation>
    </message>
    <message>
        <source>Nothing fills it</source>
        <translation>چیزی پُرش نمی‌کند</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>بی‌تصمیم</translation>
    </message>
    <message>
        <source>{column} fills {field}</source>
        <translation>{column} فیلد {field} را پر می‌کند</translation>
    </message>
    <message>
        <source>Not needed in the new CRM</source>
        <translation>در CRM تازه لازم نیست</translation>
    </message>
    <message>
        <source>Empty or hardly filled</source>
        <translation>خالی یا کم‌پر</translation>
    </message>
    <message>
        <source>Repeats another column</source>
        <translation>تکرار ستونی دیگر</translation>
    </message>
    <message>
        <source>Technical column of the old system</source>
        <translation>ستون فنی سامانه‌ی قدیم</translation>
    </message>
    <message>
        <source>Must not be migrated (privacy)</source>
        <translation>نباید منتقل شود (محرمانگی)</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>پذیرفته</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>بی‌تصمیم</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ردشده</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>Map fields</source>
        <translation>نگاشت فیلدها</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>پذیرش…</translation>
    </message>
    <message>
        <source>For this feed</source>
        <translation>برای همین نگاشت</translation>
    </message>
    <message>
        <source>For every table</source>
        <translation>برای همه‌ی جدول‌ها</translation>
    </message>
    <message>
        <source>Suggest…</source>
        <translation>پیشنهاد…</translation>
    </message>
    <message>
        <source>Document…</source>
        <translation>سند…</translation>
    </message>
    <message>
        <source>The mapping document, fingerprint {fingerprint}</source>
        <translation>سند نگاشت، اثر انگشت {fingerprint}</translation>
    </message>
    <message>
        <source>Nothing is mapped yet</source>
        <translation>هنوز چیزی نگاشت نشده</translation>
    </message>
    <message>
        <source>Let Kooch suggest which table feeds which entity and which column fills which field. You see why, and nothing is final until you agree.</source>
        <translation>بگذارید کوچ پیشنهاد دهد که کدام جدول کدام موجودیت را پر کند و کدام ستون کدام فیلد را. دلیل هر پیشنهاد را می‌بینید و تا نپذیرید چیزی قطعی نمی‌شود.</translation>
    </message>
    <message>
        <source>Suggest the mapping</source>
        <translation>پیشنهاد نگاشت</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Transforms to drag onto a line</source>
        <translation>تبدیل‌ها، برای کشیدن روی خط</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Search source columns</source>
        <translation>جست‌وجوی ستون‌های مبدأ</translation>
    </message>
    <message>
        <source>Search target fields</source>
        <translation>جست‌وجوی فیلدهای مقصد</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>نیازمند تصمیم</translation>
    </message>
    <message>
        <source>Only unmapped</source>
        <translation>فقط نگاشت‌نشده</translation>
    </message>
</context>
<context>
    <name>PaneFoot</name>
    <message>
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Show transforms to drag onto a line</source>
        <translation>نمایش تبدیل‌ها برای کشیدن روی خط</translation>
    </message>
    <message>
        <source>Lines as sentences, in a list</source>
        <translation>خط‌ها به شکل جمله، در یک فهرست</translation>
    </message>
    <message>
        <source>Previous undecided (Shift+F8)</source>
        <translation>مورد پیشینِ نیازمند تصمیم (Shift+F8)</translation>
    </message>
    <message>
        <source>Next undecided (F8)</source>
        <translation>مورد بعدیِ نیازمند تصمیم (F8)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>کوچک‌تر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>بزرگ‌تر</translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation>جا دادن همه</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>ستون‌ها</translation>
    </message>
    <message>
        <source>{sources} columns · {targets} fields</source>
        <translation>{sources} ستون · {targets} فیلد</translation>
    </message>
    <message>
        <source>{n} to decide</source>
        <translation>{n} نیازمند تصمیم</translation>
    </message>
    <message>
        <source>{name} is picked up: go to the other side, Enter maps, Esc puts it down.</source>
        <translation>{name} برداشته شد: به سمت دیگر بروید، Enter نگاشت می‌کند و Esc رها می‌کند.</translation>
    </message>
</context>
<context>
    <name>PeopleBox</name>
    <message>
        <source>If the target has a value</source>
        <translation>اگر مقصد مقداری دارد</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مسئول</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>دیدگاه‌ها</translation>
    </message>
    <message>
        <source>Last changed by {who}, {when}</source>
        <translation>آخرین تغییر: {who}، {when}</translation>
    </message>
</context>
<context>
    <name>PreviewBox</name>
    <message>
        <source>Live preview</source>
        <translation>پیش‌نمایش زنده</translation>
    </message>
    <message>
        <source>There are no rows to show yet.</source>
        <translation>هنوز ردیفی برای نمایش نیست.</translation>
    </message>
    <message>
        <source>{values} different values in the first {rows} rows</source>
        <translation>{values} مقدار متفاوت در {rows} ردیف نخست</translation>
    </message>
    <message>
        <source>{bad} with a problem</source>
        <translation>{bad} مشکل‌دار</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Before</source>
        <translation>پیش</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس</translation>
    </message>
    <message>
        <source>In {rows} rows</source>
        <translation>در {rows} ردیف</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Previous row</source>
        <translation>ردیف پیشین</translation>
    </message>
    <message>
        <source>Previous row (Page up)</source>
        <translation>ردیف پیشین (Page up)</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>ردیف بعدی</translation>
    </message>
    <message>
        <source>Next row (Page down)</source>
        <translation>ردیف بعدی (Page down)</translation>
    </message>
    <message>
        <source>Row of the table</source>
        <translation>ردیف جدول</translation>
    </message>
    <message>
        <source>Find by key</source>
        <translation>یافتن با کلید</translation>
    </message>
    <message>
        <source>Target field</source>
        <translation>فیلد مقصد</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
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
        <source>Problem</source>
        <translation>اشکال</translation>
    </message>
    <message>
        <source>One row through all fields</source>
        <translation>یک ردیف در همه‌ی فیلدها</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>of {rows}</source>
        <translation>از {rows}</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>کنار گذاشته: {reason}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>مقدار ثابت</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Value map…</source>
        <translation>جدول مقدارها…</translation>
    </message>
    <message>
        <source>Where it is empty, take</source>
        <translation>اگر خالی بود، بگذار</translation>
    </message>
    <message>
        <source>Unmap</source>
        <translation>برداشتن نگاشت</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>پیش‌نمایش زنده</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>مقدار ثابت</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>شماره‌ی ردیف</translation>
    </message>
    <message>
        <source>{sure} match</source>
        <translation>تطابق {sure}</translation>
    </message>
    <message>
        <source>mapped by hand</source>
        <translation>نگاشت دستی</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Rows of the mapping</source>
        <translation>ردیف‌های نگاشت</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Key and filters</source>
        <translation>کلید و فیلترها</translation>
    </message>
    <message>
        <source>Columns that identify a row</source>
        <translation>ستون‌هایی که ردیف را مشخص می‌کنند</translation>
    </message>
    <message>
        <source>Rows with the same key are one record</source>
        <translation>ردیف‌های هم‌کلید یک رکورد شوند</translation>
    </message>
    <message>
        <source>For a company that stands in the rows of all its people: the rows become one record, and every row stays traceable to it.</source>
        <translation>برای شرکتی که در ردیفِ همه‌ی کارکنانش آمده است: ردیف‌ها یک رکورد می‌شوند و رد هر ردیف تا آن می‌ماند.</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>افزودن فیلتر</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>With none, a row is known by its position in the table.</source>
        <translation>اگر هیچ‌کدام نباشد، ردیف از جای آن در جدول شناخته می‌شود.</translation>
    </message>
    <message>
        <source>Rows that are left out</source>
        <translation>ردیف‌هایی که کنار گذاشته می‌شوند</translation>
    </message>
    <message>
        <source>A row is left out where an expression is true, for the reason you give.</source>
        <translation>هر ردیف که عبارت برایش درست باشد، با دلیلی که می‌نویسید کنار گذاشته می‌شود.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the mapping</source>
        <translation>امضای نگاشت</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>امضاکننده</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>امضاشده</translation>
    </message>
    <message>
        <source>What hinders</source>
        <translation>مانع</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>موجودیت‌ها</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>By</source>
        <translation>امضا</translation>
    </message>
    <message>
        <source>Edited since</source>
        <translation>ویرایش پس از امضا</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>The full run waits until everything is signed</source>
        <translation>اجرای کامل تا امضای همه‌ی ردیف‌ها صبر کند</translation>
    </message>
    <message>
        <source>Sign the entity</source>
        <translation>امضای موجودیت</translation>
    </message>
    <message>
        <source>Sign the row</source>
        <translation>امضای ردیف</translation>
    </message>
    <message>
        <source>Sign all that is agreed</source>
        <translation>امضای همه‌ی توافق‌شده‌ها</translation>
    </message>
    <message>
        <source>Take the signature back</source>
        <translation>پس گرفتن امضا</translation>
    </message>
    <message>
        <source>Mapping {mark}</source>
        <translation>نگاشت {mark}</translation>
    </message>
    <message>
        <source>{signed} of {all} rows signed</source>
        <translation>{signed} از {all} ردیف امضا شده</translation>
    </message>
    <message>
        <source>{signed} of {all}</source>
        <translation>{signed} از {all}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Signed</source>
        <translation>امضاشده</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>بازشده</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>بی‌امضا</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}، {when}</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Target field</source>
        <translation>فیلد مقصد</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>نگاشت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>کنار گذاشتن</translation>
    </message>
    <message>
        <source>Or leave it out, because</source>
        <translation>یا کنار بگذارید، زیرا</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>Frequent values</source>
        <translation>مقدارهای پرتکرار</translation>
    </message>
    <message>
        <source>Map it to</source>
        <translation>نگاشت به</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>بدون مقدار</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>کنار گذاشته: {reason}</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>بی‌تصمیم</translation>
    </message>
    <message>
        <source>Key of the row</source>
        <translation>کلید ردیف</translation>
    </message>
    <message>
        <source>Feeds {entity}</source>
        <translation>{entity} را پر می‌کند</translation>
    </message>
    <message>
        <source>{share} filled</source>
        <translation>{share} پر</translation>
    </message>
    <message>
        <source>{count} different values</source>
        <translation>{count} مقدار متفاوت</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Keep the row back</source>
        <translation>ردیف نگه داشته شود</translation>
    </message>
    <message>
        <source>Keep the value as it was</source>
        <translation>مقدار همان‌طور بماند</translation>
    </message>
    <message>
        <source>Leave the field empty</source>
        <translation>فیلد خالی بماند</translation>
    </message>
    <message>
        <source>When a value cannot be converted</source>
        <translation>وقتی مقداری تبدیل نمی‌شود</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>پیش‌نمایش زنده</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Transforms in order</source>
        <translation>تبدیل‌ها به ترتیب</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>ویرایش…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>StepsBox</name>
    <message>
        <source>Add transform</source>
        <translation>افزودن تبدیل</translation>
    </message>
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>نگاشت</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>مقدار ثابت</translation>
    </message>
    <message>
        <source>Use the same value everywhere</source>
        <translation>همین مقدار برای همه</translation>
    </message>
    <message>
        <source>Before the number</source>
        <translation>پیش از شماره</translation>
    </message>
    <message>
        <source>Number the records</source>
        <translation>شماره‌گذاری رکوردها</translation>
    </message>
    <message>
        <source>Fill it from a column</source>
        <translation>پر کردن از یک ستون</translation>
    </message>
    <message>
        <source>Or give every record the same value</source>
        <translation>یا برای همه‌ی رکوردها یک مقدار</translation>
    </message>
    <message>
        <source>Or a running number, such as C-00001</source>
        <translation>یا شماره‌ی ردیف، مانند C-00001</translation>
    </message>
    <message>
        <source>Required, nothing fills it</source>
        <translation>الزامی است و خالی مانده</translation>
    </message>
    <message>
        <source>Nothing fills it</source>
        <translation>چیزی پُرش نمی‌کند</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Save as template</source>
        <translation>ذخیره به شکل الگو</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>انتخاب الگو</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>الگوها (*.json)</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Template</source>
        <translation>الگو</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>جور بودن</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا</translation>
    </message>
    <message>
        <source>What of the template fits</source>
        <translation>چه چیزی از الگو جور است</translation>
    </message>
    <message>
        <source>Take what nearly fits as well</source>
        <translation>آنچه کم‌وبیش جور است هم گرفته شود</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>به کار بردن</translation>
    </message>
    <message>
        <source>Template {name}</source>
        <translation>الگوی {name}</translation>
    </message>
    <message>
        <source>{count} fit</source>
        <translation>{count} جور</translation>
    </message>
    <message>
        <source>{count} nearly fit</source>
        <translation>{count} کم‌وبیش جور</translation>
    </message>
    <message>
        <source>{count} do not fit</source>
        <translation>{count} ناجور</translation>
    </message>
    <message>
        <source>{count} rows that people decided on here stay as they are.</source>
        <translation>{count} ردیف که درباره‌شان این‌جا تصمیم گرفته شده، دست نمی‌خورد.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>جور است</translation>
    </message>
    <message>
        <source>nearly</source>
        <translation>کم‌وبیش</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>جور نیست</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Rules and value maps of another project, without its data. What you take over comes as suggestions, to be agreed to here; one undo takes it away.</source>
        <translation>قاعده‌ها و جدول‌های مقدار پروژه‌ای دیگر، بی داده‌های آن. آنچه به کار ببرید پیشنهاد می‌شود تا این‌جا درباره‌اش توافق شود؛ یک واگرد همه را برمی‌دارد.</translation>
    </message>
</context>
<context>
    <name>UnpivotBox</name>
    <message>
        <source>Target field</source>
        <translation>فیلد مقصد</translation>
    </message>
    <message>
        <source>A record per column</source>
        <translation>یک رکورد برای هر ستون</translation>
    </message>
    <message>
        <source>Each column gets a feed of its own; rows where it is empty make no record.</source>
        <translation>هر ستون نگاشت خود را می‌گیرد؛ ردیفی که در آن خالی است رکوردی نمی‌سازد.</translation>
    </message>
    <message>
        <source>Or make a record of each column, with its value in</source>
        <translation>یا از هر ستون یک رکورد بسازید، با مقدارش در</translation>
    </message>
</context>
<context>
    <name>ValueMapDialog</name>
    <message>
        <source>Value map: {field}</source>
        <translation>جدول مقدارها: {field}</translation>
    </message>
    <message>
        <source>Take suggestions</source>
        <translation>پذیرش پیشنهادها</translation>
    </message>
    <message>
        <source>Report it, keep the row back</source>
        <translation>گزارش شود و ردیف بماند</translation>
    </message>
    <message>
        <source>Keep the value</source>
        <translation>مقدار بماند</translation>
    </message>
    <message>
        <source>Leave the field empty</source>
        <translation>فیلد خالی بماند</translation>
    </message>
    <message>
        <source>Take this value:</source>
        <translation>این مقدار بیاید:</translation>
    </message>
    <message>
        <source>A value that is not listed</source>
        <translation>مقداری که در فهرست نیست</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>مقدار پیش‌فرض</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>{count} values are not mapped.</source>
        <translation>{count} مقدار نگاشت نشده است.</translation>
    </message>
    <message>
        <source>Every value is mapped.</source>
        <translation>همه‌ی مقدارها نگاشت شده‌اند.</translation>
    </message>
    <message>
        <source>{count} rarer values are not shown.</source>
        <translation>{count} مقدار کم‌تکرارتر نشان داده نشده است.</translation>
    </message>
</context>
<context>
    <name>ValueMapModel</name>
    <message>
        <source>not mapped</source>
        <translation>نگاشت‌نشده</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
    <message>
        <source>Source value</source>
        <translation>مقدار مبدأ</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>می‌شود</translation>
    </message>
    <message>
        <source>Suggested: {value} ({confidence})</source>
        <translation>پیشنهاد: {value} ({confidence})</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the mapping</source>
        <translation>نسخه‌های نگاشت</translation>
    </message>
    <message>
        <source>Name of the version, e.g. Agreed with sales</source>
        <translation>نام نسخه، مانند «توافق با فروش»</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>نام نسخه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Keep this state</source>
        <translation>نگه داشتن این وضع</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>نسخه</translation>
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
        <source>Fingerprint</source>
        <translation>اثر انگشت</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>مقایسه با</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چه چیزی</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>پیش از این</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس از این</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>تفاوت‌ها</translation>
    </message>
    <message>
        <source>Put this version back</source>
        <translation>بازگرداندن این نسخه</translation>
    </message>
    <message>
        <source>the document as it stands</source>
        <translation>سند کنونی</translation>
    </message>
    <message>
        <source>{version} (as now)</source>
        <translation>{version} (همین وضع)</translation>
    </message>
    <message>
        <source>No version is kept yet.</source>
        <translation>هنوز نسخه‌ای نگه داشته نشده است.</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} تفاوت</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>تفاوتی ندارند.</translation>
    </message>
    <message>
        <source>Put back. Undo takes it away again.</source>
        <translation>بازگردانده شد. با واگرد به وضع پیش برمی‌گردد.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>مقایسه با</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>WayLine</name>
    <message>
        <source>Record of</source>
        <translation>رکوردی از</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>با این فیلد پیدا می‌شود</translation>
    </message>
    <message>
        <source>Among the records of</source>
        <translation>در میان رکوردهای</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>When the type is</source>
        <translation>وقتی نوع این باشد</translation>
    </message>
    <message>
        <source>Remove this kind of record</source>
        <translation>حذف این نوع رکورد</translation>
    </message>
    <message>
        <source>its source key</source>
        <translation>کلید مبدأ آن</translation>
    </message>
    <message>
        <source>all sources</source>
        <translation>همه‌ی مبدأها</translation>
    </message>
</context>
</TS>
