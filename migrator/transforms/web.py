"""E-mail and web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.characters import INVISIBLE, LONGEST, ODD_SPACES, ZWNJ
from migrator.transforms.kernels import VALUE, none_decided, run
from migrator.transforms.options import option


@dataclass(frozen=True)
class EmailOptions:
    """What is lowered; the domain always is."""

    lower_local: bool = option(
        True,
        Text("Lower case before the @ too", "پیش از @ هم حروف کوچک شود"),
        help=Text(
            "Hardly any provider tells case apart", "تقریباً هیچ سرویسی بزرگی حروف را نمی‌سنجد"
        ),
    )


# RFC 5321 section 4.1.2 (Dot-string) and 4.5.3.1 (64, 254 octets); quoted local parts and
# address literals are legal there and practically never people's addresses: refused.
_LOCAL = r"[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_ASCII_DOMAIN = rf"(?:{_LABEL}\.)+(?:[a-zA-Z]{{2,63}}|xn--[a-zA-Z0-9-]{{1,59}})"
_WORD_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"(?:{_WORD_LABEL}\.)+(?:[^\W\d_]{{2,63}}|xn--[a-zA-Z0-9-]{{1,59}})")
_ADDRESS = re.compile(rf"({_LOCAL})@(.+)")
_NAMED = re.compile(r"^[^<>]*<([^<>]+)>$")
_AROUND_AT = re.compile(r" *@ *")
_UNSEEN = str.maketrans({**dict.fromkeys(INVISIBLE + ZWNJ, None), **dict.fromkeys(ODD_SPACES, " ")})


def email(value: str, options: EmailOptions) -> Value:
    """The address alone, without spaces, `mailto:` or a name before it, domain in lower case."""
    text = value.translate(_UNSEEN).strip()
    if len(text) > LONGEST:
        raise CannotTransform("longer than 254 characters", "bad_email")
    named = _NAMED.match(text)
    text = (named[1] if named else text).strip()
    text = text[7:] if text.lower().startswith("mailto:") else text
    text = _AROUND_AT.sub("@", text).strip(" .,;،؛")
    if not text:
        return None
    if text.count("@") > 1:
        raise CannotTransform("more than one address", "bad_email")
    match = _ADDRESS.fullmatch(text)
    if match is None or len(match[1]) > 64 or not is_domain(match[2]):
        raise CannotTransform("not an e-mail address", "bad_email")
    local = match[1].lower() if options.lower_local else match[1]
    address = f"{local}@{match[2].lower()}"
    if len(address) > 254:
        raise CannotTransform("longer than 254 characters", "bad_email")
    return address


def is_domain(text: str) -> bool:
    """Whether the text is a domain name of at least two labels (any script)."""
    return len(text) <= 253 and _DOMAIN.fullmatch(text) is not None and "__" not in text


def _email_kernel(values: pl.Series, options: EmailOptions) -> tuple[pl.Series, pl.Series]:
    if not options.lower_local:
        return none_decided(values)
    text = VALUE.str.strip_chars(" ")
    ascii_only = VALUE.str.len_bytes() == VALUE.str.len_chars()
    address = text.str.to_lowercase()
    good = (
        ascii_only
        & (VALUE.str.len_bytes() <= 250)
        & address.str.contains(f"^{_LOCAL}@{_ASCII_DOMAIN}$")
        & (address.str.find("@", literal=True) <= 64)
        & address.str.starts_with("mailto:").not_()
    )
    return run(values, address, good.not_())


@dataclass(frozen=True)
class UrlOptions:
    """The scheme of an address that was written without one."""

    scheme: str = option(
        "https",
        Text("When no scheme is written", "وقتی طرح نوشته نشده"),
        choices=(
            ("https", Text("https://", "https://")),
            ("http", Text("http://", "http://")),
            ("fail", Text("report", "گزارش شود")),
        ),
    )


_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*)://?(?=[^/])")
_PORT = re.compile(r"^(.*?)(?::(\d{1,5}))?$")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)")


def url(value: str, options: UrlOptions) -> Value:
    """An http or https address: scheme and host in lower case, no default port, no lone slash at
    the end. Other schemes, addresses with a password and texts with spaces are refused."""
    text = value.translate(_UNSEEN).strip()
    if not text:
        return None
    match = _SCHEME.match(text)
    scheme = match[1].lower() if match else _missing_scheme(text, options)
    rest = text[match.end() :] if match else text
    host, path = _host_and_path(rest)
    if scheme not in _DEFAULT_PORTS or " " in rest or "@" in host:
        raise CannotTransform("not a web address", "bad_url")
    name, port = _name_and_port(host)
    if not (is_domain(name) or _IPV4.fullmatch(name)):
        raise CannotTransform("the host is not a domain name", "bad_url")
    shown_port = f":{port}" if port and port != _DEFAULT_PORTS[scheme] else ""
    return f"{scheme}://{name.lower()}{shown_port}{'' if path == '/' else path}"


def _missing_scheme(text: str, options: UrlOptions) -> str:
    if options.scheme == "fail" or re.match(r"[a-zA-Z]+:[^0-9]", text):
        raise CannotTransform("no http:// or https://", "bad_url")
    return options.scheme


def _host_and_path(rest: str) -> tuple[str, str]:
    at = next((i for i, c in enumerate(rest) if c in "/?#"), len(rest))
    return rest[:at], rest[at:]


def _name_and_port(host: str) -> tuple[str, str]:
    match = _PORT.match(host)
    if match is None:  # a line break in the host
        raise CannotTransform("not a web address", "bad_url")
    port = str(int(match[2])) if match[2] else ""
    if port and int(port) > 65535:
        raise CannotTransform("the port is above 65535", "bad_url")
    return match[1].removesuffix("."), port


EMAIL = Transform(
    id="email",
    title=Text("E-mail address", "نشانی ایمیل"),
    help=Text(
        "Cleans an e-mail address and checks its form.",
        "نشانی ایمیل را پاک و شکل آن را بررسی می‌کند.",
    ),
    options=EmailOptions,
    function=email,
    kernel=_email_kernel,
    examples=(
        Example(" Sara.Ahmadi@Gmail.COM ", "sara.ahmadi@gmail.com"),
        Example("Sara.A@Gmail.com", "Sara.A@gmail.com", {"lower_local": False}),
        Example("sara @gmail.com", "sara@gmail.com"),
        Example("Sara Ahmadi <sara@mail.ir>", "sara@mail.ir"),
        Example("mailto:sara@mail.ir;", "sara@mail.ir"),
        Example("\u200esara@mail.ir", "sara@mail.ir"),
        Example("a@پارس.ایران", "a@پارس.ایران"),
        Example("sara@gmail", fails="bad_email"),
        Example("sara..a@gmail.com", fails="bad_email"),
        Example("سارا@gmail.com", fails="bad_email"),
        Example("a@b.com, c@d.com", fails="bad_email"),
    ),
)
URL = Transform(
    id="url",
    title=Text("Web address", "نشانی وب"),
    help=Text("Completes and checks a web address.", "نشانی وب را کامل و شکل آن را بررسی می‌کند."),
    options=UrlOptions,
    function=url,
    examples=(
        Example("WWW.Example.COM/", "https://www.example.com"),
        Example("http://example.com:80/A?b=C", "http://example.com/A?b=C"),
        Example("example.ir:8080/x", "https://example.ir:8080/x"),
        Example("https://پارس.ایران/خانه", "https://پارس.ایران/خانه"),
        Example("example.com", options={"scheme": "fail"}, fails="bad_url"),
        Example("javascript:alert(1)", fails="bad_url"),
        Example("ftp://example.com", fails="bad_url"),
        Example("https://user:pw@example.com", fails="bad_url"),
        Example("no site", fails="bad_url"),
    ),
)
