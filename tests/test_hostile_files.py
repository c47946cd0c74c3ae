"""Files that are broken, cut off, huge, in a wrong encoding, or meant to harm.

Of each, what is at fault is named with its place, and every good story is stored.
"""

import gzip
import io
import json
import tarfile
import zipfile
from dataclasses import dataclass, field
from tracemalloc import get_traced_memory, start, stop
from typing import Any

import pytest

from articles.importing.imports import Import
from articles.models import Article

pytestmark = pytest.mark.django_db

MEGABYTE = 1_000_000
MOST_MEMORY = 160 * MEGABYTE
GOOD = {"headline": "Good", "published": "2025-04-18", "body": "بندرگاہ کھل گئی۔"}
FINE = {"headline": "Fine", "published": "2025-04-19", "body": "Ships are back."}
ONE, TWO = (json.dumps(story, ensure_ascii=False).encode() for story in (GOOD, FINE))
BOTH = ["Fine", "Good"]


@dataclass
class Case:
    name: str
    data: bytes
    refused: str  # how a refusal begins, as people read it
    stored: list[str] = field(default_factory=lambda: BOTH)
    count: int = 1  # of refusals
    how: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def table(*rows: bytes, header: bytes = b"headline,body,published") -> bytes:
    """A good row, those given, and another good one."""
    one, two = (
        ",".join(s[k] for k in ("headline", "body", "published")) for s in (GOOD, FINE)
    )
    return b"\n".join([header, one.encode(), *rows, two.encode(), b""])


def lines(*between: bytes) -> bytes:
    return b"\n".join([ONE, *between, TWO, b""])


def listed(*between: bytes) -> bytes:
    return b"[\n" + b",\n".join([ONE, *between, TWO]) + b"\n]"


def zipped(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, lines())
    return packed.getvalue()


def tarred() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        entry = tarfile.TarInfo("a.jsonl")
        entry.size = len(lines())
        archive.addfile(entry, io.BytesIO(lines()))
    return packed.getvalue()


def story(**fields: Any) -> bytes:
    return json.dumps(FINE | {"headline": "Bad"} | fields).encode()


def number(line: int) -> str:
    return f"a, line {line}: "


UNPACK = "unpack it first, and name the file or the folder"
NEVER = "a quote does not close before the end of "
ENDS = "the file ends within it, or within its list"
FILES = [
    Case("empty", b"", "a: file: it is empty", []),
    Case("only blanks", b" \n\t\n" * 99, "a: file: it is empty", []),
    Case("only a mark", b"\xef\xbb\xbf", "a: file: none of document", []),
    Case("only NULs", b"\x00" * MEGABYTE, "a: file: none of document", []),
    Case("noise", bytes(range(256)) * 400, "a: file: none of document", []),
    Case("zip", zipped("a.jsonl"), f"a: file: a zip archive: {UNPACK}", []),
    Case("xlsx", zipped("xl/workbook.xml"), "a: file: a spreadsheet: save its", []),
    Case("odt", zipped("mimetypeopendocument.text"), "a: file: a word processor's", []),
    Case("old Excel", b"\xd0\xcf\x11\xe0" + b"\x00" * 99, "a: file: an old office", []),
    Case("tar", tarred(), f"a: file: a tar archive: {UNPACK}", []),
    Case("bzip2", b"BZh91AY&SY" + b"\x00" * 99, "a: file: packed with bzip2: ", []),
    Case("xz", b"\xfd7zXZ\x00" + b"\x00" * 99, "a: file: packed with xz: unpack", []),
    Case("zstd", b"\x28\xb5\x2f\xfd" + b"\x00" * 99, "a: file: packed with zstd", []),
    Case(
        "gzip in gzip", gzip.compress(gzip.compress(lines())), "a: file: packed tw", []
    ),
    Case(
        "rich text", rb"{\rtf1\ansi Good}", "a: file: rich text: save it as plain", []
    ),
    Case("PDF", b"%PDF-1.7\n", "a: file: a PDF: save its text as text", []),
    Case("image", b"\x89PNG\r\n", "a: file: an image", []),
    Case("database", b"SQLite format 3\x00", "a: file: a database: export its", []),
    Case("XML with entities", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a: ", []),
]
DAMAGED = "a: file: the compressed data is damaged or ends too early"
GZIPPED = [
    Case("magic alone", b"\x1f\x8b", DAMAGED, []),
    Case("cut off at its end", gzip.compress(lines())[:-4], DAMAGED),
    Case("wrong checksum", gzip.compress(lines())[:-8] + b"\x00" * 8, DAMAGED),
    Case("a bit turned", b"\x1f\x8b\x08\x00" + b"\xff" * 99, DAMAGED, []),
    Case(
        "rubbish after it",
        gzip.compress(listed()) + b"rubbish",
        "a: file: something else follows the compressed data",
    ),
    Case(
        "a second member that is cut off",
        gzip.compress(lines()) + gzip.compress(lines())[:20],
        DAMAGED,
    ),
    Case(
        "a bomb",
        gzip.compress(lines()) + gzip.compress(b"\x00" * MEGABYTE) * 200,
        "a: file: the compressed data unpack to more than 200 times their size",
        count=2,  # and a line that is too long
    ),
    Case(
        "a bomb of rows",
        gzip.compress(table()) + gzip.compress((b" " * 9_999 + b"\n") * 100) * 80,
        "a: file: the compressed data unpack to more than 200 times their size",
    ),
]
LINES = [
    Case("cut off", lines() + ONE[:30], number(3) + "line: not JSON: "),
    Case("no JSON", lines(b"{not json}"), number(2) + "line: not JSON: "),
    Case("not UTF-8", lines(b'{"headline": "caf\xe9"}'), number(2) + "line: not UTF-8"),
    Case("no object", lines(b"[1, 2]"), number(2) + "line: not a JSON object"),
    Case("deep", lines(b'{"a":' * MEGABYTE), number(2) + "line: more than 100,000"),
    Case("long", lines(b" " * 30 * MEGABYTE), number(2) + "line: longer than 25,165,8"),
    Case(
        "many", lines(b"[" + b"[]," * MEGABYTE + b"1]"), number(2) + "line: more than"
    ),
    Case(
        "a number without end", lines(b'{"a":' + b"9" * 9999 + b"}"), "a, line 2: line"
    ),
    Case(
        "a headline of a megabyte", lines(story(headline="a" * MEGABYTE)), "a, line 2"
    ),
    Case(
        "an address of a script", lines(story(source_url="javascript:x")), "a, line 2"
    ),
    Case(
        "a wrong type", lines(story(body={"html": "x"})), "a, line 2: body: is an obj"
    ),
    Case(
        "not a number", lines(story(published=float("nan"))), "a, line 2: published_on"
    ),
    Case(
        "no such day", lines(story(published="2025-02-30")), "a, line 2: published_on"
    ),
    Case(
        "a guess", lines(story(published="03/04/2025")), "a, line 2: published_on: day"
    ),
]
LISTS = [
    Case("list cut off", listed()[:-3] + b",\n{", f"a, item 2: item: {ENDS}", ["Good"]),
    Case("list not closed", listed()[:-1], f"a, item 3: item: {ENDS}"),
    Case("rubbish after it", listed() + b" rubbish", "a, item 3: item: not JSON: "),
    Case("no object", listed(b"null"), "a, item 2: item: not a JSON object"),
    Case("a quote open", listed(b'{"headline": "Bad}'), "a, item 2: item: not JSON: "),
    Case("a comma too many", listed(b""), "a, item 2: item: not JSON: "),
    Case("not UTF-8", listed(b'{"headline": "\xff"}'), "a, item 2: item: not UTF-8: b"),
    Case(
        "long", listed(b'{"a": "' + b"a" * 30 * MEGABYTE + b'"}'), "a, item 2: item: l"
    ),
    Case(
        "many", listed(b"[" + b"[]," * 40_000 + b"1]"), "a, item 2: item: more than 1"
    ),
    Case(
        "deep", listed()[:-2] + b"," + b"[" * MEGABYTE, "a, item 3: item: nested more"
    ),
]
TABLES = [
    Case("header only", b"headline,body\n", "a: file: there is no row below the", []),
    Case(
        "unknown header",
        b"id,x\n1,2\n3,4\n",
        "a: header: no column is known for he",
        [],
    ),
    Case(
        "a name twice",
        b"headline,Headline,body\n",
        "a: header: two columns have on",
        [],
    ),
    Case(
        "columns without end",
        b"headline," * 40_000 + b"\nx\n",
        "a: header: more than 1,000 columns",
        [],
        how={"format": "table"},
    ),
    Case(
        "a column that is not there",
        table(),
        "a: header: there is no such column: 'Titel'",
        [],
        how={"columns": {"headline": ("Titel",)}},
    ),
    Case("too few", table(b"Bad,x"), number(3) + "row: as many cells as the header h"),
    Case("too many", table(b"Bad,x,2025-01-01,y"), number(3) + "row: as many cells as"),
    Case(
        "a quote open", table(b'Bad,"x,2025-01-01'), number(3) + f"row: {NEVER}the file"
    ),
    Case(
        "a quote open before much",
        table(b'Bad,"x,2025-01-01', *[b"Bad" * 33_000] * 150),
        number(3) + f"row: {NEVER}12,000,000 characters: opened in line 3",
        count=151,
    ),
    Case(
        "a quote in quotes", table(b'Bad,"a "b" c",'), number(3) + "row: a quote within"
    ),
    Case(
        "not UTF-8", table(b"caf\xe9,x,2025-01-01"), number(3) + "row: some bytes are"
    ),
    Case("NULs", table(b"\x00" * MEGABYTE), number(3) + "row: as many cells as the he"),
    Case(
        "a long line", table(b"x" * 20 * MEGABYTE), number(3) + "row: longer than 12,0"
    ),
    Case("cut off", table() + b'Bad,"x', number(4) + f"row: {NEVER}the file: opened"),
    Case("commas", table(b"," * 5 * MEGABYTE + b"x"), number(3) + "row: as many cells"),
    Case(
        "UTF-16 cut off",
        table(b"").decode().encode("utf-16") + b"B\x00a",
        number(5) + "row: as many cells as the header has: 1, not 3",
    ),
    Case(
        "half a character in UTF-16",
        table(b"Bad,XX,2025-01-01")
        .decode()
        .encode("utf-16-le")
        .join([b"\xff\xfe", b""])
        .replace("XX".encode("utf-16-le"), b"\x00\xd8X\x00"),
        number(3) + "row: some bytes are no characters of utf-16",
    ),
]
CASES = {"file": FILES, "gzip": GZIPPED, "jsonl": LINES, "json": LISTS, "table": TABLES}
PARAMETERS = [
    pytest.param(case, id=f"{kind}: {case}")
    for kind, cases in CASES.items()
    for case in cases
]


@pytest.mark.parametrize("case", PARAMETERS)
def test_what_is_at_fault_is_named_and_every_good_story_is_stored(case, tmp_path):
    (tmp_path / "a").write_bytes(case.data)
    told: list[str] = []
    what = Import(
        files=[tmp_path / "a"],
        tell=lambda refusal: told.append(str(refusal)) if len(told) < 9 else None,
        **case.how,
    )
    start()
    summary = what.run(lambda *_: None)
    peak = get_traced_memory()[1]
    stop()
    reasons = [reason.replace(f"{tmp_path}/", "") for reason in told]
    assert [reason for reason in reasons if reason.startswith(case.refused)], reasons
    assert sorted(Article.objects.values_list("headline", flat=True)) == case.stored
    assert summary.refused == case.count
    assert peak < MOST_MEMORY


def test_there_are_many_kinds():
    assert len(PARAMETERS) >= 40
