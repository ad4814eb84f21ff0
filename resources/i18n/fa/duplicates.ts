<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>BlockRow</name>
    <message>
        <source>{count} records in blocks that are too big were not compared</source>
        <translation>{count} رکورد در بلوک‌های بیش از اندازه بزرگ مقایسه نشد</translation>
    </message>
    <message>
        <source>Remove this rule: {rule}</source>
        <translation>حذف این قاعده: {rule}</translation>
    </message>
</context>
<context>
    <name>BlockingCard</name>
    <message>
        <source>Which records are compared at all</source>
        <translation>کدام رکوردها با هم مقایسه می‌شوند</translation>
    </message>
    <message>
        <source>Two records are compared when they share one of these; all else is skipped.</source>
        <translation>دو رکورد وقتی مقایسه می‌شوند که در یکی از این‌ها یکسان باشند؛ بقیه کنار گذاشته می‌شوند.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Field of a new rule</source>
        <translation>فیلد قاعده‌ی تازه</translation>
    </message>
    <message>
        <source>Part of the field</source>
        <translation>بخشی از فیلد</translation>
    </message>
    <message>
        <source>New rule: same...</source>
        <translation>قاعده‌ی تازه: یکسان در...</translation>
    </message>
    <message>
        <source>and same... (optional)</source>
        <translation>و یکسان در... (اختیاری)</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>golden record</source>
        <translation>رکورد طلایی</translation>
    </message>
    <message>
        <source>Record {number}</source>
        <translation>رکورد {number}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>ردیف {row}</translation>
    </message>
    <message>
        <source>this record is not merged</source>
        <translation>این رکورد ادغام نمی‌شود</translation>
    </message>
    <message>
        <source>goes into the golden record</source>
        <translation>به رکورد طلایی می‌رود</translation>
    </message>
    <message>
        <source>kept by you; click to let the rule choose</source>
        <translation>شما نگه داشته‌اید؛ برای سپردن به قاعده کلیک کنید</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>agrees with what is kept</source>
        <translation>با مقدار ماندگار یکسان است</translation>
    </message>
    <message>
        <source>differs; click to keep this value</source>
        <translation>متفاوت است؛ برای نگه داشتن این مقدار کلیک کنید</translation>
    </message>
    <message>
        <source>compared to find duplicates</source>
        <translation>برای یافتن تکراری‌ها مقایسه می‌شود</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Records side by side</source>
        <translation>رکوردها کنار هم</translation>
    </message>
    <message>
        <source>What merging keeps</source>
        <translation>آنچه با ادغام می‌ماند</translation>
    </message>
</context>
<context>
    <name>ComparisonRow</name>
    <message>
        <source>What {field} means</source>
        <translation>معنای {field}</translation>
    </message>
    <message>
        <source>Do not compare {field}</source>
        <translation>{field} مقایسه نشود</translation>
    </message>
</context>
<context>
    <name>ComparisonsCard</name>
    <message>
        <source>What is compared</source>
        <translation>چه چیزی مقایسه می‌شود</translation>
    </message>
    <message>
        <source>Agreement here is evidence for one and the same, difference against it.</source>
        <translation>یکسانی این فیلدها نشانه‌ی یکی بودن است و تفاوتشان نشانه‌ی خلاف آن.</translation>
    </message>
    <message>
        <source>Compare one more field</source>
        <translation>مقایسه‌ی یک فیلد دیگر</translation>
    </message>
    <message>
        <source>Compare one more field...</source>
        <translation>مقایسه‌ی یک فیلد دیگر...</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>(no name)</source>
        <translation>(بی‌نام)</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} رکورد</translation>
    </message>
    <message>
        <source>{count} pair</source>
        <translation>{count} جفت</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} جفت</translation>
    </message>
    <message>
        <source>{count} cluster</source>
        <translation>{count} خوشه</translation>
    </message>
    <message>
        <source>{count} clusters</source>
        <translation>{count} خوشه</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>در انتظار تصمیم</translation>
    </message>
    <message>
        <source>merged by rule</source>
        <translation>ادغام با قاعده</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>تصمیم‌گرفته</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Match rules</source>
        <translation>قاعده‌های تطبیق</translation>
    </message>
    <message>
        <source>Duplicates are not looked for here</source>
        <translation>اینجا تکراری‌ها جست‌وجو نمی‌شوند</translation>
    </message>
    <message>
        <source>Records of this kind are moved as they are. Turn it on under Match rules.</source>
        <translation>رکوردهای این موجودیت همان‌گونه که هستند منتقل می‌شوند. آن را در «قاعده‌های تطبیق» روشن کنید.</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>یافتن تکراری‌ها</translation>
    </message>
    <message>
        <source>Decide which records are one and the same. Click a value to keep it; keys: M merge, N not a duplicate, S skip, U undo, J and K to move.</source>
        <translation>مشخص کنید کدام رکوردها یکی هستند. برای نگه داشتن هر مقدار روی آن کلیک کنید. کلیدها: ⁦M⁩ ادغام، ⁦N⁩ تکراری نیست، ⁦S⁩ رد شدن، ⁦U⁩ واگرد، ⁦J⁩ و ⁦K⁩ جابه‌جایی.</translation>
    </message>
    <message>
        <source>{count} groups to decide</source>
        <translation>{count} گروه در انتظار تصمیم</translation>
    </message>
    <message>
        <source>Decisions that are kept, but not applied yet: {count}</source>
        <translation>تصمیم‌های ثبت‌شده‌ای که هنوز اعمال نشده‌اند: {count}</translation>
    </message>
    <message>
        <source>Duplicates are not looked for yet. Kooch can propose rules for each entity.</source>
        <translation>هنوز تکراری‌ها جست‌وجو نمی‌شوند. کوچ می‌تواند برای هر موجودیت قاعده پیشنهاد کند.</translation>
    </message>
    <message>
        <source>Suggest for all</source>
        <translation>پیشنهاد برای همه</translation>
    </message>
    <message>
        <source>{count} merged by rule</source>
        <translation>{count} ادغام با قاعده</translation>
    </message>
    <message>
        <source>{count} decided</source>
        <translation>{count} تصمیم‌گرفته</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>اکنون اعمال شود</translation>
    </message>
</context>
<context>
    <name>EvidenceChart</name>
    <message>
        <source>Before looking</source>
        <translation>پیش از بررسی</translation>
    </message>
    <message>
        <source>most records are not duplicates</source>
        <translation>بیشتر رکوردها تکراری نیستند</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>چرا این امتیاز</translation>
    </message>
    <message>
        <source>match weight {weight}</source>
        <translation>وزن تطبیق {weight}</translation>
    </message>
    <message>
        <source>says little</source>
        <translation>چیز زیادی نمی‌گوید</translation>
    </message>
    <message>
        <source>very strong for</source>
        <translation>موافقِ بسیار قوی</translation>
    </message>
    <message>
        <source>strong for</source>
        <translation>موافقِ قوی</translation>
    </message>
    <message>
        <source>for</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>strong against</source>
        <translation>مخالفِ قوی</translation>
    </message>
    <message>
        <source>against</source>
        <translation>مخالف</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Which groups</source>
        <translation>کدام گروه‌ها</translation>
    </message>
    <message>
        <source>Find a record</source>
        <translation>یافتن رکورد</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>صف بازبینی</translation>
    </message>
    <message>
        <source>To decide ({count})</source>
        <translation>در انتظار تصمیم ({count})</translation>
    </message>
    <message>
        <source>Merged by rule ({count})</source>
        <translation>ادغام با قاعده ({count})</translation>
    </message>
    <message>
        <source>Decided ({count})</source>
        <translation>تصمیم‌گرفته ({count})</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>همه ({count})</translation>
    </message>
    <message>
        <source>Group {place} of {total}</source>
        <translation>گروه {place} از {total}</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Nothing here</source>
        <translation>اینجا چیزی نیست</translation>
    </message>
    <message>
        <source>Choose another filter above the queue, or go on to the next step.</source>
        <translation>فیلتر دیگری را بالای صف برگزینید یا به مرحله‌ی بعد بروید.</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>Look for duplicates here</source>
        <translation>تکراری‌ها اینجا جست‌وجو شوند</translation>
    </message>
    <message>
        <source>Suggest rules again</source>
        <translation>پیشنهاد دوباره‌ی قاعده‌ها</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>بازگشت به صف</translation>
    </message>
</context>
<context>
    <name>ScoreHistogram</name>
    <message>
        <source>Merge by itself</source>
        <translation>ادغام خودکار</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>پرسش از کاربر</translation>
    </message>
    <message>
        <source>{low} to {high}: {pairs}</source>
        <translation>{low} تا {high}: {pairs}</translation>
    </message>
    <message>
        <source>Scores of pairs; merged by itself from {merge}, asked from {review}</source>
        <translation>امتیاز جفت‌ها؛ ادغام خودکار از {merge}، پرسش از {review}</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Merge by itself</source>
        <translation>ادغام خودکار</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>پرسش از کاربر</translation>
    </message>
    <message>
        <source>Leave apart</source>
        <translation>جدا بماند</translation>
    </message>
    <message>
        <source>{pairs}, {clusters}</source>
        <translation>{pairs}، {clusters}</translation>
    </message>
</context>
<context>
    <name>SurvivorDialog</name>
    <message>
        <source>Which value survives</source>
        <translation>کدام مقدار می‌ماند</translation>
    </message>
    <message>
        <source>Use this rule</source>
        <translation>استفاده از این قاعده</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>SurvivorRow</name>
    <message>
        <source>Which value of {field} survives</source>
        <translation>کدام مقدار {field} می‌ماند</translation>
    </message>
    <message>
        <source>like all others</source>
        <translation>مانند بقیه</translation>
    </message>
    <message>
        <source>Options of the rule for {field}</source>
        <translation>گزینه‌های قاعده‌ی {field}</translation>
    </message>
</context>
<context>
    <name>SurvivorsCard</name>
    <message>
        <source>Which value survives</source>
        <translation>کدام مقدار می‌ماند</translation>
    </message>
    <message>
        <source>What goes into the golden record when the values of merged records differ.</source>
        <translation>وقتی مقدار رکوردهای ادغام‌شده متفاوت است، کدام به رکورد طلایی می‌رود.</translation>
    </message>
</context>
<context>
    <name>Threshold</name>
    <message>
        <source>{name} from {score}</source>
        <translation>{name} از {score}</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Not a duplicate</source>
        <translation>تکراری نیست</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>رد شدن</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واگرد</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>چرا؟</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>چرا این امتیاز</translation>
    </message>
    <message>
        <source>{what} (key {key})</source>
        <translation>{what} (کلید {key})</translation>
    </message>
    <message>
        <source>{count} more not shown</source>
        <translation>{count} رکورد دیگر نمایش داده نشده</translation>
    </message>
    <message>
        <source>Merge {count} records</source>
        <translation>ادغام {count} رکورد</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>ادغام</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this score</source>
        <translation>چرا این امتیاز</translation>
    </message>
    <message>
        <source>Which pair</source>
        <translation>کدام جفت</translation>
    </message>
    <message>
        <source>Records {one} and {other}</source>
        <translation>رکوردهای {one} و {other}</translation>
    </message>
    <message>
        <source>These records were never compared with each other.</source>
        <translation>این رکوردها هرگز با هم مقایسه نشده‌اند.</translation>
    </message>
    <message>
        <source>All of it together: {score} that they are one and the same.</source>
        <translation>روی هم رفته: {score} احتمال دارد که یکی باشند.</translation>
    </message>
</context>
</TS>
