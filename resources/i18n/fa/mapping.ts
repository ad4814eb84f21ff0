<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
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
    <message>
        <source>The table view shows the same rows for the keyboard and for screen readers.</source>
        <translation>نمای جدول همین ردیف‌ها را برای صفحه‌کلید و صفحه‌خوان نشان می‌دهد.</translation>
    </message>
</context>
<context>
    <name>ColumnsBox</name>
    <message>
        <source>Add a column</source>
        <translation>افزودن ستون</translation>
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
    <name>Errands</name>
    <message>
        <source>In this feed</source>
        <translation>در همین نگاشت</translation>
    </message>
    <message>
        <source>In every feed</source>
        <translation>در همه‌ی نگاشت‌ها</translation>
    </message>
    <message>
        <source>{level} and surer: {count} rows</source>
        <translation>{level} و مطمئن‌تر: {count} ردیف</translation>
    </message>
    <message>
        <source>The mapping was written to {file}</source>
        <translation>نگاشت در {file} نوشته شد</translation>
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
        <source>Key, filters, export</source>
        <translation>کلید، فیلترها، برون‌بری</translation>
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
        <source>With the keyboard: arrows walk, Enter picks a card up and maps it, Delete unmaps.</source>
        <translation>با صفحه‌کلید: جهت‌ها جابه‌جا می‌کنند، Enter کارت را برمی‌دارد و نگاشت می‌کند، Delete نگاشت را برمی‌دارد.</translation>
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
        <source>Points to a record of {entity}</source>
        <translation>به رکوردی از «{entity}» اشاره می‌کند</translation>
    </message>
    <message>
        <source>nothing: it is the target&apos;s own id</source>
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
        <source>Always: {value}</source>
        <translation>همیشه: {value}</translation>
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
        <source>Export the mapping</source>
        <translation>برون‌بری نگاشت</translation>
    </message>
    <message>
        <source>Import a mapping</source>
        <translation>درون‌ریزی نگاشت</translation>
    </message>
    <message>
        <source>Mapping documents (*.json)</source>
        <translation>سند نگاشت (*.json)</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}</source>
        <translation>پرونده نوشته نشد: {reason}</translation>
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
        <source>1 column open</source>
        <translation>۱ ستون باز</translation>
    </message>
    <message>
        <source>{n} columns open</source>
        <translation>{n} ستون باز</translation>
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
        <source>Export the mapping…</source>
        <translation>برون‌بری نگاشت…</translation>
    </message>
    <message>
        <source>Import a mapping…</source>
        <translation>درون‌ریزی نگاشت…</translation>
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
        <source>Nothing fills the required field {field} of {entity}</source>
        <translation>فیلد الزامی «{field}» در «{entity}» خالی مانده</translation>
    </message>
    <message>
        <source>{n} required fields are filled by nothing, such as {field} of {entity}</source>
        <translation>{n} فیلد الزامی خالی مانده، مانند «{field}» در «{entity}»</translation>
    </message>
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
    <message>
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Show transforms to drag onto a line</source>
        <translation>نمایش تبدیل‌ها برای کشیدن روی خط</translation>
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
        <source>{sources} columns · {targets} fields</source>
        <translation>{sources} ستون · {targets} فیلد</translation>
    </message>
    <message>
        <source>{name} is picked up: go to the other side, Enter maps, Esc puts it down.</source>
        <translation>{name} برداشته شد: به سمت دیگر بروید، Enter نگاشت می‌کند و Esc رها می‌کند.</translation>
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
        <source>Owner</source>
        <translation>مسئول</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
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
        <source>{sure} match</source>
        <translation>تطابق {sure}</translation>
    </message>
    <message>
        <source>mapped by hand</source>
        <translation>نگاشت دستی</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
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
        <source>Transforms</source>
        <translation>تبدیل‌ها</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>تطابق</translation>
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
        <source>lookup</source>
        <translation>ارجاع</translation>
    </message>
    <message>
        <source>Nothing fills it</source>
        <translation>چیزی پُرش نمی‌کند</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>کنار گذاشته: {reason}</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>بی‌تصمیم</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Rows of the mapping</source>
        <translation>ردیف‌های نگاشت</translation>
    </message>
    <message>
        <source>Unmap</source>
        <translation>برداشتن نگاشت</translation>
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
        <source>Not needed in the new CRM</source>
        <translation>در CRM جدید لازم نیست</translation>
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
        <source>Fill it from a column</source>
        <translation>پر کردن از یک ستون</translation>
    </message>
    <message>
        <source>Or give every record the same value</source>
        <translation>یا برای همه‌ی رکوردها یک مقدار</translation>
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
        <source>Suggested: {value}</source>
        <translation>پیشنهاد: {value}</translation>
    </message>
</context>
</TS>
