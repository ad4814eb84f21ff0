<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
<context>
    <name>EntryDialog</name>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>This project</source>
        <translation>این پروژه</translation>
    </message>
    <message>
        <source>Whose data are moved</source>
        <translation>داده‌های چه کسی منتقل می‌شود</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>باز کردن پوشه</translation>
    </message>
    <message>
        <source>Made on {date} by {who}.</source>
        <translation>ساخته‌شده در {date} توسط {who}.</translation>
    </message>
    <message>
        <source>Decisions: {plan} MB, working data: {staging} MB.</source>
        <translation>تصمیم‌ها: {plan} مگابایت، داده‌های کاری: {staging} مگابایت.</translation>
    </message>
    <message>
        <source>The ids of the records in the target are made of this name, so it can never change once rows were loaded.</source>
        <translation>شناسه‌ی رکوردها در مقصد از این نام ساخته می‌شود؛ پس از نخستین بارگذاری دیگر تغییر نمی‌کند.</translation>
    </message>
    <message>
        <source>Rows were loaded under this name: it stays, because their ids in the target are made of it.</source>
        <translation>ردیف‌هایی با این نام بارگذاری شده‌اند و شناسه‌ی آن‌ها در مقصد از همین نام است؛ برای همین دیگر تغییر نمی‌کند.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>مشتری</translation>
    </message>
    <message>
        <source>Legacy system</source>
        <translation>سامانه‌ی قدیمی</translation>
    </message>
    <message>
        <source>Language of reports and documents</source>
        <translation>زبان گزارش‌ها و مدارک</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>محل نگهداری</translation>
    </message>
    <message>
        <source>Every change is saved at once. Passwords are never kept here, but in the keyring of this computer.</source>
        <translation>هر تغییر بی‌درنگ ذخیره می‌شود. گذرواژه‌ها هرگز اینجا نگهداری نمی‌شوند؛ جایشان دسته‌کلید همین رایانه است.</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Add a goal</source>
        <translation>افزودن هدف</translation>
    </message>
    <message>
        <source>Change a goal</source>
        <translation>تغییر هدف</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>فیلدی را برگزینید</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>دست‌کم</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>حداکثر</translation>
    </message>
    <message>
        <source>Choose the field that has to be filled.</source>
        <translation>فیلدی را که باید پر باشد برگزینید.</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>موجودیت</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>چه چیزی سنجیده می‌شود</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>فیلد</translation>
    </message>
    <message>
        <source>Goals about an entity or a field can be added once the target is chosen.</source>
        <translation>پس از انتخاب مقصد می‌توان برای هر موجودیت یا فیلد هم هدف گذاشت.</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>حد</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>درصد</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>هدف</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>{entity}: “{field}” is filled</source>
        <translation>{entity}: پر بودن «{field}»</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>هنوز نامعلوم</translation>
    </message>
    <message>
        <source>The plan changed since this was measured.</source>
        <translation>پس از این سنجش، برنامه تغییر کرده است.</translation>
    </message>
    <message>
        <source>met</source>
        <translation>برآورده</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>برآورده نشده</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>افزودن: {what}</translation>
    </message>
    <message>
        <source>Change the chosen entry</source>
        <translation>تغییر مورد انتخاب‌شده</translation>
    </message>
    <message>
        <source>Remove the chosen entry</source>
        <translation>حذف مورد انتخاب‌شده</translation>
    </message>
</context>
<context>
    <name>MilestoneDialog</name>
    <message>
        <source>Add a date</source>
        <translation>افزودن موعد</translation>
    </message>
    <message>
        <source>Change a date</source>
        <translation>تغییر موعد</translation>
    </message>
    <message>
        <source>Mapping signed</source>
        <translation>امضای نگاشت</translation>
    </message>
    <message>
        <source>Pilot approved</source>
        <translation>تأیید اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Legacy system read-only</source>
        <translation>فقط‌خواندنی شدن سامانه‌ی قدیمی</translation>
    </message>
    <message>
        <source>Full run</source>
        <translation>اجرای کامل</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>شروع کار با سامانه‌ی جدید</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>امضای پایان کار</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>چه کاری</translation>
    </message>
    <message>
        <source>Write what is due.</source>
        <translation>بنویسید در این موعد چه کاری انجام می‌شود.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>افزودن فرد</translation>
    </message>
    <message>
        <source>Change a person</source>
        <translation>تغییر مشخصات فرد</translation>
    </message>
    <message>
        <source>Project lead</source>
        <translation>مدیر پروژه</translation>
    </message>
    <message>
        <source>Owner of the data</source>
        <translation>مالک داده‌ها</translation>
    </message>
    <message>
        <source>Decides duplicates</source>
        <translation>تصمیم‌گیر تکراری‌ها</translation>
    </message>
    <message>
        <source>CRM administrator</source>
        <translation>راهبر CRM</translation>
    </message>
    <message>
        <source>Approves the pilot</source>
        <translation>تأییدکننده‌ی اجرای آزمایشی</translation>
    </message>
    <message>
        <source>Signs off</source>
        <translation>امضاکننده‌ی نهایی</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>نام فرد را بنویسید.</translation>
    </message>
</context>
<context>
    <name>ProjectPage</name>
    <message>
        <source>Goals</source>
        <translation>هدف‌ها</translation>
    </message>
    <message>
        <source>Say in numbers when the migration is good: mobile numbers filled above 95 %, duplicates below 1 %. They are measured all along and stand in the report.</source>
        <translation>با عدد بگویید مهاجرت چه وقت خوب است: مثلاً پر بودن تلفن همراه بالای ۹۵٪ و تکراری‌ها زیر ۱٪. هدف‌ها در تمام مسیر سنجیده می‌شوند و در گزارش می‌آیند.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>هدف</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>حد</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>وضع کنونی</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>برنامه‌ی زمانی</translation>
    </message>
    <message>
        <source>Dates that people agreed on: the pilot, the full run, going live.</source>
        <translation>موعدهای توافق‌شده: اجرای آزمایشی، اجرای کامل، شروع کار.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چه</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>People</source>
        <translation>افراد</translation>
    </message>
    <message>
        <source>Who owns the data, who decides, who signs.</source>
        <translation>چه کسی مالک داده‌هاست، چه کسی تصمیم می‌گیرد، چه کسی امضا می‌کند.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>What is moved, for whom, and how good it has to be. Continue when you know your goals; all of it can be changed later.</source>
        <translation>چه چیزی، برای چه کسی و با چه کیفیتی منتقل می‌شود. هدف‌ها که روشن شد ادامه دهید؛ همه‌ی این‌ها بعداً هم قابل تغییر است.</translation>
    </message>
    <message>
        <source>{met} of {all} goals met</source>
        <translation>{met} از {all} هدف برآورده شده</translation>
    </message>
    <message>
        <source>measured before the last change</source>
        <translation>سنجش پیش از آخرین تغییر</translation>
    </message>
</context>
</TS>
