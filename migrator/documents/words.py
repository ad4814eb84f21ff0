"""The words of the mapping document in files, in every language."""

from __future__ import annotations

from migrator.model.text import Text

TITLE = Text("Mapping document", "سند نگاشت")
COLUMNS = {
    "table": Text("Source table", "جدول مبدأ"),
    "field": Text("Target field", "فیلد مقصد"),
    "name": Text("Name in the target", "نام در مقصد"),
    "sources": Text("Source columns", "ستون‌های مبدأ"),
    "steps": Text("Transforms", "تبدیل‌ها"),
    "values": Text("Value map", "جدول مقدارها"),
    "lookup": Text("Lookup", "ارجاع"),
    "default": Text("Default or fixed value", "مقدار پیش‌فرض یا ثابت"),
    "collision": Text("If the target has a value", "اگر مقصد مقدار دارد"),
    "status": Text("Status", "وضعیت"),
    "owner": Text("Owner", "مسئول"),
    "note": Text("Note", "یادداشت"),
    "comments": Text("Comments", "دیدگاه‌ها"),
    "changed": Text("Last change", "آخرین تغییر"),
    "confidence": Text("Confidence", "اطمینان"),
    "evidence": Text("Why it was proposed", "دلیل پیشنهاد"),
    "before": Text("Sample before", "نمونه، پیش از تبدیل"),
    "after": Text("Sample after", "نمونه، پس از تبدیل"),
    "sample": Text("Sample", "نمونه"),
    "type": Text("Type", "نوع"),
    "length": Text("Length", "طول"),
    "required": Text("Required", "الزامی"),
    "picklist": Text("Picklist", "فهرست انتخاب"),
    "legacy": Text("Legacy value", "مقدار قدیم"),
    "count": Text("Rows", "ردیف‌ها"),
    "value": Text("Value in the target", "مقدار در مقصد"),
    "column": Text("Source column", "ستون مبدأ"),
    "samples": Text("Frequent values", "مقدارهای پرتکرار"),
    "left_out": Text("Left out because", "دلیل کنار گذاشتن"),
    "definition": Text("Definition in the target", "تعریف در مقصد"),
    "word": Text("Word", "واژه"),
    "meaning": Text("Meaning", "معنا"),
}
SHEETS = {
    "about": Text("Read me", "راهنما"),
    "values": Text("Value maps", "جدول مقدارها"),
    "columns": Text("Columns without a field", "ستون‌های بی‌فیلد"),
    "glossary": Text("Glossary", "واژه‌نامه"),
}
TYPES = {
    "text": Text("text", "متن"),
    "integer": Text("whole number", "عدد صحیح"),
    "decimal": Text("decimal", "اعشاری"),
    "float": Text("number", "عدد"),
    "boolean": Text("yes or no", "بله یا خیر"),
    "date": Text("date", "تاریخ"),
    "time": Text("time", "ساعت"),
    "datetime": Text("date and time", "تاریخ و ساعت"),
    "uuid": Text("unique id", "شناسه‌ی یکتا"),
    "binary": Text("binary", "دودویی"),
}
EMPTY = Text("(empty)", "(خالی)")  # a value map makes the value empty
NOTHING = Text("(nothing)", "(هیچ)")
YES = Text("required", "الزامی")
VALUES_OF = Text("{count} values, see the sheet “{sheet}”", "{count} مقدار، برگه‌ی «{sheet}»")
FACTS = {
    "project": Text("Project", "پروژه"),
    "customer": Text("Customer", "مشتری"),
    "version": Text("Version", "نسخه"),
    "exported": Text("Exported", "تاریخ برون‌بری"),
    "by": Text("By", "به دست"),
    "rows": Text("Mapped fields", "فیلدهای نگاشت‌شده"),
    "review": Text("Waiting for agreement", "در انتظار توافق"),
    "missing": Text("Required fields that nothing fills", "فیلدهای الزامی بی‌نگاشت"),
    "open": Text("Columns nobody decided about", "ستون‌های بلاتکلیف"),
    "idle": Text("Kept tables that feed nothing", "جدول‌های نگه‌داشته که چیزی را پر نمی‌کنند"),
    "unfed": Text("Entities that nothing feeds", "موجودیت‌های بی‌نگاشت"),
}
HOW_TITLE = Text("How to work with this file", "شیوه‌ی کار با این پرونده")
HOW = (
    Text(
        "Each entity of the target has a sheet with one line per field, also for fields that"
        " nothing fills yet.",
        "هر موجودیت مقصد برگه‌ای دارد و هر فیلد آن یک سطر، حتی فیلدی که هنوز چیزی پرش نمی‌کند.",
    ),
    Text(
        "Change the cells on a yellow ground: columns, default, the rule for existing values,"
        " status, owner, note; the target value in “Value maps”; the reason in “Columns without a"
        " field”. Everything else is locked.",
        "خانه‌های زردرنگ را تغییر دهید: ستون‌ها، مقدار پیش‌فرض، قاعده‌ی مقدار موجود، وضعیت، مسئول،"
        " یادداشت؛ «مقدار در مقصد» در «جدول مقدارها»؛ و دلیل در «ستون‌های بی‌فیلد»."
        " بقیه قفل است.",
    ),
    Text(
        "Choose from the list of a cell, or type. Write several columns with + between them.",
        "از فهرست هر خانه برگزینید یا بنویسید. میان چند ستون + بگذارید.",
    ),
    Text(
        "Do not add or delete lines. Sorting, filtering and other columns at the side do no harm.",
        "سطری نیفزایید و حذف نکنید. مرتب‌سازی، پالایه و ستون‌های تازه در کناره زیانی ندارد.",
    ),
    Text(
        "Send the file back. Kooch shows every change with its cell, and somebody accepts or"
        " rejects it; several copies may come back.",
        "پرونده را پس بفرستید. کوچ هر تغییر را با نشانی خانه‌اش نشان می‌دهد تا پذیرفته یا رد شود؛"
        " می‌شود چند نسخه از پرونده را جدا پر کرد.",
    ),
)
GLOSSARY = (
    (Text("entity", "موجودیت"), Text("A kind of record of the target, such as an account.",
     "گونه‌ای رکورد در مقصد، مانند شرکت.")),
    (Text("feed", "نگاشت جدول"), Text("A source table that fills an entity.",
     "جدولی از مبدأ که موجودیتی را پر می‌کند.")),
    (Text("transform", "تبدیل"), Text("What is done to a value on its way, in order.",
     "کاری که در راه با مقدار می‌شود، به ترتیب.")),
    (Text("value map", "جدول مقدارها"), Text("What each legacy value becomes in the target.",
     "این‌که هر مقدار قدیم در مقصد چه می‌شود.")),
    (Text("lookup", "ارجاع"), Text("The field points to another record, such as the parent.",
     "فیلد به رکوردی دیگر، مانند والد، اشاره می‌کند.")),
    (Text("suggested", "پیشنهادی"), Text("Kooch proposes it; nobody has looked at it yet.",
     "کوچ پیشنهاد داده و هنوز کسی ندیده است.")),
    (Text("draft", "پیش‌نویس"), Text("Somebody drew it; it is not agreed yet.",
     "کسی کشیده و هنوز بر آن توافق نشده است.")),
    (Text("to decide", "نیازمند تصمیم"), Text("A question is open: see the note.",
     "پرسشی باز است: یادداشت را ببینید.")),
    (Text("agreed", "توافق‌شده"), Text("The owner has said yes.", "مسئول آن پذیرفته است.")),
    (Text("signed", "امضاشده"), Text("Signed in Kooch; a change reopens it.",
     "در کوچ امضا شده؛ هر تغییر دوباره بازش می‌کند.")),
    (Text("overwrite", "بازنویسی شود"), Text("The migrated value replaces what the target has.",
     "مقدار تازه جای مقدار مقصد را می‌گیرد.")),
    (Text("fill if empty", "اگر خالی است پر شود"),
     Text("The migrated value is written only where the target has none.",
     "مقدار تازه تنها جایی نوشته می‌شود که مقصد خالی است.")),
    (Text("keep", "همان بماند"), Text("What the target has stays.", "مقدار مقصد می‌ماند.")),
    (Text("append", "افزوده شود"), Text("The migrated text is put behind what the target has.",
     "متن تازه پس از متن مقصد می‌آید.")),
    (Text("left out", "کنارگذاشته"), Text("A column that is not migrated, with the reason.",
     "ستونی که با دلیل منتقل نمی‌شود.")),
)  # fmt: skip
GUARD_TITLE = Text("Choose from the list", "از فهرست برگزینید")
GUARD = Text("This cell takes a value of its list.", "این خانه مقداری از فهرستش می‌گیرد.")
SIGN = {
    "title": Text("Signatures", "امضاها"),
    "name": Text("Name", "نام"),
    "date": Text("Date", "تاریخ"),
    "sign": Text("Signature", "امضا"),
}
SECTIONS = {
    "fields": Text("Fields", "فیلدها"),
    "unmapped": Text("Fields that nothing fills", "فیلدهایی که چیزی پرشان نمی‌کند"),
    "filters": Text("Rows left out", "ردیف‌های کنارگذاشته"),
    "columns": Text("Columns without a field", "ستون‌های بی‌فیلد"),
}
