<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>AheadDialog</name>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Record in the target</source>
        <translation>رکورد در مقصد</translation>
    </message>
    <message>
        <source>Now there</source>
        <translation>اکنون در مقصد</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>نگاشت‌شده</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>پس از اجرا</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>{shown} of {total}. Double click a record for its whole story.</source>
        <translation>{shown} از {total}. برای سرگذشت کامل هر رکورد روی آن دوبار کلیک کنید.</translation>
    </message>
</context>
<context>
    <name>DeltaDialog</name>
    <message>
        <source>Newer data beside what was loaded</source>
        <translation>داده‌های تازه در کنار آنچه بارگذاری شده</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>مقایسه</translation>
    </message>
    <message>
        <source>Choose a number to see its records.</source>
        <translation>برای دیدن رکوردها عددی را برگزینید.</translation>
    </message>
    <message>
        <source>Source key</source>
        <translation>کلید مبدأ</translation>
    </message>
    <message>
        <source>Id in the target</source>
        <translation>شناسه در مقصد</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>Load only what changed</source>
        <translation>بارگذاری تغییرها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغییرکرده</translation>
    </message>
    <message>
        <source>As loaded</source>
        <translation>بی‌تغییر</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>ناپدیدشده</translation>
    </message>
    <message>
        <source>Held back now</source>
        <translation>اکنون کنارمانده</translation>
    </message>
    <message>
        <source>Regrouped</source>
        <translation>گروه عوض‌شده</translation>
    </message>
    <message>
        <source>These records will be made.</source>
        <translation>این رکوردها ساخته می‌شوند.</translation>
    </message>
    <message>
        <source>These records will be updated by the rules of the mapping.</source>
        <translation>این رکوردها با قاعده‌های نگاشت به‌روز می‌شوند.</translation>
    </message>
    <message>
        <source>These records are not sent.</source>
        <translation>این رکوردها فرستاده نمی‌شوند.</translation>
    </message>
    <message>
        <source>In the target, no longer in the sources: they are left there.</source>
        <translation>در مقصد هستند و دیگر در مبدأ نیستند: همان‌جا می‌مانند.</translation>
    </message>
    <message>
        <source>In the target, but in quarantine or merged into another now: they are left there.</source>
        <translation>در مقصد هستند، ولی اکنون در قرنطینه‌اند یا در رکورد دیگری ادغام شده‌اند: همان‌جا می‌مانند.</translation>
    </message>
    <message>
        <source>Loaded under the key of another row of the same record: not sent, so that nothing is doubled.</source>
        <translation>با کلید ردیف دیگری از همین رکورد بارگذاری شده‌اند: فرستاده نمی‌شوند تا چیزی دوباره ساخته نشود.</translation>
    </message>
    <message>
        <source>Nothing was written yet. The run can be taken back exactly.</source>
        <translation>هنوز چیزی نوشته نشده است. این اجرا را می‌شود دقیقاً بازگرداند.</translation>
    </message>
    <message>
        <source>Nothing was written yet. {count} records would not arrive.</source>
        <translation>هنوز چیزی نوشته نشده است. {count} رکورد نمی‌رسد.</translation>
    </message>
</context>
<context>
    <name>DeltaPart</name>
    <message>
        <source>See what changed</source>
        <translation>دیدن تغییرها</translation>
    </message>
    <message>
        <source>The data are newer than what was loaded. You may load only what changed: new records are made, changed ones updated, the others are not touched.</source>
        <translation>داده‌ها تازه‌تر از چیزی‌اند که بارگذاری شده است. می‌توانید فقط تغییرها را بارگذاری کنید: رکوردهای تازه ساخته و تغییرکرده‌ها به‌روز می‌شوند و به بقیه دست زده نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>EffectsPart</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Overwritten</source>
        <translation>بازنویسی‌شده</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>خالی‌شده</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>پرشده</translation>
    </message>
    <message>
        <source>Appended to</source>
        <translation>افزوده‌شده</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>دست‌نخورده</translation>
    </message>
    <message>
        <source>Values of records that are in the target already</source>
        <translation>مقدارهای رکوردهایی که از پیش در مقصدند</translation>
    </message>
</context>
<context>
    <name>Migration</name>
    <message>
        <source>run {run}: {state}</source>
        <translation>اجرای {run}: {state}</translation>
    </message>
    <message>
        <source>Approved by {who}, {when}.</source>
        <translation>تأیید {who}، {when}.</translation>
    </message>
    <message>
        <source>The target refused {count} records.</source>
        <translation>مقصد {count} رکورد را نپذیرفت.</translation>
    </message>
    <message>
        <source>The plan or its data changed since this run began.</source>
        <translation>برنامه یا داده‌ها پس از آغاز این اجرا تغییر کرده است.</translation>
    </message>
    <message>
        <source>Run {run} was taken back: {count} records removed.</source>
        <translation>اجرای {run} برگردانده شد: {count} رکورد حذف شد.</translation>
    </message>
    <message>
        <source>{count} got back what they held.</source>
        <translation>{count} رکورد به مقدار پیشین برگشت.</translation>
    </message>
    <message>
        <source>{count} stay: others changed or use them.</source>
        <translation>{count} رکورد ماند: دیگران تغییرشان داده‌اند یا به آن‌ها ارجاع دارند.</translation>
    </message>
    <message>
        <source>Load up to {count} records into {target}? This writes into the target.</source>
        <translation>حداکثر {count} رکورد در {target} بارگذاری شود؟ این کار در مقصد می‌نویسد.</translation>
    </message>
    <message>
        <source>Load {count} new records into {target}? {there} are there already. This writes into the target.</source>
        <translation>{count} رکورد تازه در {target} بارگذاری شود؟ {there} رکورد از پیش آنجاست. این کار در مقصد می‌نویسد.</translation>
    </message>
    <message>
        <source>Take run {run} back? Records that it created are removed, updated ones get back what they held. Records that others changed since stay and are listed.</source>
        <translation>اجرای {run} برگردانده شود؟ رکوردهایی که ساخته حذف می‌شوند و به‌روزشده‌ها مقدار پیشین خود را می‌گیرند. رکوردهایی که دیگران از آن پس تغییر داده‌اند می‌مانند و فهرست می‌شوند.</translation>
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
        <source>left as it is</source>
        <translation>همان که بود</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>رد شد</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>منتظر</translation>
    </message>
</context>
<context>
    <name>MigrationPage</name>
    <message>
        <source>Start loading</source>
        <translation>شروع بارگذاری</translation>
    </message>
    <message>
        <source>Go to the pilot</source>
        <translation>رفتن به اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>مکث</translation>
    </message>
    <message>
        <source>You may pause at any time and go on later: nothing is written twice.</source>
        <translation>هر زمان می‌توانید مکث کنید و بعد ادامه دهید: چیزی دو بار نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Parts of the migration</source>
        <translation>بخش‌های مهاجرت</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>پیش‌بینی</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتیجه</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>اجراها</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>مهاجرت</translation>
    </message>
    <message>
        <source>See what the run would do, then load everything. Parents go before their children; whatever stops it, resuming writes nothing twice.</source>
        <translation>ببینید اجرا چه خواهد کرد، سپس همه را بارگذاری کنید. والدها پیش از فرزندان می‌روند؛ هر چه اجرا را متوقف کند، ادامه دادن چیزی را دو بار نمی‌نویسد.</translation>
    </message>
    <message>
        <source>Everything must be loaded first</source>
        <translation>نخست همه‌ی رکوردها را بارگذاری کنید</translation>
    </message>
    <message>
        <source>The full run is locked until a pilot of exactly this plan is approved.</source>
        <translation>اجرای کامل تا تأیید اجرای آزمایشیِ همین برنامه قفل است.</translation>
    </message>
    <message>
        <source>Resume run {run}</source>
        <translation>ادامه‌ی اجرای {run}</translation>
    </message>
    <message>
        <source>The target is not ready for this load: {count} problems.</source>
        <translation>مقصد برای این بارگذاری آماده نیست: {count} مشکل.</translation>
    </message>
    <message>
        <source>The target refused {count} records: their reasons are under Verify.</source>
        <translation>مقصد {count} رکورد را نپذیرفت: علت‌ها در مرحله‌ی راستی‌آزمایی آمده است.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>برگردانده شود</translation>
    </message>
</context>
<context>
    <name>PredictionPart</name>
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
        <source>Quarantine</source>
        <translation>قرنطینه</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>آماده</translation>
    </message>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغییرکرده</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>بی‌تغییر</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>پیش‌بینی</translation>
    </message>
    <message>
        <source>Existing records…</source>
        <translation>رکوردهای موجود…</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>اجرای بدون نوشتن</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>جمع</translation>
    </message>
    <message>
        <source>Not known before a dry run</source>
        <translation>پیش از اجرای بدون نوشتن معلوم نیست</translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation>تا {count}</translation>
    </message>
    <message>
        <source>The target was not asked yet. A dry run reads what it holds and says what would become of every record; it writes nothing.</source>
        <translation>هنوز از مقصد پرسیده نشده است. اجرای بدون نوشتن آنچه را مقصد دارد می‌خواند و می‌گوید هر رکورد چه خواهد شد؛ چیزی نمی‌نویسد.</translation>
    </message>
    <message>
        <source>As the target stood on {when}. Double-click a number to see its records.</source>
        <translation>بر پایه‌ی وضع مقصد در {when}. برای دیدن رکوردهای هر عدد روی آن دوبار کلیک کنید.</translation>
    </message>
    <message>
        <source>This target cannot say beforehand what it holds: what is there already is found out while loading, and not written twice.</source>
        <translation>این مقصد از پیش نمی‌گوید چه دارد: آنچه از پیش آنجاست هنگام بارگذاری معلوم می‌شود و دو بار نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Run {run} stopped before its end. Resuming goes on where it stopped; nothing is written twice.</source>
        <translation>اجرای {run} پیش از پایان متوقف شد. با ادامه دادن، از همان‌جا پی گرفته می‌شود و چیزی دو بار نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} مورد دیگر</translation>
    </message>
    <message>
        <source>{count} tables will be created in the target first.</source>
        <translation>نخست {count} جدول در مقصد ساخته می‌شود.</translation>
    </message>
    <message>
        <source>{count} records of earlier runs are in the target, but planned no more: they stay.</source>
        <translation>{count} رکورد از اجراهای پیشین در مقصد هست که دیگر در برنامه نیست: همان‌جا می‌ماند.</translation>
    </message>
</context>
<context>
    <name>RecognitionDialog</name>
    <message>
        <source>Existing records</source>
        <translation>رکوردهای موجود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Records that are in the target already</source>
        <translation>رکوردهایی که از پیش در مقصدند</translation>
    </message>
    <message>
        <source>A record that is recognised is changed by the collision rule of each field, instead of being made a second time. What fits several records is kept back and told, never guessed.</source>
        <translation>رکوردی که شناخته شود، به‌جای دوباره ساخته شدن، با قاعده‌ی برخورد هر فیلد تغییر می‌کند. آنچه با چند رکورد جور باشد کنار می‌ماند و گفته می‌شود؛ هرگز حدس زده نمی‌شود.</translation>
    </message>
    <message>
        <source>Not looked for: made new</source>
        <translation>جست‌وجو نمی‌شود: تازه ساخته می‌شود</translation>
    </message>
    <message>
        <source>By {fields} (unique there)</source>
        <translation>با {fields} (یکتا در مقصد)</translation>
    </message>
    <message>
        <source>By {fields}</source>
        <translation>با {fields}</translation>
    </message>
    <message>
        <source>By the duplicates rules</source>
        <translation>با قاعده‌های تکراری‌یابی</translation>
    </message>
</context>
<context>
    <name>ResultPart</name>
    <message>
        <source>What was left behind…</source>
        <translation>آنچه جا مانده…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>راستی‌آزمایی</translation>
    </message>
    <message>
        <source>Nothing was migrated yet</source>
        <translation>هنوز چیزی منتقل نشده است</translation>
    </message>
    <message>
        <source>When a full run has ended, every record is accounted for here.</source>
        <translation>پس از پایان اجرای کامل، سرنوشت هر رکورد اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Run {run}</source>
        <translation>اجرای {run}</translation>
    </message>
    <message>
        <source>The account balances</source>
        <translation>حساب تراز است</translation>
    </message>
    <message>
        <source>The account does not balance</source>
        <translation>حساب تراز نیست</translation>
    </message>
    <message>
        <source>The plan or its data changed since this run: what is ready and what was loaded belong to different plans until it runs again.</source>
        <translation>برنامه یا داده‌ها پس از این اجرا تغییر کرده است: تا اجرای دوباره، آماده‌ها و بارگذاری‌شده‌ها به دو برنامه‌ی جدا تعلق دارند.</translation>
    </message>
    <message>
        <source>Every record that was planned is in the target.</source>
        <translation>هر رکوردی که در برنامه بود در مقصد است.</translation>
    </message>
    <message>
        <source>{held} records are in quarantine, {refused} were refused by the target.</source>
        <translation>{held} رکورد در قرنطینه است و {refused} رکورد را مقصد نپذیرفت.</translation>
    </message>
</context>
<context>
    <name>RunsPart</name>
    <message>
        <source>Run</source>
        <translation>اجرا</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>مدت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>چه کسی</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>رکوردها</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>اجراها</translation>
    </message>
    <message>
        <source>Take this run back</source>
        <translation>برگرداندن این اجرا</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Why it stays</source>
        <translation>چرا می‌ماند</translation>
    </message>
    <message>
        <source>Records that stay</source>
        <translation>رکوردهایی که می‌مانند</translation>
    </message>
    <message>
        <source>Nothing ran yet.</source>
        <translation>هنوز چیزی اجرا نشده است.</translation>
    </message>
</context>
<context>
    <name>ScorePart</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Foretold</source>
        <translation>پیش‌بینی</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>انجام‌شده</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Foretold wrongly</source>
        <translation>پیش‌بینی‌های نادرست</translation>
    </message>
    <message>
        <source>The dry run foretold {right} of {total} records rightly.</source>
        <translation>اجرای بدون نوشتن {right} از {total} رکورد را درست پیش‌بینی کرده بود.</translation>
    </message>
</context>
</TS>
