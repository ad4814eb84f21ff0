<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>ChangesModel</name>
    <message>
        <source>Before</source>
        <translation>پیش</translation>
    </message>
    <message>
        <source>After</source>
        <translation>پس</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>نویسه‌ها</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>Values that are shown</source>
        <translation>مقدارهایی که دیده می‌شوند</translation>
    </message>
    <message>
        <source>Changed values</source>
        <translation>مقدارهای تغییرکرده</translation>
    </message>
    <message>
        <source>Values that cannot be converted</source>
        <translation>مقدارهای تبدیل‌نشدنی</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>همه‌ی مقدارها</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>پیش و پس</translation>
    </message>
    <message>
        <source>Values before and after the step</source>
        <translation>مقدارها پیش و پس از گام</translation>
    </message>
    <message>
        <source>No step is chosen</source>
        <translation>گامی انتخاب نشده است</translation>
    </message>
    <message>
        <source>Choose a step of the recipe to see what it does to real values.</source>
        <translation>یکی از گام‌ها را انتخاب کنید تا کار آن را روی مقدارهای واقعی ببینید.</translation>
    </message>
    <message>
        <source>The step cannot run yet</source>
        <translation>این گام هنوز اجراشدنی نیست</translation>
    </message>
    <message>
        <source>Every value can be converted</source>
        <translation>همه‌ی مقدارها تبدیل می‌شوند</translation>
    </message>
    <message>
        <source>Nothing would go into quarantine or be emptied.</source>
        <translation>چیزی به قرنطینه نمی‌رود و خالی نمی‌شود.</translation>
    </message>
    <message>
        <source>Nothing changes here</source>
        <translation>چیزی تغییر نمی‌کند</translation>
    </message>
    <message>
        <source>But some values cannot be converted: choose them above to see them.</source>
        <translation>اما برخی مقدارها تبدیل نمی‌شوند: برای دیدنشان از فهرست بالا انتخاب کنید.</translation>
    </message>
    <message>
        <source>The values of this field are as this step would make them. It does no harm, and it works again when new data comes.</source>
        <translation>مقدارهای این فیلد هم‌اکنون همان‌اند که این گام می‌سازد. بودنش زیانی ندارد و با آمدن داده‌ی تازه باز به کار می‌آید.</translation>
    </message>
    <message>
        <source>No value changes.</source>
        <translation>هیچ مقداری تغییر نمی‌کند.</translation>
    </message>
    <message>
        <source>{values} different values change, in {rows} rows.</source>
        <translation>{values} مقدار متفاوت در {rows} ردیف تغییر می‌کند.</translation>
    </message>
    <message>
        <source>{rows} rows become empty.</source>
        <translation>{rows} ردیف خالی می‌شود.</translation>
    </message>
    <message>
        <source>{rows} rows hold a value that cannot be converted.</source>
        <translation>{rows} ردیف مقداری دارد که تبدیل نمی‌شود.</translation>
    </message>
    <message>
        <source>Looked at the {count} most frequent values.</source>
        <translation>{count} مقدار پرتکرار بررسی شد.</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Keep it as it is</source>
        <translation>همان که هست بماند</translation>
    </message>
    <message>
        <source>Make it empty</source>
        <translation>خالی شود</translation>
    </message>
    <message>
        <source>Hold the row back</source>
        <translation>ردیف نگه داشته شود</translation>
    </message>
    <message>
        <source>The value travels on unchanged, with a warning.</source>
        <translation>مقدار بی‌تغییر می‌ماند و هشداری ثبت می‌شود.</translation>
    </message>
    <message>
        <source>The field stays empty, with a warning; the row travels on.</source>
        <translation>فیلد خالی می‌ماند و هشداری ثبت می‌شود؛ ردیف به راهش ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>The row waits in quarantine until somebody corrects it.</source>
        <translation>ردیف در قرنطینه می‌ماند تا کسی آن را اصلاح کند.</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>واژه‌های یکسان</translation>
    </message>
    <message>
        <source>Same letters</source>
        <translation>حروف یکسان</translation>
    </message>
    <message>
        <source>Same sound</source>
        <translation>هم‌آوا</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>نزدیک به هم</translation>
    </message>
    <message>
        <source>The same words in any order; case, accents, punctuation and keyboard do not count.</source>
        <translation>واژه‌های یکسان به هر ترتیب؛ بزرگی حروف، اعراب، نشانه‌گذاری و صفحه‌کلید مهم نیست.</translation>
    </message>
    <message>
        <source>The same pairs of letters; spaces do not count either.</source>
        <translation>جفت‌حرف‌های یکسان؛ فاصله‌ها هم مهم نیست.</translation>
    </message>
    <message>
        <source>Letters that sound alike count as one, in Persian and in Latin script.</source>
        <translation>حروف هم‌آوا یکی شمرده می‌شوند، در خط فارسی و لاتین.</translation>
    </message>
    <message>
        <source>A few letters differ. Look closely: not all of these mean the same.</source>
        <translation>در چند حرف تفاوت دارند. با دقت نگاه کنید: همه‌ی آن‌ها هم‌معنا نیستند.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(خالی)</translation>
    </message>
</context>
<context>
    <name>CleaningPage</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Recipe or values</source>
        <translation>گام‌ها یا مقدارها</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>گام‌ها</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
    <message>
        <source>Suggest steps</source>
        <translation>پیشنهاد گام</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>پاک‌سازی</translation>
    </message>
    <message>
        <source>Steps that put values in order, always the same way, also when new data comes. Nothing is changed in the sources, and every step can be switched off or undone.</source>
        <translation>گام‌هایی که مقدارها را همیشه یکسان مرتب می‌کنند، برای داده‌های تازه نیز. در مبدأ چیزی تغییر نمی‌کند و هر گام را می‌توان خاموش یا واگرد کرد.</translation>
    </message>
    <message>
        <source>Nothing to clean yet</source>
        <translation>هنوز چیزی برای پاک‌سازی نیست</translation>
    </message>
    <message>
        <source>Map fields of the sources to the target first: their values are cleaned here.</source>
        <translation>نخست فیلدهای مبدأ را به مقصد نگاشت کنید؛ مقدارهای آن‌ها این‌جا پاک‌سازی می‌شود.</translation>
    </message>
    <message>
        <source>Go to mapping</source>
        <translation>رفتن به نگاشت</translation>
    </message>
    <message>
        <source>{entity} – {rows} rows</source>
        <translation>{entity} – {rows} ردیف</translation>
    </message>
    <message>
        <source>No entity has a recipe yet. Kooch can propose one for each.</source>
        <translation>هنوز هیچ موجودیتی گامی ندارد. کوچ می‌تواند برای هر کدام پیشنهاد بدهد.</translation>
    </message>
    <message>
        <source>Suggest for all</source>
        <translation>پیشنهاد برای همه</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} گام</translation>
    </message>
    <message>
        <source>{count} values changed</source>
        <translation>{count} مقدار تغییر کرد</translation>
    </message>
    <message>
        <source>{count} could not be converted</source>
        <translation>{count} مقدار تبدیل نشد</translation>
    </message>
</context>
<context>
    <name>FacetCard</name>
    <message>
        <source>Values</source>
        <translation>مقدارها</translation>
    </message>
    <message>
        <source>Search the values</source>
        <translation>جست‌وجو در مقدارها</translation>
    </message>
    <message>
        <source>New value; nothing: empty</source>
        <translation>مقدار تازه؛ هیچ: خالی</translation>
    </message>
    <message>
        <source>New value for the chosen values</source>
        <translation>مقدار تازه برای مقدارهای انتخاب‌شده</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Values and how many rows hold them</source>
        <translation>مقدارها و شمار ردیف‌هایشان</translation>
    </message>
    <message>
        <source>{found} different values; {empty} of {rows} rows are empty.</source>
        <translation>{found} مقدار متفاوت؛ {empty} از {rows} ردیف خالی است.</translation>
    </message>
    <message>
        <source>The first {count} are shown: search for others.</source>
        <translation>{count} مقدار نخست دیده می‌شود: بقیه را جست‌وجو کنید.</translation>
    </message>
</context>
<context>
    <name>FieldsBox</name>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Fields that are read, in order</source>
        <translation>فیلدهایی که خوانده می‌شوند، به ترتیب</translation>
    </message>
    <message>
        <source>Result goes to</source>
        <translation>نتیجه در</translation>
    </message>
    <message>
        <source>Fields, in order</source>
        <translation>فیلدها، به ترتیب</translation>
    </message>
    <message>
        <source>the same field</source>
        <translation>همین فیلد</translation>
    </message>
</context>
<context>
    <name>GroupsCard</name>
    <message>
        <source>How values are alike</source>
        <translation>گونه‌ی شباهت</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>همه‌ی گروه‌ها</translation>
    </message>
    <message>
        <source>Make alike</source>
        <translation>یکدست کن</translation>
    </message>
    <message>
        <source>Similar values</source>
        <translation>مقدارهای مشابه</translation>
    </message>
    <message>
        <source>Groups of similar values</source>
        <translation>گروه‌های مقدارهای مشابه</translation>
    </message>
    <message>
        <source>Only the {count} most frequent values were compared.</source>
        <translation>فقط {count} مقدار پرتکرار مقایسه شد.</translation>
    </message>
    <message>
        <source>No such values here</source>
        <translation>چنین مقدارهایی نیست</translation>
    </message>
    <message>
        <source>Try another kind of likeness, or another field.</source>
        <translation>گونه‌ی دیگری از شباهت یا فیلد دیگری را بیازمایید.</translation>
    </message>
    <message>
        <source>Make alike ({count})</source>
        <translation>یکدست کن ({count})</translation>
    </message>
</context>
<context>
    <name>GroupsDelegate</name>
    <message>
        <source>What these values shall read</source>
        <translation>این مقدارها چه باشند</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>{values} become {chosen}</source>
        <translation>{values} می‌شوند {chosen}</translation>
    </message>
</context>
<context>
    <name>RecipeList</name>
    <message>
        <source>Steps of the recipe, in order</source>
        <translation>گام‌ها به ترتیب</translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source>{count} values changed</source>
        <translation>{count} مقدار تغییر کرد</translation>
    </message>
</context>
<context>
    <name>RecipePane</name>
    <message>
        <source>Recipe</source>
        <translation>گام‌ها</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>هنوز گامی نیست</translation>
    </message>
    <message>
        <source>Rows of this entity go on as they were mapped. Add a step, or let Kooch suggest the usual housekeeping.</source>
        <translation>ردیف‌های این موجودیت همان‌گونه که نگاشت شده‌اند پیش می‌روند. گامی بیفزایید یا بگذارید کوچ پاک‌سازی معمول را پیشنهاد کند.</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>افزودن گام</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>بالاتر (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>پایین‌تر (Alt+Down)</translation>
    </message>
    <message>
        <source>Take this step out (Delete)</source>
        <translation>حذف این گام (Delete)</translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>Fill from a source table</source>
        <translation>پر کردن از جدول مبدأ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Look in the column</source>
        <translation>جست‌وجو در ستون</translation>
    </message>
    <message>
        <source>Take the column</source>
        <translation>برداشتن از ستون</translation>
    </message>
    <message>
        <source>Take these values</source>
        <translation>برداشتن این مقدارها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>The values are copied into the step. To use another file, add it as a source first.</source>
        <translation>مقدارها در گام رونوشت می‌شوند. برای به‌کار بردن پرونده‌ای دیگر، نخست آن را مبدأ کنید.</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} ردیف</translation>
    </message>
    <message>
        <source>No source table was read yet.</source>
        <translation>هنوز هیچ جدولی از مبدأ خوانده نشده است.</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Why this step is here</source>
        <translation>این گام برای چیست</translation>
    </message>
    <message>
        <source>Fill from a source table…</source>
        <translation>پر کردن از جدول مبدأ…</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>ثبت تغییر</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>رها کردن</translation>
    </message>
    <message>
        <source>A value that cannot be converted</source>
        <translation>مقداری که تبدیل نمی‌شود</translation>
    </message>
    <message>
        <source>Add this step</source>
        <translation>افزودن این گام</translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message>
        <source>Suggested steps</source>
        <translation>گام‌های پیشنهادی</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>گام</translation>
    </message>
    <message>
        <source>Rows it changes now</source>
        <translation>ردیف‌هایی که اکنون تغییر می‌دهد</translation>
    </message>
    <message>
        <source>Looking at the fields…</source>
        <translation>در حال بررسی فیلدها…</translation>
    </message>
    <message>
        <source>Only steps that change something now</source>
        <translation>فقط گام‌هایی که اکنون چیزی را تغییر می‌دهند</translation>
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
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Add {count} steps</source>
        <translation>افزودن {count} گام</translation>
    </message>
    <message>
        <source>Nothing to suggest: the usual housekeeping is in the recipe or done by the mapping already.</source>
        <translation>پیشنهادی نیست: پاک‌سازی معمول در گام‌ها هست یا نگاشت آن را انجام می‌دهد.</translation>
    </message>
    <message>
        <source>Trimming spaces, emptying placeholders such as “-” and unifying Persian letters, for each field that needs it. Steps that change nothing now are of use when new data comes.</source>
        <translation>پیراستن فاصله‌ها، خالی کردن جای‌نگهدارهایی مانند «-» و یکسان‌سازی حروف فارسی، برای هر فیلدی که لازم دارد. گام‌هایی که اکنون چیزی را تغییر نمی‌دهند با آمدن داده‌ی تازه به کار می‌آیند.</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
</context>
<context>
    <name>ValuesWork</name>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>as the recipe leaves it</source>
        <translation>پس از اجرای گام‌ها</translation>
    </message>
    <message>
        <source>{field} – {count} different</source>
        <translation>{field} – {count} متفاوت</translation>
    </message>
</context>
</TS>
