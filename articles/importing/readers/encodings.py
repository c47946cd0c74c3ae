"""The encoding of a text file, told by its first bytes."""

import codecs
import re

from charset_normalizer import from_bytes

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8",
}
# Of a file that begins with four ASCII characters and no mark.
_UNMARKED = {
    "utf-16-le": re.compile(rb"(?:[\t-\x7f]\x00){4}"),
    "utf-16-be": re.compile(rb"(?:\x00[\t-\x7f]){4}"),
}
# What an archive in English and Urdu holds from before UTF-8: where more are allowed,
# those of other languages are mistaken for them.
LEGACY = ["cp1252", "cp1256"]
NOT_DECODED = re.compile("[\udc80-\udcff]")  # a byte, as "surrogateescape" leaves it


def encoding_of(head: bytes) -> str:
    """The encoding, UTF-8 where nothing else is plain; empty if it cannot be told."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return encoding
    for encoding, form in _UNMARKED.items():
        if form.match(head):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(head)  # without the half of a character at its end
    is_utf_8 = head.isascii() or is_mostly_utf_8(text)
    return "utf-8" if is_utf_8 else legacy_encoding(head)


def is_mostly_utf_8(text: str) -> bool:
    """Whether a text decoded as UTF-8 has more characters beyond ASCII than faults.

    In the older encodings hardly two letters in a row happen to be UTF-8.
    """
    faults = len(NOT_DECODED.findall(text))
    return sum(not character.isascii() for character in text) > 2 * faults


def legacy_encoding(sample: bytes) -> str:
    """The older encoding that makes the most sense of bytes; empty if none does."""
    best = from_bytes(sample, cp_isolation=LEGACY).best()
    return best.encoding if best else ""
