<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ApproveStrip</name>
    <message>
        <source>Who approves</source>
        <translation>نام تأییدکننده</translation>
    </message>
    <message>
        <source>What was looked at, what is still open</source>
        <translation>چه دیده شد و چه مانده است</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Approving pilot {run} opens the full run for exactly this plan and these data.</source>
        <translation>با تأیید اجرای آزمایشی {run}، اجرای کامل برای همین برنامه و همین داده‌ها باز می‌شود.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>تأیید</translation>
    </message>
</context>
<context>
    <name>ChoicePart</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>درخواستی</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>برداشته</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>چرا</translation>
    </message>
    <message>
        <source>What the pilot takes</source>
        <translation>آنچه اجرای آزمایشی برمی‌دارد</translation>
    </message>
    <message>
        <source>Parents always come along, so that every record finds what it belongs to; children as many levels deep as you ask.</source>
        <translation>والدها همیشه همراه می‌آیند تا هر رکورد به آنچه وابسته است برسد؛ فرزندان تا هر چند سطح که بخواهید.</translation>
    </message>
    <message>
        <source>The pilot takes {count} records in all</source>
        <translation>اجرای آزمایشی روی‌هم {count} رکورد برمی‌دارد</translation>
    </message>
    <message>
        <source>{covered} of {all} things to show are shown</source>
        <translation>{covered} مورد از {all} موردِ نمایاندنی پوشش یافته است</translation>
    </message>
    <message>
        <source>Not found among the ready records: {keys}</source>
        <translation>در رکوردهای آماده یافت نشد: {keys}</translation>
    </message>
    <message>
        <source>Nothing ready shows:</source>
        <translation>هیچ رکورد آماده‌ای این‌ها را نشان نمی‌دهد:</translation>
    </message>
    <message>
        <source>nothing is ready</source>
        <translation>چیزی آماده نیست</translation>
    </message>
    <message>
        <source>shows {covered}, misses {missed}</source>
        <translation>{covered} مورد را نشان می‌دهد، {missed} مورد نه</translation>
    </message>
    <message>
        <source>{count} as parents: {of}</source>
        <translation>{count} رکورد در جایگاه والد: {of}</translation>
    </message>
    <message>
        <source>{count} as children: {of}</source>
        <translation>{count} رکورد در جایگاه فرزند: {of}</translation>
    </message>
    <message>
        <source>all there are</source>
        <translation>همه‌ی رکوردها</translation>
    </message>
    <message>
        <source>chosen, no parent needed</source>
        <translation>انتخابی؛ به والد نیازی نبود</translation>
    </message>
    <message>
        <source>{count} for {entity}</source>
        <translation>{count} برای {entity}</translation>
    </message>
</context>
<context>
    <name>HowPart</name>
    <message>
        <source>How records are chosen</source>
        <translation>شیوه‌ی گزینش رکوردها</translation>
    </message>
    <message>
        <source>So many of each entity, spread over the table</source>
        <translation>چند رکورد از هر موجودیت، پخش در سراسر جدول</translation>
    </message>
    <message>
        <source>As few as show everything that occurs</source>
        <translation>کمترین رکوردهایی که همه‌چیز را نشان دهند</translation>
    </message>
    <message>
        <source>Records for which a condition holds</source>
        <translation>رکوردهایی که شرطی برایشان برقرار است</translation>
    </message>
    <message>
        <source>Records that I name</source>
        <translation>رکوردهایی که نام می‌برم</translation>
    </message>
    <message>
        <source>Records of each entity</source>
        <translation>رکورد از هر موجودیت</translation>
    </message>
    <message>
        <source>Levels of children that come along</source>
        <translation>شمار سطح‌های فرزندان همراه</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>پوشاندن داده‌های شخصی</translation>
    </message>
    <message>
        <source>Names, phones, e-mails and numbers are replaced by made-up ones of the same shape. A masked pilot has to be removed before the full run.</source>
        <translation>نام‌ها، تلفن‌ها، ایمیل‌ها و شماره‌ها با نمونه‌های ساختگیِ هم‌شکل جایگزین می‌شوند. اجرای آزمایشیِ پوشیده باید پیش از اجرای کامل برداشته شود.</translation>
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
        <source>Levels of children</source>
        <translation>سطح فرزندان</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>حداکثر</translation>
    </message>
    <message>
        <source>Condition, such as {example}</source>
        <translation>شرط، مانند {example}</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>شرط</translation>
    </message>
    <message>
        <source>Source keys, with a space or comma between</source>
        <translation>کلیدهای مبدأ، با فاصله یا ویرگول میانشان</translation>
    </message>
    <message>
        <source>Source keys</source>
        <translation>کلیدهای مبدأ</translation>
    </message>
</context>
<context>
    <name>Pilot</name>
    <message>
        <source>approved</source>
        <translation>تأییدشده</translation>
    </message>
    <message>
        <source>changed since approval</source>
        <translation>تغییر پس از تأیید</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>در انتظار تأیید</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} مغایرت</translation>
    </message>
    <message>
        <source>See what the pilot takes, then run it.</source>
        <translation>ببینید اجرای آزمایشی چه برمی‌دارد، سپس اجرایش کنید.</translation>
    </message>
    <message>
        <source>Run {run} was removed again: run another one to approve it.</source>
        <translation>اجرای {run} برگردانده شد: برای تأیید، یک بار دیگر اجرا کنید.</translation>
    </message>
    <message>
        <source>The plan changed since run {run}: run the pilot again.</source>
        <translation>برنامه پس از اجرای {run} تغییر کرده است: اجرای آزمایشی را تکرار کنید.</translation>
    </message>
    <message>
        <source>Look at the records of run {run}, then approve it.</source>
        <translation>رکوردهای اجرای {run} را ببینید، سپس تأییدش کنید.</translation>
    </message>
    <message>
        <source>Run {run} stopped: resuming goes on with it.</source>
        <translation>اجرای {run} متوقف شد: با ادامه دادن، از همان‌جا پی گرفته می‌شود.</translation>
    </message>
    <message>
        <source>Remove the {count} records again that run {run} created in the target? Records that others changed since stay and are listed.</source>
        <translation>{count} رکوردی که اجرای {run} در مقصد ساخته حذف شود؟ رکوردهایی که دیگران از آن پس تغییر داده‌اند می‌مانند و فهرست می‌شوند.</translation>
    </message>
    <message>
        <source>{removed} records were removed, {restored} got back what they held.</source>
        <translation>{removed} رکورد حذف شد و {restored} رکورد به مقدار پیشین برگشت.</translation>
    </message>
    <message>
        <source>{count} stay: others changed or use them.</source>
        <translation>{count} رکورد ماند: دیگران تغییرشان داده‌اند یا به آن‌ها ارجاع دارند.</translation>
    </message>
    <message>
        <source>The target refused {count} records of the pilot.</source>
        <translation>مقصد {count} رکورد از اجرای آزمایشی را نپذیرفت.</translation>
    </message>
</context>
<context>
    <name>PilotPage</name>
    <message>
        <source>Run the pilot</source>
        <translation>شروع اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Remove again</source>
        <translation>حذف از مقصد</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>You may stop at any time: going on later writes nothing twice.</source>
        <translation>هر زمان می‌توانید متوقف کنید: با ادامه دادن، چیزی دو بار نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Nothing was loaded yet</source>
        <translation>هنوز چیزی بارگذاری نشده است</translation>
    </message>
    <message>
        <source>The pilot writes a few complete records into the target. Here they then stand beside their source rows, field by field.</source>
        <translation>اجرای آزمایشی چند رکورد کامل را در مقصد می‌نویسد. سپس همین‌جا، فیلد به فیلد، کنار ردیف مبدأ خود دیده می‌شوند.</translation>
    </message>
    <message>
        <source>Parts of the pilot</source>
        <translation>بخش‌های اجرای آزمایشی</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>چه برمی‌دارد</translation>
    </message>
    <message>
        <source>Records beside their source</source>
        <translation>رکوردها در کنار مبدأ</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Load a few complete records, look at them in the target, then approve: the full run stays locked until then.</source>
        <translation>چند رکورد کامل را بارگذاری کنید، در مقصد ببینید و تأیید کنید: تا آن زمان اجرای کامل قفل است.</translation>
    </message>
    <message>
        <source>Run a pilot of this plan and approve it</source>
        <translation>همین برنامه را آزمایشی اجرا و تأیید کنید</translation>
    </message>
    <message>
        <source>The pilot is not approved yet</source>
        <translation>اجرای آزمایشی هنوز تأیید نشده است</translation>
    </message>
    <message>
        <source>Resume the pilot</source>
        <translation>ادامه‌ی اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>حذف شوند</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Story</source>
        <translation>سرگذشت</translation>
    </message>
    <message>
        <source>The whole way of this record</source>
        <translation>همه‌ی مسیر این رکورد</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>ستون مبدأ</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>در مبدأ</translation>
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
        <source>Fields of the record</source>
        <translation>فیلدهای رکورد</translation>
    </message>
    <message>
        <source>This record is not ready any more.</source>
        <translation>این رکورد دیگر آماده نیست.</translation>
    </message>
    <message>
        <source>in the target</source>
        <translation>در مقصد</translation>
    </message>
    <message>
        <source>refused by the target</source>
        <translation>نپذیرفته‌ی مقصد</translation>
    </message>
    <message>
        <source>waits for its parent</source>
        <translation>در انتظار والد</translation>
    </message>
    <message>
        <source>removed again</source>
        <translation>دوباره حذف شد</translation>
    </message>
    <message>
        <source>{rows} and {count} more</source>
        <translation>{rows} و {count} ردیف دیگر</translation>
    </message>
    <message>
        <source>From {rows}</source>
        <translation>از {rows}</translation>
    </message>
    <message>
        <source>From {rows} · read back {when}</source>
        <translation>از {rows} · بازخوانی {when}</translation>
    </message>
    <message>
        <source>{table} row {number}</source>
        <translation>{table} ردیف {number}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>Sent: {value}</source>
        <translation>فرستاده‌شده: {value}</translation>
    </message>
    <message>
        <source>Held: {value}</source>
        <translation>در مقصد: {value}</translation>
    </message>
</context>
<context>
    <name>RecordsPart</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>رکورد</translation>
    </message>
    <message>
        <source>Records of the pilot</source>
        <translation>رکوردهای اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Read the target again</source>
        <translation>بازخوانی دوباره‌ی مقصد</translation>
    </message>
    <message>
        <source>Removed from the target again</source>
        <translation>از مقصد حذف شد</translation>
    </message>
    <message>
        <source>{bad} of {count} records differ</source>
        <translation>{bad} رکورد از {count} مغایرت دارد</translation>
    </message>
    <message>
        <source>{count} records read back and equal</source>
        <translation>{count} رکورد بازخوانی شد و برابر است</translation>
    </message>
    <message>
        <source>{count} differ only in capitals or spaces</source>
        <translation>{count} رکورد فقط در بزرگی حروف یا فاصله تفاوت دارد</translation>
    </message>
    <message>
        <source>No record of this entity was taken.</source>
        <translation>از این موجودیت رکوردی برداشته نشد.</translation>
    </message>
    <message>
        <source>Came along as a parent of {entity}</source>
        <translation>به‌عنوان والد {entity} همراه آمد</translation>
    </message>
    <message>
        <source>Came along as a child of {entity}</source>
        <translation>به همراه {entity} و در جایگاه فرزند آن آمده است</translation>
    </message>
    <message>
        <source>Chosen to show: {what}</source>
        <translation>برای نشان دادن این‌ها برگزیده شد: {what}</translation>
    </message>
    <message>
        <source>{count} fields differ</source>
        <translation>{count} فیلد مغایرت دارد</translation>
    </message>
</context>
</TS>
