<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en">
    <context>
        <name>ArrowTable</name>
        <message>
            <source>No value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Details</source>
            <translation>جزئیات</translation>
        </message>
        <message>
            <source>Hide this message</source>
            <translation>بستن این پیام</translation>
        </message>
        <message>
            <source>Something went wrong inside Kooch. Your work is kept.</source>
            <translation>خطایی درون کوچ رخ داد. کار شما محفوظ است.</translation>
        </message>
    </context>
    <context>
        <name>Blocked</name>
        <message>
            <source>{step} comes later</source>
            <translation>نوبت «{step}» هنوز نرسیده است</translation>
        </message>
        <message>
            <source>Go to {step}</source>
            <translation>رفتن به {step}</translation>
        </message>
    </context>
    <context>
        <name>BottomBar</name>
        <message>
            <source>Back</source>
            <translation>بازگشت</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>آنچه کم است</translation>
        </message>
    </context>
    <context>
        <name>ColumnPopover</name>
        <message>
            <source>Profile of a column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the column…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnProfileView</name>
        <message>
            <source>Most frequent values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patterns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>personal data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unique</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows of this column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Different values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length in characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Greatest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is odd</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e.g. {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spread of the numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates by year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lengths in characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rows} more values have no place in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rows} rows</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnWords</name>
        <message>
            <source>text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whole number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes or no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>time of day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>date and time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UUID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>picture or file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Odd, a rule cures it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConnectionForm</name>
        <message>
            <source>Kind of database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the database file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trying to connect…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such file yet; it will be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection works: {count} tables found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test the connection</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>The engine stopped unexpectedly.</source>
            <translation>موتور برنامه ناگهان از کار افتاد.</translation>
        </message>
        <message>
            <source>It was started again; nothing was lost.</source>
            <translation>دوباره راه‌اندازی شد و چیزی از دست نرفت.</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>How to compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text to look for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show these rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>contains</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>starts with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is not empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{column} {condition}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{column} {condition} “{text}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GridBar</name>
        <message>
            <source>Search in all columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rows} rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rows} of {of} rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove this filter</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GridEditor</name>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes the rows that you copied in Excel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the selected rows out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LinesEditor</name>
        <message>
            <source>One value a line</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Kooch</source>
            <translation>کوچ</translation>
        </message>
        <message>
            <source>Something went wrong inside Kooch. Your work is kept.</source>
            <translation>خطایی درون کوچ رخ داد. کار شما محفوظ است.</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>بازگشایی</translation>
        </message>
        <message>
            <source>The engine stopped unexpectedly and was started again. Nothing you decided was lost.</source>
            <translation>موتور برنامه ناگهان از کار افتاد و دوباره راه‌اندازی شد. هیچ‌یک از تصمیم‌های شما از دست نرفت.</translation>
        </message>
        <message>
            <source>Exit code {code}</source>
            <translation>کد خروج {code}</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>This is not a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a number.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>There is nothing to set here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OrderEditor</name>
        <message>
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Overall</name>
        <message>
            <source>Overall</source>
            <translation>پیشرفت کلی</translation>
        </message>
    </context>
    <context>
        <name>PairsEditor</name>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Becomes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} stands twice on the left.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PathField</name>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose: {what}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Steps</source>
            <translation>گام‌ها</translation>
        </message>
    </context>
    <context>
        <name>RunBar</name>
        <message>
            <source>Progress</source>
            <translation>پیشرفت</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>توقف</translation>
        </message>
        <message>
            <source>{share}, {time} left</source>
            <translation>{share}، {time} مانده</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>در حال توقف</translation>
        </message>
    </context>
    <context>
        <name>ServerFields</name>
        <message>
            <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificate file of the authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the keyring; type to change it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the certificate file by which the server is checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypt where the server can</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No encryption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypt, do not check the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypt, check the certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypt, check certificate and name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Host</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Protection (TLS)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Further options (name=value&amp;name=value)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password is kept in the keyring of this computer, never in the project.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepPicker</name>
        <message>
            <source>Add a transform</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search, such as spaces, phone, date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Transforms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing fits these words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes several columns at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Examples</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Project</source>
            <translation>پروژه</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>مبدأها</translation>
        </message>
        <message>
            <source>Assess</source>
            <translation>ارزیابی</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>مقصد</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>نگاشت</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>پاک‌سازی</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>تکراری‌ها</translation>
        </message>
        <message>
            <source>Validate</source>
            <translation>اعتبارسنجی</translation>
        </message>
        <message>
            <source>Pilot</source>
            <translation>اجرای آزمایشی</translation>
        </message>
        <message>
            <source>Migrate</source>
            <translation>مهاجرت</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>راستی‌آزمایی</translation>
        </message>
        <message>
            <source>open</source>
            <translation>باز</translation>
        </message>
        <message>
            <source>done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>نیازمند رسیدگی</translation>
        </message>
        <message>
            <source>out of date</source>
            <translation>به‌روز نیست</translation>
        </message>
        <message>
            <source>not yet possible</source>
            <translation>هنوز ممکن نیست</translation>
        </message>
    </context>
    <context>
        <name>TableEditor</name>
        <message>
            <source>The first row names the columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TableLoader</name>
        <message>
            <source>The table cannot be read.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Kooch</source>
            <translation>کوچ</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>پروژه‌ها</translation>
        </message>
        <message>
            <source>Row account</source>
            <translation>حساب ردیف‌ها</translation>
        </message>
        <message>
            <source>History</source>
            <translation>تاریخچه</translation>
        </message>
        <message>
            <source>Colours: as the system</source>
            <translation>رنگ‌ها: مانند سیستم</translation>
        </message>
        <message>
            <source>Colours: light</source>
            <translation>رنگ‌ها: روشن</translation>
        </message>
        <message>
            <source>Colours: dark</source>
            <translation>رنگ‌ها: تیره</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>انجام دوباره: {what}</translation>
        </message>
        <message>
            <source>Nothing to redo</source>
            <translation>چیزی برای انجام دوباره نیست</translation>
        </message>
        <message>
            <source>Undo stops here: {what} wrote into the target. Take the load back first.</source>
            <translation>واگرد از این‌جا پس‌تر نمی‌رود: {what} در مقصد نوشته است. نخست آن بارگذاری را پس بگیرید.</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>واگرد: {what}</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>چیزی برای واگرد نیست</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>Reading</source>
            <translation>خواندن</translation>
        </message>
        <message>
            <source>Assessing</source>
            <translation>ارزیابی</translation>
        </message>
        <message>
            <source>Mapping</source>
            <translation>نگاشت</translation>
        </message>
        <message>
            <source>Cleaning</source>
            <translation>پاک‌سازی</translation>
        </message>
        <message>
            <source>Finding duplicates</source>
            <translation>یافتن تکراری‌ها</translation>
        </message>
        <message>
            <source>Learning what duplicates look like:</source>
            <translation>یادگیری الگوی تکراری‌ها:</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>مقایسه‌ی</translation>
        </message>
        <message>
            <source>Preparing the comparison:</source>
            <translation>آماده‌سازی مقایسه:</translation>
        </message>
        <message>
            <source>Choosing what to compare:</source>
            <translation>گزینش آنچه مقایسه می‌شود:</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>ادغام</translation>
        </message>
        <message>
            <source>Validating</source>
            <translation>اعتبارسنجی</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>بارگذاری</translation>
        </message>
        <message>
            <source>Looking into the target:</source>
            <translation>نگاه به مقصد:</translation>
        </message>
        <message>
            <source>Comparing with the target:</source>
            <translation>مقایسه با مقصد:</translation>
        </message>
        <message>
            <source>Taking back</source>
            <translation>پس‌گرفتن</translation>
        </message>
        <message>
            <source>Writing the report</source>
            <translation>نوشتن گزارش</translation>
        </message>
        <message>
            <source>Opening the project</source>
            <translation>گشودن پروژه</translation>
        </message>
        <message>
            <source>Making the project</source>
            <translation>ساختن پروژه</translation>
        </message>
        <message>
            <source>Preparing the sample</source>
            <translation>آماده‌سازی نمونه</translation>
        </message>
        <message>
            <source>Closing the project</source>
            <translation>بستن پروژه</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>در حال کار</translation>
        </message>
    </context>
    <context>
        <name>Working</name>
        <message>
            <source>Working it out</source>
            <translation>در حال محاسبه</translation>
        </message>
        <message>
            <source>The bar below shows how far it is; you may stop it at any time.</source>
            <translation>نوار پایین پیشرفت کار را نشان می‌دهد؛ هر زمان می‌توانید آن را متوقف کنید.</translation>
        </message>
    </context>
    <context>
        <name>_Examples</name>
        <message>
            <source>(empty)</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
