"""The text of a page: in which of the many encodings it was saved, and decoded."""

import codecs
import re

_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LOOKED_AT = 4096
# <meta charset="…">, <meta http-equiv="Content-Type" content="text/html; charset=…">
# and <?xml version="1.0" encoding="…"?>
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,500}?\bcharset|\?xml\b[^<>]{0,500}?\bencoding)"
    rb"\s*=\s*[\"']?\s*([\w.:+-]{1,40})",
    re.IGNORECASE,
)
# Those of the web (WHATWG Encoding), by Python's names for them. Python knows others
# that no page is in, and some that are not even encodings of text.
_OF_THE_WEB = {
    *("utf-8", "cp866", "koi8-r", "koi8-u", "mac-cyrillic", "mac-roman", "cp874"),
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("gbk", "gb18030", "big5", "euc_jp", "iso2022_jp", "cp932", "cp949"),
}
# Labels under which pages are in something larger (WHATWG Encoding, section 4.2).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gbk",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# One in so many characters may be damaged: many a page has a few from elsewhere.
_ONE_IN = 1000


class EncodingError(ValueError):
    """Says in words why bytes are no text."""


def decoded(data: bytes) -> str:
    """The text, by byte order mark, as UTF-8, or as the page declares.

    Bytes that are UTF-8 are taken so whatever the page says: some browsers save pages
    in UTF-8 and leave the declaration as it was, and no other text is so by chance.
    Raises EncodingError where the text would be damaged.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _sound(data.removeprefix(bom), encoding)
    if not data.isascii():
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
    return _sound(data, declared_encoding(data))


def declared_encoding(data: bytes) -> str:
    """The encoding that a page or an XML file declares; UTF-8 if it declares none."""
    found = _DECLARED.search(data, 0, _LOOKED_AT)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else "utf-8"
    except LookupError:
        return "utf-8"
    return _MEANT.get(name, name if name in _OF_THE_WEB else "utf-8")


def _sound(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    if damaged > 2 + len(text) // _ONE_IN:
        name = encoding.upper()
        raise EncodingError(f"not in {name}, which it declares or leaves to assume")
    return text
