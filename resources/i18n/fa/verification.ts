<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>CausesPart</name>
    <message>
        <source>Records</source>
        <translation>رکورد</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>علت</translation>
    </message>
    <message>
        <source>Who refused</source>
        <translation>چه کسی نپذیرفت</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>برای نمونه</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>علت‌ها</translation>
    </message>
    <message>
        <source>Go to validation</source>
        <translation>رفتن به اعتبارسنجی</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>خروجی Excel</translation>
    </message>
    <message>
        <source>Send refused ones again</source>
        <translation>ارسال دوباره‌ی ردشده‌ها</translation>
    </message>
    <message>
        <source>Nothing was left behind</source>
        <translation>چیزی جا نماند</translation>
    </message>
    <message>
        <source>No record is in quarantine, and the target refused none.</source>
        <translation>هیچ رکوردی در قرنطینه نیست و مقصد هیچ رکوردی را رد نکرده است.</translation>
    </message>
    <message>
        <source>Mend the cause in the target or here, then send them again: what is there already is not written twice.</source>
        <translation>علت را در مقصد یا همین‌جا برطرف کنید و دوباره بفرستید: آنچه از پیش آنجاست دو بار نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>In quarantine: the target never saw these records.</source>
        <translation>در قرنطینه: مقصد این رکوردها را ندیده است.</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>our checks</source>
        <translation>بررسی‌های ما</translation>
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
        <source>Sum of what was sent</source>
        <translation>جمع فرستاده‌شده</translation>
    </message>
    <message>
        <source>Sum in the target</source>
        <translation>جمع در مقصد</translation>
    </message>
    <message>
        <source>Control totals</source>
        <translation>جمع‌های کنترلی</translation>
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
        <source>{count} reasons were written to {file}.</source>
        <translation>{count} علت در {file} نوشته شد.</translation>
    </message>
    <message>
        <source>The sign-off pack was written.</source>
        <translation>بسته‌ی تحویل نوشته شد.</translation>
    </message>
</context>
</TS>
