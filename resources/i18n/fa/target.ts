<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>Consequences</name>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Field that vanishes</source>
        <translation>فیلدی که از میان می‌رود</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>ساخته از</translation>
    </message>
    <message>
        <source>Mapped fields that vanish</source>
        <translation>فیلدهای نگاشت‌شده‌ای که از میان می‌روند</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>با این حال انتخاب شود</translation>
    </message>
    <message>
        <source>Back to the choice</source>
        <translation>بازگشت به انتخاب</translation>
    </message>
    <message>
        <source>Before {place} becomes the target</source>
        <translation>پیش از آن‌که {place} مقصد شود</translation>
    </message>
    <message>
        <source>{count} mapped fields stay</source>
        <translation>{count} فیلد نگاشت‌شده می‌ماند</translation>
    </message>
    <message>
        <source>{count} mapped fields vanish</source>
        <translation>{count} فیلد نگاشت‌شده از میان می‌رود</translation>
    </message>
    <message>
        <source>The target is not what it was. The mapping stays; the rows that this touches wait for a decision:</source>
        <translation>مقصد با پیش فرق کرده است. نگاشت می‌ماند؛ ردیف‌هایی که این تغییر به آن‌ها می‌رسد نیازمند تصمیم است:</translation>
    </message>
    <message>
        <source>The target is not what it was; no mapped field is touched:</source>
        <translation>مقصد با پیش فرق کرده است؛ به هیچ فیلد نگاشت‌شده‌ای نرسیده است:</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} مورد دیگر</translation>
    </message>
    <message>
        <source>Rows of this project lie in the present target. They stay there; take the loads back first if they shall not.</source>
        <translation>ردیف‌هایی از این پروژه در مقصد کنونی هست و همان‌جا می‌ماند؛ اگر نباید بماند، نخست بارگذاری‌ها را برگردانید.</translation>
    </message>
    <message>
        <source>The other target does not have these fields: their mapping leaves the plan. Undo brings it back.</source>
        <translation>مقصد تازه این فیلدها را ندارد و نگاشت آن‌ها از برنامه حذف می‌شود؛ «واگرد» آن را برمی‌گرداند.</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Text, up to {length}</source>
        <translation>متن، تا {length} نویسه</translation>
    </message>
    <message>
        <source>Number, {scale} decimals</source>
        <translation>عدد، {scale} رقم اعشار</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} مقدار</translation>
    </message>
    <message>
        <source>key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>required</source>
        <translation>الزامی</translation>
    </message>
    <message>
        <source>no repeats</source>
        <translation>بی‌تکرار</translation>
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
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Number, approximate</source>
        <translation>عدد تقریبی</translation>
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
        <source>Identifier (UUID)</source>
        <translation>شناسه (UUID)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
</context>
<context>
    <name>SchemaBrowser</name>
    <message>
        <source>Search entities and fields</source>
        <translation>جست‌وجوی موجودیت‌ها و فیلدها</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>فیلدها</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>نگاشت‌شده</translation>
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
        <source>Name there</source>
        <translation>نام در مقصد</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>چه می‌پذیرد</translation>
    </message>
    <message>
        <source>Values or link</source>
        <translation>مقدارها یا پیوند</translation>
    </message>
    <message>
        <source>mapped</source>
        <translation>نگاشت‌شده</translation>
    </message>
    <message>
        <source>Holds the key of a record of {entity}.</source>
        <translation>کلید رکوردی از «{entity}» را نگه می‌دارد.</translation>
    </message>
    <message>
        <source>The target fills it by itself when nothing is sent.</source>
        <translation>اگر چیزی فرستاده نشود، مقصد خودش آن را پر می‌کند.</translation>
    </message>
    <message>
        <source>Allowed values: {values}</source>
        <translation>مقدارهای مجاز: {values}</translation>
    </message>
</context>
<context>
    <name>TargetChooser</name>
    <message>
        <source>File of the new CRM</source>
        <translation>پرونده‌ی CRM تازه</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite);;All files (*)</source>
        <translation>پایگاه داده‌ی SQLite (*.sqlite);;همه‌ی پرونده‌ها (*)</translation>
    </message>
    <message>
        <source>Take the tables that are there</source>
        <translation>همان جدول‌های موجود</translation>
    </message>
    <message>
        <source>Make Kooch&apos;s CRM tables there</source>
        <translation>ساختن جدول‌های CRM کوچ در آنجا</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>پوشه‌ی پرونده‌ها</translation>
    </message>
    <message>
        <source>CSV files (UTF-8)</source>
        <translation>پرونده‌های CSV (UTF-8)</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>کارپوشه‌های اکسل</translation>
    </message>
    <message>
        <source>Use this target</source>
        <translation>انتخاب این مقصد</translation>
    </message>
    <message>
        <source>Keep the present one</source>
        <translation>همین مقصد بماند</translation>
    </message>
    <message>
        <source>Choose where it shall be.</source>
        <translation>جای آن را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Where do the data go?</source>
        <translation>داده‌ها به کجا می‌روند؟</translation>
    </message>
    <message>
        <source>A new CRM file</source>
        <translation>یک پرونده‌ی CRM تازه</translation>
    </message>
    <message>
        <source>A database</source>
        <translation>یک پایگاه داده</translation>
    </message>
    <message>
        <source>A folder of files</source>
        <translation>پوشه‌ای از پرونده‌ها</translation>
    </message>
    <message>
        <source>Kooch makes a CRM in one SQLite file: accounts, contacts, leads, products, orders and more. Good for a trial, and for systems that take the file over.</source>
        <translation>کوچ یک CRM در یک پرونده‌ی SQLite می‌سازد: شرکت‌ها، مخاطبان، سرنخ‌ها، کالاها، سفارش‌ها و جز این‌ها. برای آزمودن، و برای سامانه‌هایی که خود پرونده را تحویل می‌گیرند.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>One file for each entity, for systems that import files.</source>
        <translation>برای هر موجودیت یک پرونده؛ برای سامانه‌هایی که پرونده وارد می‌کنند.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message>
        <source>Test</source>
        <translation>آزمودن</translation>
    </message>
    <message>
        <source>Another target</source>
        <translation>مقصدی دیگر</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>مقصد</translation>
    </message>
    <message>
        <source>Where the data go, and what fits into every field there. Nothing is written before the pilot.</source>
        <translation>داده‌ها به کجا می‌روند و هر فیلد آنجا چه می‌پذیرد. پیش از اجرای آزمایشی چیزی نوشته نمی‌شود.</translation>
    </message>
    <message>
        <source>Choose a target first.</source>
        <translation>نخست مقصد را انتخاب کنید.</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>انتخاب دوباره</translation>
    </message>
    <message>
        <source>This computer has no keyring: the password is forgotten when Kooch is closed.</source>
        <translation>این رایانه دسته‌کلید ندارد؛ با بستن کوچ گذرواژه فراموش می‌شود.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و {count} مورد دیگر</translation>
    </message>
    <message>
        <source>The place is free: the pilot makes the tables there.</source>
        <translation>جای مقصد آزاد است؛ اجرای آزمایشی جدول‌ها را آنجا می‌سازد.</translation>
    </message>
    <message>
        <source>The target answers: {count} of its tables are there.</source>
        <translation>مقصد پاسخ می‌دهد: {count} جدول آن سر جایش است.</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>در دسترس نیست</translation>
    </message>
    <message>
        <source>made by the pilot</source>
        <translation>در اجرای آزمایشی ساخته می‌شود</translation>
    </message>
    <message>
        <source>differs from the plan</source>
        <translation>متفاوت با برنامه</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>سر جایش است</translation>
    </message>
</context>
</TS>
