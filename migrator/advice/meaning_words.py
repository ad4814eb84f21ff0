"""Words that column headers use for each meaning: English, Persian, and Persian in Latin letters.

Written for this product from headers of real exports; compared after `transforms.folding.fold`.
Phrases are separated by commas.
"""

from __future__ import annotations

from migrator.transforms.folding import fold

_HEADERS: dict[str, str] = {
    "id": """
        id, key, pk, guid, uuid, oid, record id, row id, identifier, unique id, rec id, serial,
        شناسه, ردیف, کلید, شماره ردیف, آیدی, شماره رکورد, shenase, shenaseh, radif""",
    "reference": """
        reports to, parent, parent id, manager id, owner id, foreign key, fk, ref, reference,
        supplier id, customer id, company id, contact id, product id, category id, employee id,
        order id, account id, user id, owner, ship via, parent account, parent company,
        sales id, assigned to, مسئول, کارشناس مسئول, شرکت مادر, سرپرست, بالادست, کد والد,
        شناسه مشتری, شناسه شرکت, شناسه کالا, کارشناس فروش, معرف""",
    "company_name": """
        company, company name, organization, organisation, account, account name, firm,
        business name, employer, customer name, supplier name, vendor name, client name,
        organization name, legal name, trade name, شرکت, نام شرکت, نام سازمان, سازمان,
        نام موسسه, موسسه, نام مشتری, نام فروشگاه, نام تجاری, نام حقوقی, نام تامین کننده,
        عنوان شرکت, sherkat, name sherkat, nam sherkat, esm sherkat, moshtari, nam moshtari,
        sazman""",
    "person_name": """
        full name, person, person name, contact, contact name, contact person, display name,
        fullname, customer contact, attention, attn, lead name, representative,
        نام و نام خانوادگی, نام کامل, رابط, نام رابط, شخص رابط, طرف تماس, نام مدیر, مدیر عامل,
        نام مدیرعامل, نماینده, نام نماینده, nam va nam khanevadegi, nam kamel, rabet, modir amel""",
    "first_name": """
        first name, firstname, given name, forename, fname, christian name, نام, نام کوچک, اسم,
        اسم کوچک, nam, nam kuchak, esm, name kuchak""",
    "last_name": """
        last name, lastname, surname, family name, family, lname, second name, نام خانوادگی,
        فامیل, فامیلی, شهرت, nam khanevadegi, name khanevadegi, famil, famili, khanevadegi""",
    "job_title": """
        title, job title, job, position, role, occupation, contact title, designation,
        profession, function, سمت, عنوان شغلی, شغل, پست سازمانی, سمت سازمانی, رده شغلی, semat,
        shoghl, onvan shoghli""",
    "salutation": """
        salutation, title of courtesy, honorific, courtesy title, name prefix, prefix, courtesy,
        عنوان, پیشوند, لقب, عنوان خطاب, onvan, laghab""",
    "email": """
        email, e mail, mail, email address, e mail address, electronic mail, mail address,
        ایمیل, پست الکترونیک, پست الکترونیکی, رایانامه, نشانی ایمیل, آدرس ایمیل, میل, imeil,
        post elektronik, rayanameh""",
    "phone": """
        phone, telephone, tel, phone number, telephone number, tel no, office phone, home phone,
        work phone, business phone, landline, telno, phone no, contact number, call, تلفن,
        شماره تلفن, تلفن ثابت, شماره تماس, تلفن دفتر, تلفن منزل, تلفن شرکت, تلفن محل کار,
        telefon, shomare telefon, shomareh telefon, tel sabet, shomare tamas, tamas""",
    "mobile": """
        mobile, mobile phone, cell, cell phone, cellphone, mobile number, mobile no, gsm,
        handphone, mob, sms number, whatsapp, موبایل, تلفن همراه, همراه, شماره همراه,
        شماره موبایل, گوشی, mobail, mobayl, hamrah, shomare hamrah, telefon hamrah,
        shomare mobile, shomareh mobile""",
    "fax": """
        fax, fax number, fax no, facsimile, telefax, فکس, فاکس, نمابر, دورنگار, شماره فکس,
        شماره نمابر, namabar, durnegar, shomare fax""",
    "url": """
        url, website, web site, homepage, home page, web, web address, site, link, linkedin url,
        domain, www, web page, internet, وب سایت, سایت, تارنما, وبگاه, نشانی وب, آدرس سایت,
        لینک, دامنه, vebsait, websait, tarnama""",
    "address": """
        address, street, street address, address line, addr, road, address 1, address 2,
        mailing address, ship address, billing address, shipping address, street line, suburb,
        location, house number, street number, آدرس, نشانی, آدرس پستی, خیابان, آدرس شرکت,
        نشانی پستی, محل, adres, address sherkat, neshani, khiaban""",
    "city": """
        city, town, place, locality, municipality, ship city, شهر, نام شهر, شهرستان, شهر محل,
        shahr, shahrestan, name shahr""",
    "province": """
        province, state, region, state province, county, district, territory, st, prov,
        state or province, استان, نام استان, منطقه, ایالت, ناحیه, ostan, mantaghe, ostaan""",
    "postal_code": """
        postal code, postcode, zip, zip code, post code, postalcode, zipcode, plz, pincode,
        کد پستی, کدپستی, صندوق پستی, kod posti, kode posti, code posti, codeposti""",
    "country": """
        country, nation, country code, country name, nationality, کشور, نام کشور, ملیت, keshvar,
        meliat""",
    "national_id": """
        national id, national code, ssn, soc sec id, social security, national number,
        personal id, person id, citizen id, national identity, کد ملی, کدملی, شماره ملی,
        شماره شناسنامه, کد ملي, code melli, kode melli, kod melli, codemelli, shomare melli,
        melli code, national no""",
    "company_id": """
        company national id, registration number, company registration, company number,
        registration no, شناسه ملی, شناسه ملی شرکت, شماره ثبت, شماره ثبت شرکت, کد شناسه ملی,
        shenase melli, shenaseh melli, shomare sabt""",
    "economic_code": """
        economic code, tax id, vat, vat number, tax number, tax code, vat id, tin, tax no,
        کد اقتصادی, شماره اقتصادی, کد مالیاتی, شناسه مالیاتی, code eghtesadi, kod eghtesadi,
        kode eghtesadi, shomare eghtesadi""",
    "iban": """
        iban, sheba, shaba, bank account, account iban, شبا, شماره شبا, شماره حساب, حساب بانکی,
        shomare sheba, shomare hesab, shomareh shaba""",
    "birth_date": """
        birth date, birthdate, date of birth, dob, birthday, born, birth day, تاریخ تولد, تولد,
        ت تولد, زادروز, tarikh tavalod, tarikhe tavalod, tavalod, tavallod""",
    "date": """
        date, day, order date, required date, shipped date, hire date, start date, end date,
        due date, created, created on, created at, registered, since, customer since, modified,
        valid from, valid to, expiry, first seen, last seen, reg date, registration date, تاریخ,
        تاریخ ثبت, تاریخ عضویت, تاریخ سفارش, تاریخ شروع, تاریخ پایان, تاریخ ایجاد, مورخ, سررسید,
        تاریخ استخدام, تاریخ قرارداد, tarikh, tarikh sabt, tarikhe sabt""",
    "datetime": """
        timestamp, date time, datetime, time stamp, created time, updated at, last login,
        modified on, زمان, تاریخ و ساعت, زمان ثبت, ساعت, zaman, tarikh va saat""",
    "money": """
        amount, price, cost, total, revenue, salary, unit price, credit limit, freight, value,
        fee, balance, turnover, sum, budget, income, debit, credit, sales, discount amount,
        discount, تخفیف, takhfif,
        total amount, annual revenue, tax, مبلغ, قیمت, فی, بها, هزینه, درآمد, حقوق, بدهی,
        اعتبار, سقف اعتبار, مانده, جمع, جمع کل, مبلغ کل, بستانکار, بدهکار, فروش, مالیات, کرایه,
        بودجه, ارزش, mablagh, gheymat, gheimat, hazine, daramad, mandeh, etebar""",
    "currency": """
        currency, currency code, ccy, ارز, نوع ارز, واحد پول, واحد پولی, arz, vahed pul""",
    "quantity": """
        quantity, qty, count, units, stock, number of employees, employees, units in stock,
        units on order, reorder level, headcount, nb tasks, inventory, pieces, تعداد, مقدار,
        موجودی, تعداد کارکنان, تعداد پرسنل, شمار, tedad, meghdar, mojudi, tedade karkonan""",
    "percent": """
        percent, percentage, pct, rate, discount, share, probability, margin, commission, درصد,
        نرخ, تخفیف, احتمال, سهم, darsad, takhfif, nerkh""",
    "number": """
        number, num, score, rank, rating, index, level, شماره, عدد, نمره, امتیاز, رتبه, adad""",
    "boolean": """
        active, is active, enabled, discontinued, flag, deleted, has newsletter, opt in,
        opt out, subscribed, yes no, bounced, verified, vip, do not call, do not email,
        credit hold, فعال, فعال است, حذف شده, تایید شده, عضو خبرنامه, منقضی, faal, active y n""",
    "status": """
        status, state code, status code, stage, phase, condition, lifecycle, وضعیت, وضعيت,
        مرحله, حالت, vaziat, vaziyat, marhale""",
    "category": """
        category, type, class, group, segment, industry, kind, sector, tags, tag, source,
        category name, customer type, lead source, priority, department, genre, style, brand,
        دسته, گروه, نوع, رده, صنعت, طبقه, دسته بندی, نوع مشتری, منبع, اولویت, بخش, برچسب, زمینه,
        زمینه فعالیت, حوزه, واحد, daste, gorooh, noe, sanat, bakhsh""",
    "gender": "gender, sex, جنسیت, جنس, مرد زن, jensiat, jensiyat",
    "product_name": """
        product, product name, item, item name, article, goods, sku name, نام کالا, کالا, محصول,
        نام محصول, شرح کالا, nam kala, kala, mahsul, mahsool""",
    "code": """
        code, number code, sku, account number, customer number, customer code, ref no,
        order number, invoice number, product code, account no, legacy id, legacy code, no,
        extension, cust no, item code, کد, کد مشتری, شماره مشتری, شماره سفارش, شماره فاکتور,
        کد کالا, شماره اشتراک, کد رهگیری, داخلی, code moshtari, kod moshtari, kode moshtari, kod""",
    "note": """
        note, notes, comment, comments, remark, remarks, description, memo, details, background,
        about, bio, body, message, history, توضیحات, توضیح, شرح, یادداشت, ملاحظات, پیام, سابقه,
        شرح حال, tozihat, tozih, sharh, yaddasht, molahezat""",
    "binary": """
        photo, picture, image, logo, file, attachment, avatar, photo path, blob, thumbnail, عکس,
        تصویر, لوگو, فایل, پیوست, aks, tasvir, peyvast""",
    "text": "subject, topic, نام پروژه, موضوع, mozoo",
}


def phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Every (meaning, words of the phrase), folded, the longest phrases first."""
    listed = {
        (meaning, tuple(fold(phrase).split()))
        for meaning, block in _HEADERS.items()
        for phrase in block.split(",")
    }
    return sorted(listed, key=lambda one: (-len(" ".join(one[1])), one))
