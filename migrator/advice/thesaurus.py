"""What people call things: English, Persian, Finglish and the abbreviations of old systems.

`WORDS` maps a canonical word to its spellings, separated by `|`; they are folded before use, so
letter case, Arabic letters and hyphens need no entries. A spelling may be several words long; the
longest one wins. `KINDS` says which canonical words name a kind of record. What a column is about
by its values is not decided here but in `advice.meaning`.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # -- kinds of record
    "account": "account|accounts|partner|partners|org"
    "|organisation|organization|طرف حساب|سازمان|tarafe hesab",
    "company": "company|companies|comp|firm|business name|شرکت|شركت|sherkat|co|corp|موسسه",
    "customer": "customer|customers|cust|client|clients|clnt|buyer|مشتری|مشتریان|moshtari"
    "|moshtarian|خریدار|kharidar|kunde",
    "supplier": "supplier|suppliers|supp|تامین کننده|تأمین کننده|تامین کنندگان|tamin konande",
    "vendor": "vendor|vendors|shipper|shippers|carrier|فروشنده",
    "contact": "contact|contacts|contact person|cont|contactperson|ansprechpartner|رابط|مخاطب"
    "|مخاطبین|شخص رابط|نماینده|mokhatab|rabet",
    "person": "person|persons|people|individual|شخص|اشخاص|افراد|فرد",
    "employee": "employee|employees|emp|staff|personnel|worker|rep|sales rep|salesperson|seller"
    "|پرسنل|کارمند|کارکنان|کارشناس|فروشنده ما|karmand|personel",
    "user": "user|users|systemuser|system user|کاربر|کاربران|karbar",
    "owner": "owner|responsible|assigned to|account manager|مسئول|مالک|masoul",
    "lead": "lead|leads|prospect|prospects|سرنخ|سرنخ ها",
    "opportunity": "opportunity|opportunities|deal|deals|oppty|فرصت|فرصت فروش|فرصت ها",
    "product": "product|products|prod|item|items|article|goods|کالا|کالاها|محصول|محصولات|kala"
    "|mahsool|جنس",
    "order": "order|orders|salesorder|sales order|sales orders|ord|purchase|purchases|سفارش"
    "|سفارشات|سفارش ها|sefaresh|invoice|invoices|فاکتور|فاکتورها|factor",
    "orderline": "order detail|order details|orderdetail|order line|order lines|order item"
    "|order items|invoice line|invoice lines|invoice item|salesorderdetail|line item|line items"
    "|قلم سفارش|اقلام سفارش|اقلام فاکتور|ردیف فاکتور|جزییات سفارش",
    "call": "phone call|phonecall|phone calls|call|calls|تماس|تماس ها|تماس تلفنی",
    "message": "email message|e mail message|emails"
    "|e mails|mail message|نامه|نامه ها|نامه الکترونیکی|پیام",
    "meeting": "meeting|meetings|appointment|appointments|جلسه|جلسات|قرار ملاقات",
    "task": "task|tasks|to do|todo|activity|کار|وظیفه|وظایف|پیگیری",
    "complaint": "complaint|complaints|incident|incidents|case|cases|ticket|tickets|شکایت"
    "|شکایات|shekayat|تیکت",
    # -- parts of names
    "name": "name|nm|title name|نام|اسم|nam|naam|esm|namen",
    "first": "first|given|fore|کوچک",
    "last": "last|family|sur|فامیل|خانوادگی|famil|family name|khanevadegi|lname",
    "firstname": "first name|fname|given name|forename|firstname|vorname|نام کوچک|esme kuchak",
    "lastname": "last name|lname|surname|family name|lastname|nachname|نام خانوادگی|فامیل"
    "|فامیلی|نام فامیل|famil|family|nam khanevadegi|khanevadegi|naame khanevadegi",
    "fullname": "full name|fullname|نام و نام خانوادگی|نام کامل|nam o nam khanevadegi|display name",
    "salutation": "salutation|title of courtesy|courtesy title|honorific|prefix|anrede|خطاب|لقب",
    "jobtitle": "job title|jobtitle|contact title|position|role|job|function|occupation|سمت"
    "|شغل|عنوان شغلی|پست سازمانی|semat|shoghl",
    "title": "title|عنوان|onvan",
    "department": "department|dept|division|واحد|واحد سازمانی|بخش|دپارتمان",
    # -- ways to reach
    "email": "email|e mail|mail|email address|e mail address|emailaddress|mail address|ایمیل"
    "|پست الکترونیک|پست الکترونیکی|رایانامه|emaill|imeil",
    "phone": "phone|phones|telephone|tel|telefon|phone number|tel number|telephone number|تلفن"
    "|تلفن ثابت|شماره تلفن|telephon|landline|ph",
    "mobile": "mobile|mob|cell|cellphone|cell phone|mobile phone|mobile number|gsm|handy|همراه"
    "|موبایل|تلفن همراه|شماره همراه|شماره موبایل|hamrah|mobail|mobilephone|shomare hamrah",
    "fax": "fax|facsimile|telefax|نمابر|فکس|دورنگار|fax number",
    "website": "website|web site|url|web|homepage|home page|www|website url|وب سایت|سایت|وبسایت"
    "|تارنما|web address",
    "extension": "extension|ext|داخلی|dakheli",
    # -- where
    "address": "address|addr|adr|street|street address|line1|address line|address line1|نشانی"
    "|آدرس|ادرس|خیابان|adres|neshani|anschrift|strasse",
    "city": "city|town|شهر|شهرستان|shahr|ort|stadt",
    "province": "province|state|region|county|state or province|stateorprovince|استان|ostan|prov",
    "postalcode": "postal code|postalcode|post code|postcode|zip|zip code|zipcode|plz|کد پستی"
    "|کدپستی|code posti|cod posti|codeposti|kod posti",
    "country": "country|nation|land|کشور|keshvar",
    # -- numbers people and companies carry
    "code": "code|cod|kod|id|no|num|nr|number|key|کد|شماره|شناسه|ش|shomare|shenase",
    "nationalid": "national id|national code|nationalcode|nationalid|code melli|cod melli|codemeli"
    "|kod melli|melli code|code meli|cod meli|mellicode|کد ملی|کدملی|شماره ملی|government id"
    "|governmentid|ssn|social security number",
    "companyid": "شناسه ملی|شناسه ملی شرکت|national id of the company|company national id"
    "|shenase melli|shenase meli",
    "economiccode": "economic code|economiccode|کد اقتصادی|کداقتصادی|شماره اقتصادی|code eghtesadi"
    "|cod eghtesadi|eghtesadi",
    "iban": "iban|شبا|شماره شبا|sheba|shaba|bank account iban",
    "personnelcode": "employee number|personnel number|personnel code|شماره پرسنلی|کد پرسنلی",
    # -- when
    "date": "date|dt|day|تاریخ|tarikh|on|datum",
    "time": "time|زمان|ساعت|saat|at",
    "birthdate": "birth date|birthdate|date of birth|dob|birthday|born|تاریخ تولد|تولد|tavalod"
    "|tarikh tavalod|geburtsdatum",
    "hiredate": "hire date|date of hire|date hired|hired|hired on|تاریخ استخدام|employment date",
    "since": "since|customer since|member since|registered|registration|registration date"
    "|register date|reg date|regdate|signup date|created|created on|created at|create date"
    "|تاریخ ثبت|ثبت|تاریخ عضویت|tarikh sabt|sabt|first seen",
    "required": "required|requested|requested delivery|delivery|due|تحویل|موعد|تحویل درخواستی",
    "shipped": "shipped|fulfilled|dispatched|sent|ارسال|ارسال شده",
    "start": "start|begin|from|شروع|آغاز",
    "end": "end|finish|until|to|پایان",
    "close": "close|closed|closing|بستن",
    # -- how much
    "amount": "amount|amt|sum|total|value|مبلغ|جمع|mablagh",
    "price": "price|unit price|unitprice|price per unit|list price|قیمت|قیمت واحد|فی|gheymat"
    "|preis|rate per unit",
    "cost": "cost|cost price|standard cost|بها|بهای تمام شده|هزینه",
    "quantity": "quantity|qty|count|pieces|تعداد|مقدار|tedad|menge",
    "stock": "stock|in stock|units in stock|on hand|quantity in stock|quantity on hand|موجودی"
    "|موجودی انبار|mojoodi",
    "discount": "discount|disc|rebate|تخفیف|takhfif|rabatt",
    "rate": "rate|percent|percentage|pct|درصد|نرخ",
    "tax": "tax|vat|مالیات|ارزش افزوده",
    "freight": "freight|shipping cost|freight amount|carriage|هزینه حمل|کرایه حمل|کرایه",
    "credit": "credit|اعتبار|etebar",
    "limit": "limit|سقف|حد|saghf",
    "creditlimit": "credit limit|creditlimit|سقف اعتبار|اعتبار|حد اعتبار|saghf etebar|credit line",
    "revenue": "revenue|turnover|annual revenue|درآمد|درامد|گردش مالی|daramad",
    "employees": "number of employees|no of employees|employee count|headcount|تعداد کارکنان",
    "probability": "probability|chance|احتمال",
    "duration": "duration|length|مدت",
    # -- what sort
    "status": "status|state of record|active|is active|enabled|وضعیت|فعال|vaziat|vaziyat"
    "|discontinued|inactive|status code",
    "gender": "gender|sex|جنسیت|جنس مرد زن|jensiat|geschlecht",
    "industry": "industry|sector|branch|صنعت|حوزه فعالیت|زمینه فعالیت",
    "category": "category|categories|group|class|type|kind|گروه|دسته|نوع|رسته|goroh",
    "priority": "priority|urgency|اولویت",
    "source": "source|origin|channel|منبع|مبدا|نحوه آشنایی",
    "subject": "subject|topic|regarding|موضوع|mozoo",
    "note": "note|notes|remark|remarks|comment|comments|memo|description|desc|details|background"
    "|توضیح|توضیحات|شرح|یادداشت|ملاحظات|tozihat|sharh|bemerkung",
    "packaging": "packaging|quantity per unit|pack size|package|بسته بندی|واحد بسته",
    "manager": "manager|reports to|reportsto|boss|supervisor|مدیر|سرپرست|مافوق",
    "parent": "parent|head office|holding|مادر|بالادستی",
    "consent": "consent|permission|opt in|optin|opt out|subscribed|newsletter|allowed|رضایت|اجازه",
    "website2": "photo path|photopath|picture path",
    "picture": "picture|photo|image|logo|عکس|تصویر",
    # -- qualifiers
    "ship": "ship|shipping|shipto|ship to|delivery address|recipient|گیرنده|مقصد",
    "bill": "bill|billing|billto|bill to|صورتحساب",
    "home": "home|private|منزل|خانه|manzel",
    "work": "work|office|business|main|محل کار|دفتر|اداره|کار|daftar",
    "other": "other|alternative|second|secondary|2|دوم|دیگر",
    "line": "line|row|ردیف|سطر|radif",
}

# Canonical words that say nothing by themselves when a better one stands beside them.
WEAK = frozenset({"code", "name", "date", "amount", "of", "the", "and", "time", "1", "status"})


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words around the name of a table that say nothing about its records.
NEUTRAL = _set(
    "list table tbl data info information master old legacy export import sheet all new my file"
    " src fld txt str main csv records record base فهرست لیست اطلاعات جدول داده بانک کلیه"
)

# Words that tell one address or telephone from another.
QUALIFIERS = _set("ship bill home other")

# Kinds of record: which canonical words name one, in a source's table or a target's entity.
KINDS: dict[str, frozenset[str]] = {
    "organisation": frozenset({"account", "company", "customer", "supplier", "vendor"}),
    "person": frozenset({"contact", "person"}),
    "user": frozenset({"employee", "user"}),
    "lead": frozenset({"lead"}),
    "opportunity": frozenset({"opportunity"}),
    "product": frozenset({"product"}),
    "order": frozenset({"order"}),
    "order line": frozenset({"orderline"}),
    "call": frozenset({"call"}),
    "message": frozenset({"message"}),
    "meeting": frozenset({"meeting"}),
    "task": frozenset({"task"}),
    "complaint": frozenset({"complaint"}),
}

# What yes and no are called in columns that answer "is it active?".
YES = _set("yes y true t 1 on active enabled open ok فعال بله بلی آری دارد درست هست")
NO = _set("no n false f 0 off inactive disabled closed retired غیرفعال خیر نه ندارد نیست")
# Headers that ask the question the other way round.
NEGATED = _set("discontinued inactive disabled deleted retired blocked closed منقضی غیرفعال")

MALE = _set("m male man mr mr. مرد آقا آقای مذکر")
FEMALE = _set("f female woman ms mrs miss زن خانم مونث")
