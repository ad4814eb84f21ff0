"""Personal data by meaning: columns that say something of a natural person.

After the definition of personal data in Article 4(1) of the GDPR: what identifies a person, alone
or with other data. A company's own number or name is none; a phone or an address may be a company's
and is marked all the same, because a person has to look.
"""

from __future__ import annotations

from migrator.model.text import Text

KINDS: dict[str, Text] = {
    "identity": Text("identity of a person", "هویت شخص"),
    "contact": Text("how to reach a person", "راه تماس با شخص"),
    "official": Text("official number", "شماره‌ی رسمی"),
    "bank": Text("bank account", "حساب بانکی"),
    "trait": Text("trait of a person", "ویژگی شخص"),
}

# Meaning (model.meanings.MEANINGS) -> kind of personal data.
PERSONAL: dict[str, str] = {
    "person_name": "identity",
    "first_name": "identity",
    "last_name": "identity",
    "email": "contact",
    "phone": "contact",
    "mobile": "contact",
    "fax": "contact",
    "address": "contact",
    "national_id": "official",
    "iban": "bank",
    "birth_date": "trait",
    "gender": "trait",
}
