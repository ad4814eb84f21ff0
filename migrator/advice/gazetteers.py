"""Short lists of names, by which a column's values give away what they are.

Enough to recognise a column, not to check a value: nothing is ever rejected by these.
"""

from __future__ import annotations

from migrator.transforms.folding import fold


def _set(*blocks: str) -> frozenset[str]:
    return frozenset(fold(word) for block in blocks for word in block.split(","))


CITIES = _set(
    """تهران, مشهد, اصفهان, کرج, شیراز, تبریز, قم, اهواز, کرمانشاه, ارومیه, رشت, زاهدان, همدان,
    کرمان, یزد, اردبیل, بندرعباس, بندر عباس, اراک, اسلامشهر, زنجان, سنندج, قزوین, خرم آباد,
    گرگان, ساری, شهریار, قدس, کاشان, ملارد, دزفول, نیشابور, بابل, خمینی شهر, سبزوار, گلستان,
    آمل, پاکدشت, نجف آباد, بروجرد, آبادان, قرچک, بجنورد, ورامین, بوشهر, ساوه, قائمشهر,
    بیرجند, سیرجان, خوی, ایلام, شهرکرد, سمنان, یاسوج, مراغه, مرودشت, شاهرود, ملایر,
    گنبدکاووس, بم, رفسنجان, کیش, خرمشهر, ماهشهر, لاهیجان, انزلی, چابهار, دماوند, شاهین شهر,
    مهاباد, بوکان, میاندوآب, جهرم""",
    """tehran, mashhad, isfahan, esfahan, karaj, shiraz, tabriz, qom, ahvaz, ahwaz, kermanshah,
    urmia, orumiyeh, rasht, zahedan, hamadan, hamedan, kerman, yazd, ardabil, bandar abbas,
    arak, zanjan, sanandaj, qazvin, khorramabad, gorgan, sari, kashan, babol, amol, bushehr,
    semnan""",
    """london, paris, berlin, madrid, rome, roma, vienna, wien, brussels, bruxelles, lisbon,
    lisboa, amsterdam, copenhagen, stockholm, oslo, helsinki, dublin, athens, warsaw,
    prague, budapest, geneve, geneva, zurich, bern, munich, munchen, hamburg, frankfurt,
    cologne, koln, stuttgart, lyon, marseille, lille, toulouse, nantes, strasbourg, reims,
    barcelona, sevilla, milan, milano, torino, bergamo, salzburg, graz, aachen, leipzig, new
    york, los angeles, chicago, houston, boston, seattle, portland, san francisco, san
    diego, dallas, denver, miami, atlanta, albuquerque, philadelphia, phoenix, washington,
    anchorage, boise, butte, kirkland, redmond, tacoma, toronto, montreal, vancouver,
    ottawa, tsawassen, mexico, mexico city, sao paulo, rio de janeiro, campinas, resende,
    buenos aires, caracas, bogota, lima, santiago, barquisimeto, san cristobal, lulea,
    sydney, melbourne, brisbane, perth, auckland, tokyo, osaka, beijing, shanghai, hong
    kong, singapore, seoul, delhi, mumbai, bangalore, karachi, dubai, abu dhabi, istanbul,
    ankara, baghdad, doha, kuwait city, muscat, riyadh, cairo, johannesburg, moscow, kyiv,
    birmingham, manchester, leeds, liverpool, glasgow, edinburgh, cardiff, bristol,
    sheffield, cowes, cork""",
)

PROVINCES = _set(
    """تهران, البرز, اصفهان, فارس, خراسان رضوی, خراسان شمالی, خراسان جنوبی, آذربایجان شرقی,
    آذربایجان غربی, خوزستان, مازندران, گیلان, کرمان, سیستان و بلوچستان, هرمزگان, همدان,
    کرمانشاه, لرستان, مرکزی, قزوین, قم, گلستان, یزد, اردبیل, زنجان, سمنان, کردستان, بوشهر,
    ایلام, چهارمحال و بختیاری, کهگیلویه و بویراحمد""",
    """alborz, fars, khorasan, khuzestan, mazandaran, gilan, golestan, lorestan, hormozgan,
    markazi, kurdistan, ilam, bc, ak, al, ar, az, ca, co, ct, de, fl, ga, hi, ia, id, il,
    in, ks, ky, la, ma, md, me, mi, mn, mo, ms, mt, nc, nd, ne, nh, nj, nm, nv, ny, oh, ok,
    or, pa, ri, sc, sd, tn, tx, ut, va, vt, wa, wi, wv, wy, nsw, vic, qld, tas, act, nt, sa,
    on, qc, ab, mb, sk, ns, nb, california, texas, florida, new york, ontario, quebec,
    victoria, isle of wight, essex, kent, surrey, sp, rj, lara, df, tachira, nueva esparta,
    oregon, washington, british columbia""",
)

COUNTRIES = _set(
    """ایران, عراق, ترکیه, امارات, افغانستان, پاکستان, آلمان, فرانسه, انگلستان, ایتالیا,
    اسپانیا, چین, هند, روسیه, آمریکا, کانادا, ژاپن, قطر, عمان, کویت, آذربایجان, ارمنستان,
    ترکمنستان, جمهوری اسلامی ایران, امارات متحده عربی, کره جنوبی, سوئد, سوئیس, هلند, اتریش""",
    """iran, ir, irn, iraq, turkey, turkiye, uae, united arab emirates, afghanistan, pakistan,
    germany, deutschland, france, uk, gb, united kingdom, england, ireland, italy, spain,
    portugal, belgium, netherlands, switzerland, austria, sweden, norway, denmark, finland,
    poland, hungary, czech republic, greece, russia, ukraine, usa, us, united states,
    canada, mexico, brazil, brasil, argentina, venezuela, chile, colombia, peru, china,
    japan, south korea, india, singapore, australia, new zealand, south africa, egypt,
    qatar, oman, kuwait, saudi arabia, azerbaijan, de, fr, es, it, nl, be, ch, at, se, no,
    dk, fi, pl, cn, jp, au, br, ca, tr""",
)

FIRST_NAMES = _set(
    """محمد, علی, حسین, مهدی, رضا, فاطمه, زهرا, مریم, حسن, امیر, سارا, نرگس, احمد, محمود, سعید,
    حمید, مجید, وحید, نوید, امید, کامران, کیوان, کاوه, آرش, بابک, بهرام, بهروز, پیمان, پویا,
    شهاب, شاهین, فرهاد, فرید, مصطفی, مرتضی, ابراهیم, اسماعیل, یاسر, یوسف, لیلا, لاله, مینا,
    مهسا, نازنین, نیلوفر, ندا, سمیرا, سحر, شیما, شیرین, الهام, الهه, آزاده, اعظم, بهاره,
    پریسا, رامین, سینا, سهیل, طاهره, عباس, غلامرضا, قاسم, کریم, کیمیا, محمدرضا, علیرضا,
    امیرحسین, هادی, هانیه, پروین, پرویز, جواد, جلال, جمشید, خسرو, داریوش, کورش, سیامک,
    سیاوش, اکبر, اصغر, منصور, ناصر, نادر, ایمان, میلاد, حامد, محسن, مسعود, معصومه, سمیه,
    ریحانه, هدی, زینب, پگاه, مانی, آرمان, پوریا, فریبا, شهرام, بهنام, کیانوش, رویا, فرزانه,
    مهناز, ژاله, شادی, آیدا, ترانه, صادق, جعفر, کاظم""",
    """mohammad, ali, hossein, hosein, mehdi, reza, fatemeh, zahra, maryam, hassan, amir, sara,
    narges, ahmad, saeed, hamid, majid, vahid, omid, arash, babak, farhad, ebrahim, yousef,
    leila, mina, mahsa, neda, shirin, elham, parisa, sina, abbas, karim, alireza,
    mohammadreza""",
    """john, mary, james, robert, michael, william, david, richard, joseph, thomas, charles,
    maria, anna, ann, anne, peter, paul, george, susan, linda, elizabeth, janet, nancy,
    laura, margaret, steven, andrew, daniel, martin, simon, patricia, christina, ana, hari,
    howard, yoshi, thomas, philip, victoria, hanna, frederique, laurence, francisco, yang,
    pedro, janine, roland, carlos, helen, helvetius, felipe, jose, jytte, dominique, art,
    palle, karin, alexander, antonio, eduardo, isabel, jean, patrick, sven, rita, rene,
    matti, pirkko, zbyszek, sarah, emily, emma, olivia, jack, harry, oliver, sophie,
    jessica, chloe, joshua, matthew, alan, lucia, marie, mark, kevin, brian, edward,
    jennifer, barbara, lisa, karen, donna, sandra, julia, lewis, noah, harper, shelley""",
)

GENDERS = _set("""male, female, m, f, man, woman, مرد, زن, آقا, خانم, مذکر, مونث, مؤنث""")

SALUTATIONS = _set(
    """mr, mrs, ms, miss, dr, prof, sir, mx, herr, frau, eng, جناب آقای, سرکار خانم, آقای,
    خانم, آقا, دکتر, مهندس, جناب, سرکار, استاد, حاج آقا, جناب آقا"""
)

BOOLEANS = _set(
    """true, false, yes, no, y, n, t, f, on, off, بله, خیر, بلی, نه, آری, دارد, ندارد, فعال,
    غیرفعال, غیر فعال, active, inactive, enabled, disabled, x"""
)

CURRENCIES = _set(
    """usd, eur, gbp, irr, irt, aed, try, jpy, cny, chf, cad, aud, inr, iqd, rub, sek, ریال,
    تومان, دلار, یورو, درهم, لیر, پوند, ين, rial, toman, dollar, euro"""
)

STATUSES = _set(
    """active, inactive, open, closed, new, pending, won, lost, qualified, disqualified,
    cancelled, canceled, completed, in progress, done, draft, archived, suspended, blocked,
    deleted, hot, warm, cold, فعال, غیرفعال, باز, بسته, جدید, در حال انجام, انجام شده, لغو
    شده, تکمیل, معلق, بایگانی, در انتظار, مسدود, active customer, prospect, lead, customer,
    in-contract, won deal"""
)

COMPANY_WORDS = _set(
    """شرکت, موسسه, گروه, سازمان, صنایع, کارخانه, بازرگانی, فروشگاه, هلدینگ, تعاونی, بانک,
    بیمه, تولیدی, مهندسی, خدمات, توسعه, پخش, کارگاه, مجتمع, نمایندگی, سهامی, پتروشیمی,
    دانشگاه, ltd, limited, inc, llc, gmbh, ag, co, corp, corporation, company, plc, sa, srl,
    spa, kg, bv, nv, group, holding, holdings, industries, trading, traders, markets,
    market, stores, foods, imports, systems, solutions, services, bank, sons, associates,
    partners, enterprises, supplies, sas, ab"""
)

TITLE_WORDS = _set(
    """manager, director, sales, owner, representative, agent, engineer, assistant, president,
    ceo, cfo, cto, administrator, accounting, accountant, marketing, purchasing, officer,
    head, chief, clerk, consultant, analyst, developer, vice, coordinator, associate,
    specialist, secretary, buyer, مدیر, کارشناس, مدیرعامل, رئیس, رییس, معاون, مسئول, سرپرست,
    حسابدار, مشاور, منشی, مهندس, فروشنده, مدیرفروش, بازاریاب, کارمند, نماینده, تحلیلگر,
    کارمند فروش, تکنسین, مالک"""
)

ADDRESS_WORDS = _set(
    """street, st, str, strasse, road, rd, avenue, ave, av, blvd, boulevard, lane, ln, drive,
    place, rue, via, calle, platz, square, way, court, box, floor, suite, apt, unit, no,
    rua, alameda, gate, خیابان, کوچه, پلاک, میدان, بلوار, بزرگراه, طبقه, واحد, شهرک, روبروی,
    جنب, ساختمان, نرسیده, بن, بست, خ, ک, پ, اتوبان, چهارراه, فلکه, جاده, کیلومتر, فاز, نبش,
    بعد, انتهای, ابتدای"""
)
