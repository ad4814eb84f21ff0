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
    "|organisation|organization|طرف حساب|سازمان|tarafe hesab|acct|accts|acc",
    "company": "company|companies|comp|firm|business name|شرکت|شركت|sherkat|co|corp|موسسه"
    "|organisation name|organization name|legal name|trade name|نام تجاری|اشخاص حقوقی|شرکت ها"
    "|موسسات",
    "customer": "customer|customers|cust|client|clients|clnt|buyer|مشتری|مشتریان|moshtari"
    "|moshtarian|خریدار|kharidar|kunde|customer list|طرف تجاری",
    "supplier": "supplier|suppliers|supp|تامین کننده|تأمین کننده|تامین کنندگان|tamin konande",
    "vendor": "vendor|vendors|shipper|shippers|carrier|فروشنده",
    "contact": "contact|contacts|contact person|cont|contactperson|ansprechpartner|رابط|مخاطب"
    "|مخاطبین|شخص رابط|نماینده|mokhatab|rabet|پرسن رابط|contact persons",
    "person": "person|persons|people|individual|شخص|اشخاص|افراد|فرد|اشخاص حقیقی",
    "employee": "employee|employees|emp|staff|personnel|worker|rep|sales rep|salesperson|seller"
    "|پرسنل|کارمند|کارکنان|کارشناس|فروشنده ما|karmand|personel|employees list",
    "user": "user|users|systemuser|system user|کاربر|کاربران|karbar",
    "owner": "owner|responsible|assigned to|account manager|مسئول|مالک|masoul|account owner"
    "|rep name|sales owner",
    "lead": "lead|leads|prospect|prospects|سرنخ|سرنخ ها|prospective customer"
    "|prospective customers|مشتریان بالقوه|مشتری بالقوه",
    "opportunity": "opportunity|opportunities|deal|deals|oppty|فرصت|فرصت فروش|فرصت ها"
    "|sales opportunity|pipeline|معامله|معاملات",
    "product": "product|products|prod|item|items|article|goods|کالا|کالاها|محصول|محصولات|kala"
    "|mahsool|جنس|stock item|stock items|sku",
    "order": "order|orders|salesorder|sales order|sales orders|ord|purchase|purchases|سفارش"
    "|سفارشات|سفارش ها|sefaresh|invoice|invoices|فاکتور|فاکتورها|factor",
    "productname": "product name|product title|item name|item description|product description"
    "|goods description|article description|نام کالا|شرح کالا|عنوان کالا|نام محصول|شرح محصول",
    "orderline": "order detail|order details|orderdetail|order line|order lines|order item"
    "|order items|invoice line|invoice lines|invoice item|salesorderdetail|line item|line items"
    "|قلم سفارش|اقلام سفارش|اقلام فاکتور|ردیف فاکتور|جزییات سفارش",
    "call": "phone call|phonecall|phone calls|call|calls|تماس|تماس ها|تماس تلفنی|call log"
    "|calls log",
    "message": "email message|e mail message|emails"
    "|e mails|mail message|نامه|نامه ها|نامه الکترونیکی|پیام",
    "meeting": "meeting|meetings|appointment|appointments|جلسه|جلسات|قرار ملاقات",
    "task": "task|tasks|to do|todo|activity|کار|وظیفه|وظایف|پیگیری|todos|activities|وظایف",
    "complaint": "complaint|complaints|incident|incidents|case|cases|ticket|tickets|شکایت"
    "|شکایات|shekayat|تیکت|شکایت ها|support cases|support tickets|issue|issues",
    # -- parts of names
    "name": "name|nm|title name|نام|اسم|nam|naam|esm|namen|nme|names",
    "first": "first|given|fore|کوچک",
    "last": "last|family|sur|فامیل|خانوادگی|famil|family name|khanevadegi|lname",
    "firstname": "first name|fname|given name|forename|firstname|vorname|نام کوچک|esme kuchak"
    "|first|forenames|given names|christian name",
    "lastname": "last name|lname|surname|family name|lastname|nachname|نام خانوادگی|فامیل"
    "|فامیلی|نام فامیل|famil|family|nam khanevadegi|khanevadegi|naame khanevadegi|sname|surnames"
    "|last",
    "fullname": "full name|fullname|نام و نام خانوادگی|نام کامل|nam o nam khanevadegi"
    "|display name|نام و فامیل|نام ونام خانوادگی|نام کامل شخص|person name",
    "salutation": "salutation|title of courtesy|courtesy title|honorific|prefix|anrede|خطاب|لقب"
    "|mr mrs|mr ms|mr mrs ms|mr ms mrs|آقا خانم|آقای خانم|عنوان خطاب|پیشوند",
    "jobtitle": "job title|jobtitle|contact title|position|role|job|function|occupation|سمت"
    "|شغل|عنوان شغلی|پست سازمانی|semat|shoghl|designation|pos|profession|سمت سازمانی|رده شغلی"
    "|عنوان سازمانی",
    "title": "title|عنوان|onvan",
    "department": "department|dept|division|واحد|واحد سازمانی|بخش|دپارتمان|dpt|دپارتمان"
    "|unit name|واحد اداری",
    # -- ways to reach
    "email": "email|e mail|mail|email address|e mail address|emailaddress|mail address|ایمیل"
    "|پست الکترونیک|پست الکترونیکی|رایانامه|emaill|imeil|email addr|mail addr|email id|mailbox"
    "|میل|نشانی ایمیل|آدرس ایمیل|آدرس الکترونیکی|نشانی الکترونیکی|electronic mail|eml",
    "phone": "phone|phones|telephone|tel|telefon|phone number|tel number|telephone number|تلفن"
    "|تلفن ثابت|شماره تلفن|telephon|landline|ph|phone no|tel no|telephone no|telno|phoneno|tlf"
    "|شماره تماس|تلفن تماس|direct line|direct dial|ddi|direct phone|contact number|call number"
    "|voice",
    "mobile": "mobile|mob|cell|cellphone|cell phone|mobile phone|mobile number|gsm|handy|همراه"
    "|موبایل|تلفن همراه|شماره همراه|شماره موبایل|hamrah|mobail|mobilephone|shomare hamrah|cel"
    "|mobile no|mob no|cell no|cell number|handphone|گوشی|تلفن موبایل|شماره موبایل|mbl",
    "fax": "fax|facsimile|telefax|نمابر|فکس|دورنگار|fax number|fax no|fax num|فاکس|شماره فکس"
    "|شماره نمابر|شماره فاکس",
    "website": "website|web site|url|web|homepage|home page|www|website url|وب سایت|سایت|وبسایت"
    "|تارنما|web address|web page|webpage|www url|web url|site|domain|آدرس سایت|آدرس وب"
    "|آدرس وب سایت|نشانی وب|نشانی سایت|وبگاه|دامنه|internet|url address",
    "extension": "extension|ext|داخلی|dakheli",
    # -- where
    "address": "address|addr|adr|street|street address|line1|address line|address line1|نشانی"
    "|آدرس|ادرس|خیابان|adres|neshani|anschrift|strasse|street name|postal address"
    "|mailing address|آدرس پستی|نشانی پستی|محل|line 1|address line 1|address 1|street 1"
    "|location address|premises",
    "city": "city|town|شهر|شهرستان|shahr|ort|stadt|city name|city town|town city|municipality"
    "|locality|شهر محل|نام شهر|شهر شهرستان",
    "province": "province|state|region|county|state or province|stateorprovince|استان|ostan|prov"
    "|prv|state name|province name|st prov|county state|state county|نام استان|ایالت",
    "postalcode": "postal code|postalcode|post code|postcode|zip|zip code|zipcode|plz|کد پستی"
    "|کدپستی|code posti|cod posti|codeposti|kod posti|pstcd|pcode|p code|postal|کدپستي"
    "|کد پستی ده رقمی|کد پستی 10 رقمی|پستی|pin code|pincode",
    "country": "country|nation|land|کشور|keshvar|country name|ctry|cntry|نام کشور|country code"
    "|ctry name|ctry cd",
    # -- numbers people and companies carry
    "code": "code|cod|kod|id|no|num|nr|number|key|کد|شماره|شناسه|ش|shomare|shenase|cd|nbr|numb"
    "|identifier|کد شناسایی",
    "nationalid": "national id|national code|nationalcode|nationalid|code melli|cod melli"
    "|codemeli"
    "|kod melli|melli code|code meli|cod meli|mellicode|کد ملی|کدملی|شماره ملی|government id"
    "|governmentid|ssn|social security number|national number|national insurance number"
    "|ni number|personal id|citizen id|کد ملی شخص|nat code",
    "companyid": "شناسه ملی|شناسه ملی شرکت|national id of the company|company national id"
    "|shenase melli|shenase meli|شناسه ملی شرکت|شناسه ملی حقوقی",
    "economiccode": "economic code|economiccode|کد اقتصادی|کداقتصادی|شماره اقتصادی|code eghtesadi"
    "|cod eghtesadi|eghtesadi|شناسه اقتصادی|کد مالیاتی|شماره مالیاتی",
    "iban": "iban|شبا|شماره شبا|sheba|shaba|bank account iban|حساب شبا|bank iban|شماره حساب شبا",
    "personnelcode": "employee number|personnel number|personnel code|شماره پرسنلی|کد پرسنلی"
    "|employee no|employee id|emp no|staff no|staff number|personnel no",
    # -- when
    "date": "date|dt|day|تاریخ|tarikh|on|datum",
    "time": "time|زمان|ساعت|saat|at",
    "birthdate": "birth date|birthdate|date of birth|dob|birthday|born|تاریخ تولد|تولد|tavalod"
    "|tarikh tavalod|geburtsdatum|birth dt|bdate|b date|ت تولد|زادروز|birth day",
    "hiredate": "hire date|date of hire|date hired|hired|hired on|تاریخ استخدام|employment date"
    "|joined|join date|joining date|date joined",
    "since": "since|customer since|member since|registered|registration|registration date"
    "|register date|reg date|regdate|signup date|created|created on|created at|create date"
    "|تاریخ ثبت|ثبت|تاریخ عضویت|tarikh sabt|sabt|first seen|created dt|crt dt|create dt"
    "|date created|date added|added on|joined on|opened on|account opened|open date|تاریخ ایجاد"
    "|عضویت|customer from|client since|cust since|تاریخ افتتاح|reg dt|enrolled",
    "required": "required|requested|requested delivery|delivery date|due|تاریخ تحویل|موعد"
    "|تحویل درخواستی|required by|needed by|promised|promise date|expected delivery|زمان تحویل",
    "shipped": "shipped|fulfilled|dispatched|sent|ارسال|ارسال شده|ship date|shipment date"
    "|dispatch date|تاریخ ارسال|delivered on|تاریخ حمل",
    "start": "start|begin|from|شروع|آغاز",
    "end": "end|finish|until|to|پایان",
    "close": "close|closed|closing|بستن|expected close|estimated close|est close|close date"
    "|closing date|تاریخ بسته شدن",
    # -- how much
    "amount": "amount|amt|sum|total|value|مبلغ|جمع|mablagh|tot|grand total|جمع کل|مبلغ کل"
    "|amounts|val",
    "price": "price|unit price|unitprice|price per unit|list price|قیمت|قیمت واحد|فی|gheymat"
    "|preis|rate per unit|sale price|sales price|selling price|retail price|unit cost price"
    "|قیمت فروش|قیمت کالا|بهای واحد",
    "cost": "cost|cost price|standard cost|بها|بهای تمام شده|هزینه|purchase price|buying price"
    "|buy price|cost of goods|قیمت خرید|بهای خرید|landed cost",
    "quantity": "quantity|qty|pieces|مقدار|tedad|menge|qnty|quant|pcs|تعداد سفارش|مقدار سفارش",
    "stock": "stock|in stock|units in stock|on hand|quantity in stock|quantity on hand|موجودی"
    "|موجودی انبار|mojoodi|qty on hand|stock qty|stock quantity|available stock|inventory"
    "|موجودی کالا|موجودی فعلی|stock level",
    "discount": "discount|disc|rebate|تخفیف|takhfif|rabatt|dsc|discounts",
    "rate": "rate|percent|percentage|pct|درصد|نرخ",
    "tax": "tax|vat|مالیات|ارزش افزوده|vat amount|tax amount|gst|sales tax|مالیات بر ارزش افزوده"
    "|مبلغ مالیات|ارزش افزوده|total tax|total vat",
    "freight": "freight|shipping cost|freight amount|carriage|هزینه حمل|کرایه حمل|کرایه"
    "|freight cost|freight charge|delivery charge|delivery cost|shipping fee|postage|هزینه ارسال",
    "credit": "credit|اعتبار|etebar",
    "limit": "limit|سقف|حد|saghf",
    "creditlimit": "credit limit|creditlimit|سقف اعتبار|اعتبار|حد اعتبار|saghf etebar"
    "|credit line|cr limit|crd limit|limit of credit|max credit|اعتبار مجاز",
    "revenue": "revenue|turnover|annual revenue|درآمد|درامد|گردش مالی|daramad|annual turnover"
    "|annual sales|yearly revenue|ann rev|annual rev|sales volume|گردش سالانه|فروش سالانه"
    "|گردش مالی سالانه|درآمد سالیانه|درآمد سالانه",
    "employees": "number of employees|no of employees|employee count|headcount|تعداد کارکنان"
    "|numemployees|num employees|num emp|numemp|emp count|emp cnt|employees count|staff count"
    "|staff size|no of staff|number of staff|headcount|company size|تعداد پرسنل|شمار کارکنان"
    "|employee no of|no employees",
    "probability": "probability|chance|احتمال|chance of success|win probability|likelihood|prob",
    "duration": "duration|length|مدت",
    # -- what sort
    "status": "status|state of record|active|is active|enabled|وضعیت|فعال|vaziat|vaziyat"
    "|discontinued|inactive|status code|act flag|active flag|actv|actv flg|active y n|stat"
    "|وضعیت فعلی|حالت",
    "gender": "gender|sex|جنسیت|جنس مرد زن|jensiat|geschlecht|m f|male female|gndr|جنس",
    "industry": "industry|sector|branch|صنعت|حوزه فعالیت|زمینه فعالیت|line of business"
    "|business type|business sector|business line|فعالیت|نوع فعالیت|رشته فعالیت",
    "category": "category|categories|group|class|type|kind|گروه|دسته|نوع|رسته|goroh|cat|grp"
    "|categ|classification|segment|نوع رابطه|دسته بندی|طبقه",
    "priority": "priority|urgency|اولویت|severity|importance|فوریت|اهمیت|شدت",
    "source": "source|origin|channel|منبع|مبدا|نحوه آشنایی|lead origin|came from"
    "|how did you hear|نحوه ارتباط|کانال|شیوه آشنایی",
    "subject": "subject|topic|regarding|موضوع|mozoo|interested in|interest|enquiry|inquiry"
    "|headline|re|summary|علاقه مند به|درخواست",
    "note": "note|notes|remark|remarks|comment|comments|memo|description|desc|details|background"
    "|توضیح|توضیحات|شرح|یادداشت|ملاحظات|tozihat|sharh|bemerkung|rem|cmnt|cmt|free text"
    "|additional info|additional information|شرح حال|نکات|جزئیات|توضیح اضافه",
    "packaging": "packaging|quantity per unit|pack size|package|بسته بندی|واحد بسته|packing"
    "|unit of packaging|pack",
    "manager": "manager|reports to|reportsto|boss|supervisor|مدیر|سرپرست|مافوق|مدیر عامل|مدیرعامل",
    "parent": "parent|head office|holding|مادر|بالادستی|parent account|parent company|شرکت مادر"
    "|سرگروه",
    "consent": "consent|permission|opt in|optin|opt out|subscribed|newsletter|allowed|رضایت"
    "|اجازه|do not|opted in|unsubscribed|unsubscribe|gdpr|موافقت|تبلیغات|خبرنامه|do not email"
    "|do not call|do not mail",
    "picture": "picture|photo|image|logo|عکس|تصویر|photo path|photopath|picture path|avatar|امضا"
    "|signature|تصویر امضا",
    # -- what turns the meaning of the word beside it
    "verified": "verified|verification|validated|confirmed|checked|valid|تایید|تأیید|تایید شده"
    "|تأیید شده",
    "previous": "previous|prev|prior|former|formerly|old|ex|historic|قبلی|قدیم|قدیمی|پیشین|سابق",
    "modified": "modified|updated|changed|edited|upd|mod|modified on|updated at|last modified"
    "|last updated|last changed|last update|last edit|ویرایش|تغییر|به روز رسانی|اصلاح",
    "latest": "last order|last purchase|last contact|last contacted|last call|last login"
    "|last visit"
    "|last seen|last payment|last invoice|last activity|latest|most recent|آخرین",
    "next": "next|upcoming|follow up|followup|بعدی|پیگیری بعدی",
    "preferred": "preferred|preference|favourite|favorite|best time|ترجیحی|دلخواه",
    "bounced": "bounced|bounce|undeliverable|برگشتی",
    "by": "by|created by|entered by|added by|modified by|updated by|last modified by|crt usr"
    "|upd usr"
    "|crt user|ثبت کننده|ایجاد کننده|ویرایش کننده|کاربر ثبت کننده",
    "assistant": "assistant|secretary|asst|pa|دستیار|منشی",
    "emergency": "emergency|next of kin|اضطراری",
    "spouse": "spouse|wife|husband|partner name|همسر",
    "father": "father|نام پدر|پدر",
    "middle": "middle|middle name|mname|mid|initial|initials|نام میانی",
    "maiden": "maiden|maiden name|birth name",
    "nickname": "nickname|nick|alias|known as|نام مستعار",
    "registrationno": "registration number|registration no|reg no|company number|شماره ثبت|ش ثبت"
    "|شماره ثبت شرکت|کد ثبت",
    "birthcertificate": "شماره شناسنامه|شناسنامه|ش شناسنامه|شماره ش",
    "issued": "محل صدور|صدور|issued|issue date|place of issue",
    "insurance": "insurance|شماره بیمه|بیمه",
    "expiry": "expiry|expires|expiration|expired|valid until|انقضا|تاریخ انقضا|سررسید",
    "expected": "expected|estimated|est|planned|forecast|potential|برآوردی|پیش بینی|تخمینی|احتمالی",
    "actual": "actual|واقعی",
    "minimum": "minimum|min|reorder|reorder level|reorder point|حداقل|نقطه سفارش",
    "maximum": "maximum|max|حداکثر",
    "balance": "balance|bal|outstanding|مانده|مانده حساب|موجودی حساب",
    "debt": "debt|debit|arrears|overdue|بدهی|بدهکار|بستانکار|طلب",
    "salary": "salary|wage|pay|حقوق|حقوق پایه|دستمزد|hoghugh",
    "payment": "payment|terms|payment terms|پرداخت|تسویه|شرایط پرداخت|نحوه پرداخت",
    "currency": "currency|ccy|ارز|نوع ارز|واحد پول",
    "unit": "unit|uom|unit of measure|واحد اندازه گیری|واحد شمارش",
    "weight": "weight|وزن|vazn",
    "barcode": "barcode|bar code|ean|upc|بارکد",
    "waybill": "waybill|tracking|tracking number|بارنامه|کد رهگیری",
    "count": "count|cnt|number of|no of|تعداد",
    "taxnumber": "vat number|vat no|vat id|tax id|tax number|tax no|tin|vat reg no",
    "reason": "reason|دلیل|علت",
    "competitor": "competitor|رقیب",
    "score": "score|points|امتیاز|نمره",
    "legacy": "legacy id|legacy code|old id|old system id|old code|system id|کد قدیم",
    "social": "linkedin|twitter|facebook|instagram|telegram|skype|whatsapp|تلگرام|اینستاگرام",
    "flag": "flag|flg|indicator|y n|پرچم",
    "converted": "converted|conversion",
    "resolved": "resolved|solved",
    "attachments": "attachment|attachments|پیوست|پیوست ها",
    "warehouse": "warehouse|depot|انبار",
    "referrer": "referrer|referred by|معرف|introduced by",
    "annual": "annual|yearly|per year|ann|سالانه|سالیانه",
    "line2": "address 2|addr 2|address line 2|addr line 2|line 2|street 2|address2|addr2|line2",
    "part": "part|parts|قطعه|قطعات",
    "po": "po number|po no|purchase order|purchase order number|شماره خرید",
    # -- parts of composed words
    "national": "national|nat|natl|ملی",
    "postal": "pstl|post",
    "economic": "economic|اقتصادی",
    "hire": "hire|استخدام",
    "birth": "birth|brth",
    # -- qualifiers
    "ship": "ship|shipping|shipto|ship to|delivery address|recipient|گیرنده|مقصد|delivery"
    "|ship to address|deliver to|consignee|تحویل|تحویل گیرنده",
    "bill": "bill|billing|billto|bill to|صورتحساب|invoice address|billing address of|صورت حساب",
    "home": "home|private|منزل|خانه|manzel|personal|res|residence|شخصی|خانگی",
    "work": "work|office|business|main|محل کار|دفتر|اداره|کار|daftar|bus|wk|direct|اداری|سازمانی"
    "|دفتر مرکزی|head office|hq|registered office|مرکزی",
    "other": "other|alternative|second|secondary|2|دوم|دیگر|alternate|alt|sec|additional|extra"
    "|backup|جایگزین|دیگری",
    "line": "line|row|ردیف|سطر|radif|row no|row number|line no|line number|line num|ردیف قلم"
    "|شماره ردیف|rowno|seq|sequence",
}

# Canonical words that together are another one, in whatever order and language they stand.
COMPOSED: dict[frozenset[str], str] = {
    frozenset({"code", "national"}): "nationalid",
    frozenset({"code", "postal"}): "postalcode",
    frozenset({"code", "economic"}): "economiccode",
    frozenset({"code", "postalcode"}): "postalcode",
    frozenset({"code", "economiccode"}): "economiccode",
    frozenset({"code", "employee"}): "personnelcode",
    frozenset({"code", "line"}): "line",
    frozenset({"date", "birth"}): "birthdate",
    frozenset({"date", "birthdate"}): "birthdate",
    frozenset({"date", "hire"}): "hiredate",
    frozenset({"date", "hiredate"}): "hiredate",
    frozenset({"date", "since"}): "since",
    frozenset({"date", "shipped"}): "shipped",
    frozenset({"phone", "mobile"}): "mobile",
    frozenset({"code", "phone"}): "phone",
    frozenset({"code", "mobile"}): "mobile",
    frozenset({"code", "fax"}): "fax",
    frozenset({"code", "iban"}): "iban",
    frozenset({"code", "registrationno"}): "registrationno",
    frozenset({"code", "birthcertificate"}): "birthcertificate",
    frozenset({"email", "address"}): "email",
    frozenset({"website", "address"}): "website",
    frozenset({"email", "message"}): "email",
    frozenset({"name", "firstname"}): "firstname",
    frozenset({"name", "lastname"}): "lastname",
    frozenset({"name", "first"}): "firstname",
    frozenset({"name", "last"}): "lastname",
    frozenset({"firstname", "lastname"}): "fullname",
    frozenset({"name", "father"}): "father",
    frozenset({"credit", "limit"}): "creditlimit",
    frozenset({"annual", "revenue"}): "revenue",
    frozenset({"amount", "total"}): "amount",
    frozenset({"count", "employee"}): "employees",
    frozenset({"count", "employees"}): "employees",
    frozenset({"quantity", "employee"}): "employees",
    frozenset({"purchase", "price"}): "cost",
    frozenset({"order", "line"}): "orderline",
    frozenset({"product", "name"}): "productname",
    frozenset({"product", "note"}): "productname",
    frozenset({"status", "flag"}): "status",
    frozenset({"active", "flag"}): "status",
}

# What is meant when nothing stands beside the word.
ALONE = {"first": "firstname", "last": "lastname"}

# Canonical words that say nothing by themselves when a better one stands beside them.
WEAK = frozenset(
    {"code", "name", "date", "amount", "rate", "of", "the", "and", "time", "1", "status"}
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words around the name of a table that say nothing about its records.
NEUTRAL = _set(
    "list table tbl data info information master old legacy export import sheet all new my file"
    " src fld txt str main csv custom c cf fd records"
    " record base فهرست لیست اطلاعات جدول داده بانک کلیه"
)

# Words that tell one address or telephone from another.
QUALIFIERS = _set("ship bill home other")

# Words after which nothing is what it was: e-mail *verified*, phone *extension*.
TURNING = _set(
    "verified previous modified latest next preferred bounced by assistant emergency spouse father"
    " middle maiden nickname registrationno birthcertificate issued insurance expiry minimum"
    " maximum debt salary payment currency unit weight barcode waybill taxnumber reason competitor"
    " score legacy social converted resolved attachments referrer picture parent discount line2"
    " po warehouse balance extension source line home"
)

# Words beside the name of a thing that do not make it another thing.
HARMLESS = _set(
    "1 work bill mailing visiting registered full main primary default official current own annual"
    " rial toman irr gbp usd eur dollar euro euros pound the of a an and o va is raghami 10"
    " رقمی ده ریال تومان هزار میلیون دلار یورو دقیق کامل اصلی متن text value field new"
)

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
