"""What stages warn of, in both languages: English words as a stage says them, and Persian ones; {}
stands for anything."""

from __future__ import annotations

WARNINGS = (
    (
        "{}: too few rows to learn from; fields are weighed by fixed, general values.",
        "{}: ردیف‌ها برای یادگیری کم‌اند؛ وزن فیلدها از مقدارهای ثابت و عمومی است.",
    ),
    (
        "{}: {} rows in {} blocks of {} were not compared by this rule: the blocks are too big.",
        "{}: {} ردیف در {} بلوک از {} با این قاعده مقایسه نشد: بلوک‌ها بیش از حد بزرگ‌اند.",
    ),
    (
        "{}: rows {} and {} are called the same, but other verdicts keep them apart.",
        "{}: ردیف‌های {} و {} یکی دانسته شده‌اند، ولی تصمیم‌های دیگر آن‌ها را جدا نگه می‌دارد.",
    ),
    (
        "{}: {} verdicts are about rows that no longer exist (row ids {}).",
        "{}: {} تصمیم درباره‌ی ردیف‌هایی است که دیگر وجود ندارند (شناسه‌های {}).",
    ),
    (
        "This target keeps no account of what it got: rows are sent at least once.",
        "این مقصد حساب دریافتی‌هایش را نگه نمی‌دارد: هر ردیف دست‌کم یک بار فرستاده می‌شود.",
    ),
    (
        "{}: {} missing, {} extra, {} different",
        "{}: {} گم‌شده، {} اضافه، {} متفاوت",
    ),
)
