<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct a value</source>
        <translation>اصلاح یک مقدار</translation>
    </message>
    <message>
        <source>{field} of record {key}</source>
        <translation>{field} در رکورد {key}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>اکنون: {value}</translation>
    </message>
    <message>
        <source>New value of {field}</source>
        <translation>مقدار تازه‌ی {field}</translation>
    </message>
    <message>
        <source>Also for the {n} other records with the same value and issue</source>
        <translation>برای {n} رکورد دیگر با همین مقدار و همین مشکل هم</translation>
    </message>
    <message>
        <source>It becomes a step of the cleaning recipe; undo takes it back.</source>
        <translation>یک گام پاک‌سازی می‌شود؛ با واگرد پس گرفته می‌شود.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
</context>
<context>
    <name>FixDialog</name>
    <message>
        <source>Fix all like this</source>
        <translation>اصلاح همه‌ی موارد مشابه</translation>
    </message>
    <message>
        <source>Ways to repair</source>
        <translation>راه‌های اصلاح</translation>
    </message>
    <message>
        <source>Another transform…</source>
        <translation>تبدیلی دیگر…</translation>
    </message>
    <message>
        <source>Empty the values that it cannot convert</source>
        <translation>مقدارهای تبدیل‌نشدنی خالی شوند</translation>
    </message>
    <message>
        <source>Add to the recipe</source>
        <translation>افزودن به پاک‌سازی</translation>
    </message>
    <message>
        <source>{issue}: {place}</source>
        <translation>{issue}: {place}</translation>
    </message>
    <message>
        <source>{title}, {cause}</source>
        <translation>{title}، {cause}</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>پیش و پس</translation>
    </message>
    <message>
        <source>It becomes a step of the cleaning recipe; undo takes it back.</source>
        <translation>یک گام پاک‌سازی می‌شود؛ با واگرد پس گرفته می‌شود.</translation>
    </message>
    <message>
        <source>Nothing repairs this by itself. Take a transform of your own.</source>
        <translation>هیچ راهی به‌خودیِ خود این را اصلاح نمی‌کند. خودتان تبدیلی انتخاب کنید.</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Which records to show</source>
        <translation>کدام رکوردها نشان داده شود</translation>
    </message>
    <message>
        <source>Records with this issue</source>
        <translation>رکوردهای دارای این مشکل</translation>
    </message>
    <message>
        <source>All in quarantine</source>
        <translation>همه‌ی رکوردهای قرنطینه</translation>
    </message>
    <message>
        <source>All that are ready</source>
        <translation>همه‌ی آماده‌ها</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>همه‌ی رکوردها</translation>
    </message>
    <message>
        <source>Correct value…</source>
        <translation>اصلاح مقدار…</translation>
    </message>
    <message>
        <source>Give the chosen cell another value (F2)</source>
        <translation>دادن مقداری دیگر به خانه‌ی انتخاب‌شده (F2)</translation>
    </message>
    <message>
        <source>The whole story of the chosen record</source>
        <translation>سرگذشت کامل رکورد انتخاب‌شده</translation>
    </message>
    <message>
        <source>{field} · {entity}</source>
        <translation>{field} · {entity}</translation>
    </message>
    <message>
        <source>{issue}: {place}</source>
        <translation>{issue}: {place}</translation>
    </message>
    <message>
        <source>Accept for these records…</source>
        <translation>پذیرش برای این رکوردها…</translation>
    </message>
    <message>
        <source>Story of this record</source>
        <translation>سرگذشت این رکورد</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Change a check</source>
        <translation>تغییر وارسی</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>افزودن وارسی</translation>
    </message>
    <message>
        <source>Error: the record goes into quarantine</source>
        <translation>خطا: رکورد به قرنطینه می‌رود</translation>
    </message>
    <message>
        <source>Warning: the record travels</source>
        <translation>هشدار: رکورد منتقل می‌شود</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>فیلدها</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>وارسی</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>اگر برقرار نبود</translation>
    </message>
    <message>
        <source>Fields it looks at</source>
        <translation>فیلدهایی که بررسی می‌کند</translation>
    </message>
    <message>
        <source>Tick the fields that it looks at.</source>
        <translation>فیلدهای مورد بررسی را علامت بزنید.</translation>
    </message>
    <message>
        <source>It would find {n} records</source>
        <translation>{n} رکورد پیدا می‌کند</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{found}: {values}</source>
        <translation>{found}: {values}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Issues by rule</source>
        <translation>مشکل‌ها به تفکیک نوع</translation>
    </message>
    <message>
        <source>Accepted issues</source>
        <translation>مشکل‌های پذیرفته‌شده</translation>
    </message>
    <message>
        <source>Checks that were added</source>
        <translation>وارسی‌های افزوده</translation>
    </message>
    <message>
        <source>Issues, accepted ones, checks</source>
        <translation>مشکل‌ها، پذیرفته‌ها، وارسی‌ها</translation>
    </message>
    <message>
        <source>Fix all like this…</source>
        <translation>اصلاح موارد مشابه…</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>پذیرش…</translation>
    </message>
    <message>
        <source>Accept no more</source>
        <translation>پس گرفتن پذیرش</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>افزودن…</translation>
    </message>
    <message>
        <source>Add a check of your own</source>
        <translation>افزودن وارسی دلخواه</translation>
    </message>
    <message>
        <source>Change this check</source>
        <translation>تغییر این وارسی</translation>
    </message>
    <message>
        <source>Switch this check on or off</source>
        <translation>روشن یا خاموش کردن این وارسی</translation>
    </message>
    <message>
        <source>Remove this check</source>
        <translation>حذف این وارسی</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>مشکلی نیست</translation>
    </message>
    <message>
        <source>Every record may travel.</source>
        <translation>همه‌ی رکوردها آماده‌ی انتقال‌اند.</translation>
    </message>
    <message>
        <source>Nothing accepted</source>
        <translation>چیزی پذیرفته نشده</translation>
    </message>
    <message>
        <source>An issue that is accepted with a reason becomes a warning and is listed here.</source>
        <translation>مشکلی که با ذکر دلیل پذیرفته شود هشدار به‌شمار می‌آید و این‌جا فهرست می‌شود.</translation>
    </message>
    <message>
        <source>No checks of your own</source>
        <translation>هنوز وارسی دلخواهی نیست</translation>
    </message>
    <message>
        <source>What the target demands is always checked. Add what matters to you.</source>
        <translation>خواسته‌های مقصد همیشه وارسی می‌شود. آنچه را برای شما مهم است بیفزایید.</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>مشکل‌ها</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>پذیرفته‌ها</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>وارسی‌ها</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Before</source>
        <translation>پیش</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>Values before and after</source>
        <translation>مقدارها پیش و پس</translation>
    </message>
    <message>
        <source>A check complains still</source>
        <translation>هنوز یکی از وارسی‌ها برقرار نیست</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>همان می‌ماند</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>{n} errors</source>
        <translation>{n} خطا</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} هشدار</translation>
    </message>
    <message>
        <source>{n} ready</source>
        <translation>{n} آماده</translation>
    </message>
    <message>
        <source>{n} in quarantine</source>
        <translation>{n} در قرنطینه</translation>
    </message>
    <message>
        <source>{field} · {entity}</source>
        <translation>{field} · {entity}</translation>
    </message>
    <message>
        <source>{where} · accepted</source>
        <translation>{where} · پذیرفته</translation>
    </message>
    <message>
        <source>no further detail</source>
        <translation>بدون جزئیات بیشتر</translation>
    </message>
    <message>
        <source>{where} · record {key}</source>
        <translation>{where} · رکورد {key}</translation>
    </message>
    <message>
        <source>Reason: {reason}
By {who}</source>
        <translation>دلیل: {reason}
پذیرنده: {who}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>all fields</source>
        <translation>همه‌ی فیلدها</translation>
    </message>
    <message>
        <source>{where} · off</source>
        <translation>{where} · خاموش</translation>
    </message>
    <message>
        <source>Fix all like this…</source>
        <translation>اصلاح موارد مشابه…</translation>
    </message>
    <message>
        <source>Map this field</source>
        <translation>نگاشت این فیلد</translation>
    </message>
    <message>
        <source>Go to the parent&apos;s issue</source>
        <translation>رفتن به مشکل والد</translation>
    </message>
    <message>
        <source>Look at duplicates</source>
        <translation>دیدن تکراری‌ها</translation>
    </message>
    <message>
        <source>you fill it in</source>
        <translation>خودتان پر می‌کنید</translation>
    </message>
    <message>
        <source>repairs {n} of {all} records</source>
        <translation>{n} رکورد از {all} اصلاح می‌شود</translation>
    </message>
    <message>
        <source>{n} of {all} records pass, without this value</source>
        <translation>{n} رکورد از {all} بدون این مقدار پذیرفته می‌شود</translation>
    </message>
    <message>
        <source>repairs {n} of {all} records, {lost} lose the value</source>
        <translation>{n} رکورد از {all} اصلاح می‌شود؛ {lost} رکورد مقدارش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>{told}; it would touch {n} other records</source>
        <translation>{told}؛ به {n} رکورد دیگر هم دست می‌زند</translation>
    </message>
    <message>
        <source>{told} (of those that were tried)</source>
        <translation>{told} (از میان آزموده‌ها)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>ValidationPage</name>
    <message>
        <source>Export quarantine</source>
        <translation>خروجی قرنطینه</translation>
    </message>
    <message>
        <source>Validate again</source>
        <translation>اعتبارسنجی دوباره</translation>
    </message>
    <message>
        <source>Validate and fix</source>
        <translation>اعتبارسنجی و اصلاح</translation>
    </message>
    <message>
        <source>What the target would refuse, and what looks wrong. Each group is one thing to do: fix it, or accept it with a reason.</source>
        <translation>آنچه مقصد نمی‌پذیرد و آنچه نادرست می‌نماید. هر گروه یک کار است: اصلاحش کنید یا با ذکر دلیل بپذیرید.</translation>
    </message>
    <message>
        <source>No record is ready to travel yet.</source>
        <translation>هنوز هیچ رکوردی آماده‌ی انتقال نیست.</translation>
    </message>
    <message>
        <source>The parent has no issue of its own any more. Validate again.</source>
        <translation>والد دیگر مشکلی ندارد. دوباره اعتبارسنجی کنید.</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>کارپوشه‌های اکسل (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the records in quarantine</source>
        <translation>خروجی رکوردهای قرنطینه</translation>
    </message>
    <message>
        <source>quarantine.xlsx</source>
        <translation>قرنطینه.xlsx</translation>
    </message>
    <message>
        <source>{n} records written to {file}</source>
        <translation>{n} رکورد در {file} نوشته شد</translation>
    </message>
</context>
<context>
    <name>WaiveDialog</name>
    <message>
        <source>Accept an issue</source>
        <translation>پذیرش یک مشکل</translation>
    </message>
    <message>
        <source>{issue}: {place}</source>
        <translation>{issue}: {place}</translation>
    </message>
    <message>
        <source>An accepted error becomes a warning: the record travels. Who accepted it and why stands in the sign-off pack.</source>
        <translation>خطای پذیرفته‌شده هشدار می‌شود و رکورد منتقل می‌گردد. نام پذیرنده و دلیل در بسته‌ی تحویل می‌آید.</translation>
    </message>
    <message>
        <source>The target demands this itself: it will probably refuse such a record.</source>
        <translation>این خواسته‌ی خودِ مقصد است؛ به‌احتمال زیاد چنین رکوردی را نمی‌پذیرد.</translation>
    </message>
    <message>
        <source>All {n} records with this issue, and later ones</source>
        <translation>همه‌ی {n} رکورد دارای این مشکل، و موارد بعدی</translation>
    </message>
    <message>
        <source>Only the {n} records that are chosen in the table</source>
        <translation>فقط {n} رکورد انتخاب‌شده در جدول</translation>
    </message>
    <message>
        <source>Why is this acceptable?</source>
        <translation>چرا پذیرفتنی است؟</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>پذیرش</translation>
    </message>
</context>
</TS>
