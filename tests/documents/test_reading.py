"""Reading files of every kind, good and bad."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import time
import tracemalloc

import pytest

from extractor.documents import Limits, Metadata, ReadFailure, ReadWarning, Reason, read_documents
from extractor.errors import DocumentError
from extractor.records import Document

TEXT = "Floods kill 12 in Sylhet\n\nAt least 12 people drowned on Tuesday, police said.\n"
SEEDS = {
    "000_39ae76600718cd0b.txt": "c6ed00bf6112b9cb6d74be47d2bffc411eec14815ae93d88283ee047a84c3562",
    "001_42162530b0eeb0ce.txt": "5f8fc0fa33dac4012550d007ee175150f049c17ad34011b37e7b667375d844a4",
    "002_f3da017427a235fc.txt": "eae46ca7f142c8d6109c57fdbb6948a827747538fc1147765cf427107082d52d",
    "003_1d2a6469c7f14f7e.txt": "56a84248942c0ace70865c4dfd861c0674e0e88c2997978c63ea25128ad1c423",
    "004_60ee8e7632c820bc.txt": "03fbcb311b4069f8456d479183b98e76966611ad102f142a1536a316cffe49a2",
}


def documents(*paths, **options):
    return [item for item in read_documents(list(paths), **options) if isinstance(item, Document)]


def notices(*paths, **options):
    return [item for item in read_documents(list(paths), **options) if not isinstance(item, Document)]


def reasons(*paths, **options):
    return [item.reason for item in notices(*paths, **options)]


def test_the_seeds_are_unaltered_and_carry_what_their_texts_state(project_root):
    found = {d.id: d for d in documents(project_root / "seeds")}
    assert {f"{d.id}.txt": d.sha256 for d in found.values()} == SEEDS
    stated = {key[:3]: (d.publisher, d.published and d.published[:10]) for key, d in found.items()}
    assert stated == {
        "000": (None, None),
        "001": ("The Independent", "2016-02-22"),
        "002": (None, None),
        "003": ("BBC", None),
        "004": (None, "2016-02-22"),
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", Reason.EMPTY, id="no byte"),
        pytest.param(b" \n\t\r\n", Reason.EMPTY, id="white space"),
        pytest.param(b"\xef\xbb\xbf", Reason.EMPTY, id="a mark alone"),
        pytest.param("\u00a0\u2003\n".encode(), Reason.EMPTY, id="no-break spaces"),
        pytest.param(bytes(range(256)) * 20, Reason.BINARY, id="every byte"),
        pytest.param(b"\x00\x01\x02" * 500, Reason.BINARY, id="controls"),
        pytest.param(b"%PDF-1.7 stream", Reason.BINARY, id="a PDF under a wrong name"),
        pytest.param(b"PK\x03\x04 word/document.xml", Reason.BINARY, id="an office document"),
        pytest.param(b"\xff\xfeA", Reason.UNDECODABLE, id="half a UTF-16 unit"),
    ],
)
def test_a_text_file_that_is_none(tmp_path, content, reason):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert [(n.path, n.reason) for n in notices(path)] == [(str(path), reason)]
    assert documents(path) == []


@pytest.mark.parametrize(
    ("encoding", "recorded", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16-le", False),
        ("utf-32", "utf-32-le", False),
        ("utf-16-be", "utf-16-be", True),
        ("utf-16-le", "utf-16-le", True),
        ("cp1252", "cp1252", True),
    ],
)
def test_the_encoding_is_found_and_a_guess_is_said(tmp_path, encoding, recorded, guessed):
    text = "“Au moins 57 tués”, a déclaré la police — dimanche.\r\nDeux blessés.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    items = list(read_documents([path]))
    assert isinstance(items[0], Document)
    assert (items[0].text, items[0].encoding) == (text, recorded)
    assert [item.reason for item in items[1:]] == ([Reason.GUESSED_ENCODING] if guessed else [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("В результате взрыва в городе погибли не менее 57 человек, сообщили власти", "cp1251"),
        ("قتل 57 شخصا على الأقل في تفجيرات حمص يوم الأحد", "cp1256"),
        ("地震造成至少57人死亡，数百人受伤，官方通讯社报道。", "gb18030"),
        ("地震で少なくとも57人が死亡したと警察が発表した。", "shift_jis"),
    ],
)
def test_other_scripts_are_told_apart(tmp_path, text, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert documents(path)[0].text == text
    assert reasons(path) == [Reason.GUESSED_ENCODING]


def test_the_text_is_not_altered(tmp_path):
    raw = "Line\u00a0one \r\nline two\r\r\n\ttabs\x0b\u2028end  "
    (tmp_path / "a.txt").write_bytes(raw.encode())
    found = documents(tmp_path)[0]
    assert found.text == raw
    assert found.sha256 == hashlib.sha256(raw.encode()).hexdigest()


def test_paths_that_lead_nowhere(tmp_path):
    (tmp_path / "x.docx").write_text(TEXT)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "void").mkdir()
    cases = {
        "no/such.txt": Reason.MISSING,
        "no*.txt": Reason.MISSING,
        "x.docx": Reason.UNSUPPORTED,
        "broken.txt": Reason.UNREADABLE,
        "self.txt": Reason.UNREADABLE,
        "void": Reason.MISSING,
    }
    for name, reason in cases.items():
        assert reasons(tmp_path / name) == [reason], name
    assert reasons("a\0b.txt") == [Reason.MISSING]


def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root reads everything")
    assert reasons(path) == [Reason.UNREADABLE]


def test_a_folder_that_leads_into_itself(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    assert [d.id for d in documents(tmp_path)] == ["a"]
    assert Reason.LOOP in reasons(tmp_path)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert Reason.UNREADABLE in reasons(tmp_path)


def test_what_a_folder_holds_beside_articles(tmp_path):
    for name in ("a.txt", ".hidden.txt", "README.md", "b.pdf", "manifest.csv", "notes.md"):
        (tmp_path / name).write_text(f"file\n{name}" if name == "manifest.csv" else f"{TEXT}{name}")
    assert [d.id for d in documents(tmp_path)] == ["a", "notes"]
    skipped = {n.path.rsplit("/", 1)[1] for n in notices(tmp_path) if n.reason is Reason.SKIPPED}
    assert skipped == {"README.md", "b.pdf"}


def test_results_of_an_earlier_run_are_no_articles(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    out = tmp_path / "extractor-out"
    out.mkdir()
    (out / "documents.jsonl").write_text(json.dumps({"id": "old", "text": "Ten people drowned in 1971."}))
    for name in ("claims.jsonl", "events.json", "run.json"):
        (out / name).write_text('{"id": "x"}')
    assert [d.id for d in documents(tmp_path)] == ["a"]
    assert [(n.path, n.reason) for n in notices(tmp_path)] == [(str(out), Reason.SKIPPED)]
    assert [d.id for d in documents(out)] == ["old"]
    assert notices(out) == []


def test_the_same_article_twice(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    assert [d.id for d in documents(tmp_path)] == ["a"]
    (warning,) = notices(tmp_path)
    assert isinstance(warning, ReadWarning)
    assert (warning.reason, warning.document) == (Reason.DUPLICATE, "a")
    assert reasons(tmp_path / "a.txt", f"{tmp_path}/./a.txt") == [Reason.DUPLICATE]


def test_ids_are_unique_and_do_not_depend_on_the_order(tmp_path):
    names = ["x/a.txt", "y/a.txt", "y/a.md", "z/b.txt", "rows.jsonl"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT + name)
    rows = [{"text": "One."}, {"text": "Two.", "id": "b"}, {"text": "Three.", "id": "own"}]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    paths = [tmp_path / n for n in names]
    first = documents(*paths)
    ids = [d.id for d in first]
    assert sorted(ids) == sorted(["rows:1", "b", "own", "x/a", "y/a.txt", "y/a.md", ids[-1]])
    assert ids[-1].startswith("b-")
    for seed in range(5):
        random.Random(seed).shuffle(paths)  # noqa: S311 - a fixed order, not a secret
        assert documents(*paths) == first
    assert [d.text for d in documents(tmp_path)] == [d.text for d in first]


def test_json_lines_report_the_line(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = ['{"text": "One."}', "", "{oops", '{"title": "no text"}', '{"text": " "}', "[1]", '{"text": "Two."}']
    path.write_text("\n".join(lines))
    assert [d.id for d in documents(path)] == ["a:1", "a:7"]
    assert [(n.path.rsplit(":", 1)[1], n.reason) for n in notices(path)] == [
        ("3", Reason.BAD_JSON),
        ("4", Reason.NO_TEXT),
        ("5", Reason.EMPTY),
        ("6", Reason.NO_TEXT),
    ]
    assert "its keys: title" in notices(path)[1].message


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param('{"text": "One."}', 1, id="an object"),
        pytest.param('[{"text": "One."}, {"text": "Two."}]', 2, id="a list"),
        pytest.param('{"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}]}', 2, id="a list inside"),
        pytest.param('{"text": "One."}\n{"text": "Two."}\n', 2, id="JSON Lines under another name"),
    ],
)
def test_shapes_of_json(tmp_path, content, count):
    for name in ("a.json", "b"):
        (tmp_path / name).write_text(content)
        assert len(documents(tmp_path / name)) == count
    (tmp_path / "c.json").write_bytes(content.encode("utf-16"))
    assert len(documents(tmp_path / "c.json")) == count
    assert documents("-", stdin=io.BytesIO(content.encode()))[0].text == "One."


def test_names_of_fields_in_common_dumps(tmp_path):
    news_please = {
        "maintext": "Twelve people drowned.",
        "title": "Floods",
        "source_domain": "example.org",
        "url": "https://example.org/floods",
        "date_publish": "2019-07-02 05:38:00",
        "language": "en",
        "authors": [],
    }
    api = {
        "content": "Eleven people drowned.",
        "headline": {"main": "Floods"},
        "source": {"id": None, "name": "The Paper"},
        "link": "https://example.com/1",
        "pub_date": "Tue, 02 Jul 2019 05:38:00 GMT",
    }
    (tmp_path / "a.json").write_text(json.dumps([news_please, api]))
    one, other = documents(tmp_path / "a.json")
    assert (one.publisher, one.published, one.language) == ("example.org", "2019-07-02T05:38:00", "en")
    assert (other.title, other.publisher, other.url) == ("Floods", "The Paper", "https://example.com/1")
    assert other.published == "2019-07-02T05:38:00+00:00"


def test_half_a_surrogate_pair_is_mended_and_said(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "57 dead \\ud83d here"}')
    assert documents(tmp_path / "a.json")[0].text == "57 dead \ufffd here"
    assert reasons(tmp_path / "a.json") == [Reason.REPAIRED]


def test_a_date_that_is_two_dates_is_unknown_and_said(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "One.", "date": "03/04/2016"}')
    assert documents(tmp_path / "a.json")[0].published is None
    assert reasons(tmp_path / "a.json") == [Reason.UNREADABLE_DATE]


PAGE = """<!doctype html><html lang="en"><head><title>Ferry sinks off Mwanza - The Lake Post</title>
<meta charset="{charset}"><meta property="og:site_name" content="The Lake Post">
<meta property="article:published_time" content="1996-05-22T08:00:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sinks off Mwanza</h1>
<p>More than 500 people were feared dead on Tuesday after an overloaded ferry sank on the lake, officials said.</p>
<p>Rescuers – many of them fishermen – pulled 40 survivors from the water, a port official told reporters.</p>
<p>The vessel was licensed to carry 430 passengers, but survivors said that twice as many were on board.</p>
</article><footer>Copyright 1996</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_main_text_of_a_page(tmp_path, charset):
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(charset=charset).encode("cp1252" if charset != "utf-8" else charset))
    (found,) = documents(path)
    assert "Rescuers – many of them fishermen – pulled 40 survivors" in found.text
    assert "Sport" not in found.text
    assert (found.publisher, found.published) == ("The Lake Post", "1996-05-22")
    assert reasons(path) == []


@pytest.mark.parametrize(
    ("root", "language"),
    [
        ('<html lang="en">', "en"),
        ("<html dir=ltr lang=sw>", "sw"),
        ('<html xml:lang="pt-BR">', "pt-BR"),
        ("<html>", None),
        ('<html data-lang="de">', None),
    ],
)
def test_the_language_that_a_page_declares(tmp_path, root, language):
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace('<html lang="en">', root).format(charset="utf-8"))
    (found,) = documents(path)
    assert found.language == language


@pytest.mark.parametrize("page", ["<html></html>", "<p>", "<html><body><script>1</script></body></html>"])
def test_a_page_without_text(tmp_path, page):
    (tmp_path / "a.html").write_text(page)
    assert reasons(tmp_path / "a.html") == [Reason.NO_TEXT]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("manifest.json", '{"a.txt": {"title": "T", "publisher": "P", "published": "22 Feb 2016"}}'),
        ("manifest.json", '[{"file": "a.txt", "title": "T", "publisher": "P", "published": "2016-02-22"}]'),
        ("manifest.jsonl", '{"file": "a.txt", "title": "T", "publisher": "P", "published": "2016-02-22"}\n'),
        ("manifest.csv", "file,title,publisher,published\na.txt,T,P,2016-02-22\n"),
    ],
)
def test_a_manifest_beside_the_files_or_named(tmp_path, name, content):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / name).write_text(content)
    for found in (documents(tmp_path)[0], documents(tmp_path / "a.txt", manifest=tmp_path / name)[0]):
        assert (found.title, found.publisher, found.published, found.url) == ("T", "P", "2016-02-22", None)


def test_what_a_manifest_gets_wrong_is_said(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    path = tmp_path / "manifest.json"
    path.write_text('{"a.txt": {"publishr": "P", "published": "sometime"}, "b.txt": 3}')
    assert set(reasons(tmp_path / "a.txt")) == {Reason.UNKNOWN_KEY, Reason.UNREADABLE_DATE, Reason.BAD_MANIFEST}
    path.write_text("{")
    assert reasons(tmp_path / "a.txt") == [Reason.BAD_MANIFEST]
    assert len(documents(tmp_path / "a.txt")) == 1
    with pytest.raises(DocumentError, match="manifest"):
        documents(tmp_path / "a.txt", manifest=path)
    with pytest.raises(DocumentError, match="no such file"):
        documents(tmp_path / "a.txt", manifest=tmp_path / "gone.json")


def test_metadata_may_be_given_as_a_mapping(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert documents(tmp_path, manifest={"a.txt": Metadata(publisher="P")})[0].publisher == "P"


def test_sizes_that_are_refused(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT * 100)
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{"x" * 2000}"}}\n{{"text": "short"}}\n')
    limits = Limits(article=1000)
    assert reasons(tmp_path, limits=limits) == [Reason.TOO_LARGE, Reason.TOO_LARGE]
    assert [d.id for d in documents(tmp_path, limits=limits)] == ["b:2"]


def test_five_megabytes_on_one_line_are_an_article(tmp_path):
    text = "At least 57 people were killed, “police” said. " * 110_000
    (tmp_path / "a.txt").write_text(text)
    started = time.process_time()
    assert documents(tmp_path)[0].text == text
    assert time.process_time() - started < 2


def test_memory_does_not_grow_with_the_articles(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for number in range(400):
            file.write(json.dumps({"text": f"{number} " + "word " * 10_000}) + "\n")
    tracemalloc.start()
    seen = sum(isinstance(item, Document) for item in read_documents([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seen == 400
    assert peak < 2_000_000


def test_a_file_name_that_is_no_utf8(tmp_path):
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(raw, "w") as file:  # noqa: PTH123 - a name of bytes
            file.write(TEXT)
    except OSError:
        pytest.skip("this file system takes no such name")
    (found,) = documents(tmp_path)
    assert found.id == "caf\ufffd"
    assert found.model_dump_json()


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"text":' * 50_000, b"\x00" * 1000, "🙂".encode() * 1000])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
def test_nothing_raises(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert all(isinstance(item, Document | ReadFailure | ReadWarning) for item in read_documents([tmp_path]))
