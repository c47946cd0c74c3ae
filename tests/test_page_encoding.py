"""In which encoding a page is, whatever it says."""

import pytest

from articles.importing.readers.page_encoding import EncodingError, decoded

TEXT = "بندرگاہ کھل گئی۔ £"
META = '<html><meta charset="{0}">'
CONTENT = '<meta content="text/html; charset={0}" http-equiv="Content-Type">'
XML = "<?xml version='1.0' encoding='{0}'?><html>"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"plain", "plain"),
    ],
)
def test_a_page_is_in_unicode_if_it_declares_nothing(data, text):
    assert decoded(data) == text


@pytest.mark.parametrize("declaration", [META, CONTENT, XML, META.replace('"', "")])
@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("Windows-1256", "cp1256", "بندرگاہ پر چار ٹرک"),
        ("iso-8859-1", "cp1252", "“Quay” – £5"),  # what browsers take it for
        ("utf-8", "utf-8", "بندرگاہ"),
        ("windows-1252", "utf-8", "بندرگاہ"),  # it was saved as UTF-8
        ("utf-16", "utf-8", "بندرگاہ"),  # or the label could not have been read
        ("Shift_JIS", "cp932", "港①"),
        ("rot13", "ascii", "no encoding of the web"),
        ("zip", "ascii", "no encoding of text"),
        ("nonsense", "utf-8", "بندرگاہ"),
    ],
)
def test_a_declared_encoding_is_used_where_it_can_be(
    declaration, label, encoding, text
):
    page = declaration.format(label) + text
    assert decoded(page.encode(encoding)) == page


def test_a_declaration_far_down_is_none():
    page = " " * 5000 + META.format("windows-1252") + "£" * 10
    with pytest.raises(EncodingError, match="not in UTF-8, which it declares or"):
        decoded(page.encode("cp1252"))


def test_single_damaged_characters_are_kept_as_such_and_many_are_refused():
    assert decoded(b"quay \xe9 reopens") == "quay \ufffd reopens"
    with pytest.raises(EncodingError):
        decoded(b"\xe9 quay " * 100)
