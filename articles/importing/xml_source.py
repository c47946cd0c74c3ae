"""The bytes of an XML file as UTF-8, whatever they were, and what may not begin so."""

import codecs
import re
from io import BufferedReader

from articles.importing.readers.encodings import encoding_of
from articles.importing.readers.page_encoding import declared_encoding

DECLARATIONS = "it declares entities or a document type of its own"
_LOOKED_AT = 64 * 1024
# XML has no place for them, and many an export of a blog does. A NUL stays a fault:
# what has those is no text.
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PROLOG = r"(?:\s|<\?.*?\?>|<!--.*?-->)*+"
_DECLARED = re.compile(
    rf"""{_PROLOG}<!DOCTYPE(?:[^\[<>"']|"[^"]*+"|'[^']*+')*+\[""",
    re.DOTALL | re.IGNORECASE,
)


class XmlFault(ValueError):  # noqa: N818 - a fault of the file, as its users call it
    """Why XML is not read on, and in which line of the file."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def xml_text(head: bytes) -> str:
    """The beginning of a file as text, without a mark or space before its root."""
    text = head.decode(xml_encoding(head), "replace")
    return text.removeprefix("\ufeff").lstrip()


def xml_encoding(head: bytes) -> str:
    """By byte order mark, as UTF-8 or UTF-16 by form, or as the file declares."""
    plain = encoding_of(head)
    if plain.startswith(("utf-16", "utf-32")) or head.startswith(codecs.BOM_UTF8):
        return plain
    declared = declared_encoding(head.lstrip())
    if declared != "utf-8" and not head.isascii() and _is_utf_8(head):
        return "utf-8"
    return declared


def has_declarations(text: str) -> bool:
    """Whether a document that begins so declares entities or elements of its own."""
    return bool(_DECLARED.match(text))


class Utf8Source:
    """A file to read from, in UTF-8; raises XmlFault.

    What is before a fault is given first. `size` is how much was given, `removed` how
    many control characters were left out.
    """

    def __init__(self, stream: BufferedReader) -> None:
        head = stream.peek(_LOOKED_AT)[:_LOOKED_AT]
        self.encoding = xml_encoding(head)
        self.size = self.removed = 0
        self.line = 1  # the last one that was given, at its end
        self.begins_on = 1  # the line on which the first character stands
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(self.encoding)()
        self._fault: XmlFault | None = None
        self._is_begun = self._is_over = False

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end."""
        while not self._is_over:
            if self._fault:
                raise self._fault
            data = self._stream.read(size)
            self._is_over = not data
            if text := self._begun(self._decoded(data)):
                given = self._clean(text).encode("utf-8", "surrogatepass")
                self.size += len(given)
                return given
        return b""

    def _decoded(self, data: bytes) -> str:
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            sound = error.object[: error.start].decode(self.encoding, "replace")
            line = self.line + sound.count("\n")
            name = self.encoding.upper()
            self._fault = XmlFault(f"bytes that are not {name}, as it says", line)
            self._is_over = False
            return sound

    def _begun(self, text: str) -> str:
        """The text, without what stands before the first character."""
        self.line += text.count("\n")
        if self._is_begun:
            return text
        begun = text.removeprefix("\ufeff").lstrip()
        self._is_begun = bool(begun)
        self.begins_on = self.line - begun.count("\n")
        return begun

    def _clean(self, text: str) -> str:
        clean, removed = _CONTROLS.subn("", text)
        self.removed += removed
        return clean


def _is_utf_8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
