"""Persian words in Latin letters: what people write, and a key under which their spellings meet.

There is no standard: کد ملی is cod_meli, kode melli, codemeli, kod-e-melli. `sound` takes the
habits away, so each word is listed once.
"""

from __future__ import annotations

import re
from functools import cache

# Canonical word -> spellings by `|`, in any habit.
FINGLISH: dict[str, str] = {
    "customer": "moshtari|moshtarian|moshtariha|kharidar|kharidaran",
    "company": "sherkat|sherkatha|moasese|bongah",
    "account": "tarafe hesab|taraf hesab|sazman",
    "supplier": "tamin konande|taminkonande|tamin konandegan",
    "vendor": "foroushande|foroushandegan",
    "contact": "rabet|rabetin|mokhatab|mokhatabin|tarafe tamas|namayande",
    "person": "shakhs|ashkhas|afrad|fard",
    "employee": "karmand|karmandan|personel|karkonan|karshenas|kaarmand",
    "user": "karbar|karbaran",
    "owner": "masoul|malek",
    "opportunity": "forsat|forsatha",
    "product": "kala|kalaha|mahsul|mahsulat|jens|ajnas",
    "order": "sefaresh|sefareshat|sefareshha|factor|faktor|factorha",
    "orderline": "aghlam|ghalam sefaresh|aghlam sefaresh|radif sefaresh",
    "call": "tamas|tamasha|mokaleme",
    "meeting": "jalase|jalasat",
    "task": "vazife|vazayef|peygiri",
    "complaint": "shekayat|shekayatha",
    "productname": "nam kala|sharh kala|nam mahsul|sharh mahsul",
    "name": "nam|naam|esm|onvane sherkat",
    "firstname": "nam kuchak|esm kuchak",
    "lastname": "famil|famili|khanevadegi|nam khanevadegi|nam famil|shohrat",
    "fullname": "nam kamel|nam va nam khanevadegi|nam o nam khanevadegi|nam va famil",
    "jobtitle": "semat|shoghl|onvan shoghli|post sazmani",
    "title": "onvan",
    "salutation": "laghab",
    "department": "vahed sazmani|bakhsh|edare",
    "email": "imeil|imail|emeil|post elektronik|post elektroniki|rayaname",
    "phone": "telefon|telphon|telfon|telefon sabet|shomare telefon|shomare tamas|tel sabet",
    "mobile": "mobail|mobayl|hamrah|telefon hamrah|shomare hamrah|shomare mobile|gushi",
    "fax": "namabar|durnegar|faks|shomare fax",
    "website": "vebsait|websait|tarnama|sait|adres sait",
    "extension": "dakheli",
    "address": "adres|neshani|khiaban|adres posti",
    "city": "shahr|shahrestan",
    "province": "ostan",
    "postalcode": "kod posti|kodposti",
    "country": "keshvar",
    "code": "kod|shomare|shenase|sh",
    "national": "melli|meli",
    "postal": "posti",
    "economic": "eghtesadi",
    "nationalid": "kod melli|shomare melli",
    "companyid": "shenase melli|shenase melli sherkat",
    "economiccode": "kod eghtesadi|shomare eghtesadi|shenase eghtesadi",
    "iban": "sheba|shaba|shomare sheba|shomare shaba",
    "personnelcode": "kod personeli|shomare personeli",
    "registrationno": "shomare sabt|sh sabt|kod sabt",
    "birthcertificate": "shenasname|shomare shenasname|sh shenasname",
    "date": "tarikh",
    "time": "zaman|saat",
    "birthdate": "tavalod|tarikh tavalod|t tavalod|zadruz",
    "hiredate": "tarikh estekhdam|estekhdam",
    "since": "sabt|ozviat|tarikh sabt|tarikh ozviat|tarikh ijad|t sabt",
    "required": "tarikh tahvil|moed",
    "ship": "tahvil|girande",
    "shipped": "ersal",
    "start": "shoru|aghaz",
    "end": "payan",
    "amount": "mablagh|jam|meblagh",
    "total": "kol",
    "price": "gheymat|gheimat|fi|gheymat vahed",
    "cost": "baha|hazine|gheymat tamam shode",
    "purchase": "kharid",
    "sale": "forush",
    "quantity": "tedad|meghdar",
    "stock": "mojudi|mojudi anbar",
    "unit": "vahed",
    "discount": "takhfif",
    "rate": "nerkh|darsad",
    "tax": "maliat|arzesh afzude",
    "freight": "keraye|keraye haml|hazine haml",
    "credit": "etebar",
    "limit": "saghf|had",
    "creditlimit": "saghf etebar|had etebar",
    "revenue": "daramad|gardesh mali",
    "balance": "mande|mande hesab",
    "debt": "bedehi|bedehkar|bestankar|talab",
    "employees": "tedad karkonan|tedad personel|tedad karmand",
    "status": "vaziat|halat",
    "active": "faal",
    "gender": "jensiat",
    "industry": "sanat|zamine faaliat|hoze faaliat",
    "category": "goruh|daste|noe|raste|tabaghe",
    "priority": "olaviat",
    "source": "manba|mabda|nahve ashnai",
    "subject": "mozu",
    "note": "tozih|tozihat|sharh|yaddasht|molaheze|molahezat",
    "packaging": "baste bandi",
    "manager": "modir|modir amel|sarparast",
    "parent": "madar",
    "father": "pedar|nam pedar",
    "picture": "aks|tasvir|emza|logo",
    "consent": "rezayat|ejaze",
    "previous": "ghabli|ghadim|ghadimi|pishin",
    "latest": "akharin",
    "minimum": "hadaghal|haddeaghal",
    "maximum": "hadaksar",
    "expiry": "engheza|enghza",
    "issued": "sodur|mahal sodur",
    "home": "manzel|khane",
    "work": "mahal kar|daftar|edari",
    "other": "dovom|digar",
    "line": "radif|satr",
}

_RULES = (
    ("kh", "X"),  # one sound each: keep them from the rules for single letters
    ("ch", "C"),
    ("sh", "S"),
    ("gh", "Q"),
    ("q", "Q"),
    ("oo", "u"),
    ("ou", "u"),
    ("o", "u"),
    ("ee", "i"),
    ("aa", "a"),
    ("c", "k"),
    ("w", "v"),
    ("ey", "i"),
    ("ei", "i"),
    ("y", "i"),
)
_DOUBLE = re.compile(r"(.)\1+")
_END = re.compile(r"(?<=..)(eh|e|h)$")


@cache
def sound(word: str) -> str:
    """The key of one folded Latin word: kode, cod and code are one, so are melli and meli. Works
    on Persian in Latin letters only; English words change past recognition."""
    for old, new in _RULES:
        word = word.replace(old, new)
    return _END.sub("", _DOUBLE.sub(r"\1", word))


@cache
def sounds() -> dict[str, str]:
    """Key of a spelling, its words set apart by spaces -> canonical word."""
    found: dict[str, str] = {}
    for word, spellings in FINGLISH.items():
        for spelling in spellings.split("|"):
            found.setdefault(" ".join(map(sound, spelling.split())), word)
    return found


@cache
def glued_sounds() -> dict[str, str]:
    """`sounds` for spellings without spaces, three letters and more."""
    joined = {key.replace(" ", ""): word for key, word in sounds().items()}
    return {key: word for key, word in joined.items() if len(key) > 2}
