<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept that records stay behind</source>
        <translation>پذیرش جا ماندن رکوردها</translation>
    </message>
    <message>
        <source>{count} records of {entity} stay out of the target, and later ones with this cause. Who accepted it and why is kept with the project.</source>
        <translation>{count} رکورد از «{entity}» و رکوردهای بعدی با همین علت بیرون از مقصد می‌مانند. این‌که چه کسی و چرا پذیرفته است با پروژه نگه داشته می‌شود.</translation>
    </message>
    <message>
        <source>Why may they stay behind?</source>
        <translation>چرا می‌توانند جا بمانند؟</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Who accepts</source>
        <translation>چه کسی می‌پذیرد</translation>
    </message>
    <message>
        <source>Who accepts (you, if empty)</source>
        <translation>چه کسی می‌پذیرد (اگر خالی باشد، شما)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>پذیرفتن</translation>
    </message>
</context>
<context>
    <name>ComparisonPart</name>
    <message>
        <source>values compared</source>
        <translation>مقدار سنجیده‌شده</translation>
    </message>
    <message>
        <source>records equal</source>
        <translation>رکوردهای برابر</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>مغایرت</translation>
    </message>
    <message>
        <source>records not loaded</source>
        <translation>رکورد بارگذاری‌نشده</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>فرستاده‌شده</translation>
    </message>
    <message>
        <source>In the target</source>
        <translation>در مقصد</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>مورد انتظار</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>پیداشده</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>برابر</translation>
    </message>
    <message>
        <source>Written differently</source>
        <translation>نگارش دیگر</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>مقدار دیگر</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>گم‌شده</translation>
    </message>
    <message>
        <source>Not expected</source>
        <translation>نامنتظره</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>سنجش</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>جمع‌های کنترلی</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>بخش</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چه چیزی</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>بخش‌ها</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>فیلد ارجاع</translation>
    </message>
    <message>
        <source>Points to nothing</source>
        <translation>ارجاع به ناموجود</translation>
    </message>
    <message>
        <source>Parent lost</source>
        <translation>بی‌پدرشده</translation>
    </message>
    <message>
        <source>Another parent</source>
        <translation>پدر دیگر</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>رابطه‌ها</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>آنچه سنجیده می‌شود</translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation>نمایش مغایرت‌ها</translation>
    </message>
    <message>
        <source>Every lookup points to the record it should.</source>
        <translation>هر ارجاع به همان رکوردی است که باید باشد.</translation>
    </message>
    <message>
        <source>Records of others count too</source>
        <translation>رکوردهای دیگران هم به شمار آید</translation>
    </message>
    <message>
        <source>Nothing but what was loaded from here should be in the target.</source>
        <translation>در مقصد نباید چیزی جز آنچه از اینجا بارگذاری شده باشد.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>سنجش دوباره</translation>
    </message>
    <message>
        <source>What the target holds was not kept: compare again.</source>
        <translation>نتیجه‌ی بازخوانی مقصد نگه داشته نشده است: دوباره بسنجید.</translation>
    </message>
    <message>
        <source>Every row and field, read back on {when}</source>
        <translation>همه‌ی ردیف‌ها و فیلدها؛ بازخوانی در {when}</translation>
    </message>
    <message>
        <source>By entity</source>
        <translation>به تفکیک موجودیت</translation>
    </message>
    <message>
        <source>look</source>
        <translation>بررسی کنید</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>بی‌اشکال</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>برابر</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections from Excel</source>
        <translation>اصلاح‌های اکسل</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>پذیرفته</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Source key</source>
        <translation>کلید مبدأ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>پیش از اصلاح</translation>
    </message>
    <message>
        <source>New</source>
        <translation>پس از اصلاح</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>خانه</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>در حال خواندن پرونده…</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>اصلاح‌ها</translation>
    </message>
    <message>
        <source>Why it cannot be taken</source>
        <translation>چرا پذیرفتنی نیست</translation>
    </message>
    <message>
        <source>Cells that cannot be taken</source>
        <translation>خانه‌هایی که پذیرفتنی نیستند</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>پذیرش همه</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>رد همه</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>پذیرش</translation>
    </message>
    <message>
        <source>All of them are one change; undo takes it back.</source>
        <translation>همه با هم یک تغییرند و با واگرد پس گرفته می‌شوند.</translation>
    </message>
    <message>
        <source>{count} values were corrected</source>
        <translation>{count} مقدار اصلاح شده است</translation>
    </message>
    <message>
        <source>{count} values were corrected by {who}</source>
        <translation>{who} {count} مقدار را اصلاح کرده است</translation>
    </message>
    <message>
        <source>Take {count}</source>
        <translation>پذیرش {count}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>no</source>
        <translation>خیر</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>رکورد</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>چه مشکلی دارد</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>فرستاده‌شده</translation>
    </message>
    <message>
        <source>In the target</source>
        <translation>در مقصد</translation>
    </message>
    <message>
        <source>whole record</source>
        <translation>کل رکورد</translation>
    </message>
</context>
<context>
    <name>DifferencesPart</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>نوع مغایرت</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>همه‌ی انواع</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>نمایش دوباره‌ی همه</translation>
    </message>
    <message>
        <source>Story of the record</source>
        <translation>سرگذشت رکورد</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>مغایرتی نیست</translation>
    </message>
    <message>
        <source>Everything that was loaded is in the target, field by field as planned.</source>
        <translation>هر چه بارگذاری شده، فیلد به فیلد همان‌گونه که برنامه گفته در مقصد است.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>مغایرت‌ها</translation>
    </message>
    <message>
        <source>Every entity</source>
        <translation>همه‌ی موجودیت‌ها</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} مغایرت</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Goal</source>
        <translation>هدف</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>خواسته</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>به‌دست‌آمده</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>هدف‌ها</translation>
    </message>
    <message>
        <source>No goals were set</source>
        <translation>هدفی تعیین نشده است</translation>
    </message>
    <message>
        <source>Goals are set in the first step: then it stands here whether they are met.</source>
        <translation>هدف‌ها در مرحله‌ی نخست تعیین می‌شوند: آنگاه اینجا می‌بینید به دست آمده‌اند یا نه.</translation>
    </message>
    <message>
        <source>Set goals</source>
        <translation>تعیین هدف</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>سنجیدنی نیست</translation>
    </message>
    <message>
        <source>met</source>
        <translation>به دست آمد</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>به دست نیامد</translation>
    </message>
    <message>
        <source>{entity}: {field} filled</source>
        <translation>{entity}: پر بودن {field}</translation>
    </message>
    <message>
        <source>{entity}: duplicates</source>
        <translation>{entity}: تکراری‌ها</translation>
    </message>
    <message>
        <source>{entity}: records valid</source>
        <translation>{entity}: رکوردهای معتبر</translation>
    </message>
    <message>
        <source>{entity}: records loaded</source>
        <translation>{entity}: رکوردهای بارگذاری‌شده</translation>
    </message>
    <message>
        <source>at least {share}</source>
        <translation>دست‌کم {share}</translation>
    </message>
    <message>
        <source>at most {share}</source>
        <translation>حداکثر {share}</translation>
    </message>
</context>
<context>
    <name>PackPart</name>
    <message>
        <source>Folder for the pack</source>
        <translation>پوشه‌ی بسته</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>انتخاب</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>زبان گزارش</translation>
    </message>
    <message>
        <source>PDF as well, for paper and signatures</source>
        <translation>همراه با PDF برای چاپ و امضا</translation>
    </message>
    <message>
        <source>Write the pack</source>
        <translation>نوشتن بسته</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>اندازه</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>پرونده‌ها</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>باز کردن پوشه</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>One workbook with every record&apos;s fate, one report to read, and a page to sign.</source>
        <translation>یک کارپوشه با سرنوشت همه‌ی رکوردها، یک گزارش خواندنی و صفحه‌ای برای امضا.</translation>
    </message>
    <message>
        <source>{count} files in {folder}</source>
        <translation>{count} پرونده در {folder}</translation>
    </message>
    <message>
        <source>Nothing was written in this visit yet.</source>
        <translation>در این بازدید هنوز چیزی نوشته نشده است.</translation>
    </message>
</context>
<context>
    <name>RecordsDialog</name>
    <message>
        <source>Records that were left behind</source>
        <translation>رکوردهایی که جا مانده‌اند</translation>
    </message>
    <message>
        <source>Correct the value…</source>
        <translation>اصلاح مقدار…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Source key</source>
        <translation>کلید مبدأ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>علت</translation>
    </message>
    <message>
        <source>The first {shown} of {count} records; the Excel file has more.</source>
        <translation>{shown} رکورد نخست از {count} رکورد؛ پرونده‌ی اکسل بیشتر دارد.</translation>
    </message>
    <message>
        <source>{count} records. Choose a value to correct it.</source>
        <translation>{count} رکورد. برای اصلاح، مقداری را برگزینید.</translation>
    </message>
</context>
<context>
    <name>Rejects</name>
    <message>
        <source>Records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>علت</translation>
    </message>
    <message>
        <source>Who refused</source>
        <translation>ردکننده</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>new</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>again</source>
        <translation>تکراری</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>پذیرفته‌شده</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>برطرف‌شده</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>The load kept them back: nothing was sent.</source>
        <translation>بارگذاری نگهشان داشته است: چیزی فرستاده نشد.</translation>
    </message>
    <message>
        <source>the load</source>
        <translation>بارگذاری</translation>
    </message>
    <message>
        <source>our checks</source>
        <translation>وارسی‌های ما</translation>
    </message>
    <message>
        <source>{who} accepted it: {reason}</source>
        <translation>{who} آن را پذیرفته است: {reason}</translation>
    </message>
    <message>
        <source>In the words of the target: {words}</source>
        <translation>به گفته‌ی مقصد: {words}</translation>
    </message>
    <message>
        <source>{new} new, {again} were left behind before.</source>
        <translation>{new} تازه است و {again} پیش‌تر هم جا مانده بود.</translation>
    </message>
    <message>
        <source>For example: {value}</source>
        <translation>برای نمونه: {value}</translation>
    </message>
    <message>
        <source>{count} records that were left behind before are mended.</source>
        <translation>{count} رکوردی که پیش‌تر جا مانده بود برطرف شده است.</translation>
    </message>
</context>
<context>
    <name>RejectsDialog</name>
    <message>
        <source>What was left behind</source>
        <translation>آنچه جا مانده است</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>RejectsPart</name>
    <message>
        <source>Causes</source>
        <translation>علت‌ها</translation>
    </message>
    <message>
        <source>Records…</source>
        <translation>رکوردها…</translation>
    </message>
    <message>
        <source>Fix all like this…</source>
        <translation>اصلاح همه‌ی موردهای مشابه…</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>پذیرش…</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>برون‌بری به اکسل</translation>
    </message>
    <message>
        <source>Take corrections…</source>
        <translation>درون‌بری اصلاح‌ها…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>ارسال دوباره</translation>
    </message>
    <message>
        <source>Nothing was left behind</source>
        <translation>چیزی جا نمانده است</translation>
    </message>
    <message>
        <source>No record is in quarantine, and the target refused none.</source>
        <translation>هیچ رکوردی در قرنطینه نیست و مقصد چیزی را رد نکرده است.</translation>
    </message>
    <message>
        <source>Accept no more</source>
        <translation>لغو پذیرش</translation>
    </message>
    <message>
        <source>The value was corrected.</source>
        <translation>مقدار اصلاح شد.</translation>
    </message>
    <message>
        <source>The step stands in the recipe now.</source>
        <translation>گام به دستور پاک‌سازی افزوده شد.</translation>
    </message>
    <message>
        <source>{count} lines were written to {file}. Correct them there and bring it back.</source>
        <translation>{count} سطر در {file} نوشته شد. آن‌جا اصلاح کنید و برگردانید.</translation>
    </message>
    <message>
        <source>Take corrections</source>
        <translation>درون‌بری اصلاح‌ها</translation>
    </message>
    <message>
        <source>{count} corrections were taken.</source>
        <translation>{count} اصلاح پذیرفته شد.</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>By owner</source>
        <translation>به تفکیک مسئول</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>به تفکیک وضعیت</translation>
    </message>
    <message>
        <source>By currency</source>
        <translation>به تفکیک ارز</translation>
    </message>
    <message>
        <source>By country</source>
        <translation>به تفکیک کشور</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>به تفکیک ماه</translation>
    </message>
    <message>
        <source>records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>{part}, {field}</source>
        <translation>{part}، {field}</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>برابر</translation>
    </message>
    <message>
        <source>look</source>
        <translation>بررسی کنید</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>run {run}</source>
        <translation>اجرای {run}</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} مغایرت</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>بدون مغایرت</translation>
    </message>
    <message>
        <source>account balances</source>
        <translation>حساب تراز است</translation>
    </message>
    <message>
        <source>account does not balance</source>
        <translation>حساب تراز نیست</translation>
    </message>
    <message>
        <source>The plan or its data changed since run {run}: what is ready now was not loaded yet.</source>
        <translation>برنامه یا داده‌ها پس از اجرای {run} تغییر کرده است: آنچه اکنون آماده است هنوز بارگذاری نشده.</translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Parts of the verification</source>
        <translation>بخش‌های راستی‌آزمایی</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>سنجش</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>مغایرت‌ها</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>بارگذاری‌نشده</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>هدف‌ها</translation>
    </message>
    <message>
        <source>Row account</source>
        <translation>حساب ردیف‌ها</translation>
    </message>
    <message>
        <source>Sign-off pack</source>
        <translation>بسته‌ی تحویل</translation>
    </message>
    <message>
        <source>There is nothing to verify yet</source>
        <translation>هنوز چیزی برای راستی‌آزمایی نیست</translation>
    </message>
    <message>
        <source>After a run the target is read back here and compared, value by value.</source>
        <translation>پس از اجرا، مقصد اینجا بازخوانی و مقدار به مقدار سنجیده می‌شود.</translation>
    </message>
    <message>
        <source>Go to the migration</source>
        <translation>رفتن به مهاجرت</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>راستی‌آزمایی</translation>
    </message>
    <message>
        <source>The target is read back and compared with what was sent. Look at what differs and at what is not there, then sign off.</source>
        <translation>مقصد بازخوانی و با آنچه فرستاده شده سنجیده می‌شود. مغایرت‌ها و جاافتاده‌ها را ببینید، سپس تحویل دهید.</translation>
    </message>
    <message>
        <source>The target refused {count} records again.</source>
        <translation>مقصد باز هم {count} رکورد را نپذیرفت.</translation>
    </message>
    <message>
        <source>The target took every record now.</source>
        <translation>مقصد این بار همه‌ی رکوردها را پذیرفت.</translation>
    </message>
    <message>
        <source>The sign-off pack was written.</source>
        <translation>بسته‌ی تحویل نوشته شد.</translation>
    </message>
</context>
</TS>
