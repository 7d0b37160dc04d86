"""What is not in the table is counted under it, and an option each lists it: value, words and reason, plain."""

from __future__ import annotations

import json

import pytest

from extractor.cli import main

TEXT = (
    "Ferry capsizes off Maren\n\n"
    "MAREN, June 3, 2019 - At least 14 people drowned on Sunday when a ferry capsized off Maren, police said.\n\n"
    "The harbour master spoke of 20 injured.\n\n"
    "The war has killed 40,000 people since 2011.\n"
)
PLACE = {"value": "Maren", "quote": "off Maren"}
CLAIMS = [
    {"id": "toll", "fields": {
        "killed": {"value": 14, "bound": "at_least", "quote": "At least 14 people drowned"}, "place": PLACE,
    }},
    {"id": "false", "fields": {"killed": {"value": 41, "quote": "At least 14 people\x1b[2J drowned"}}},
    {"id": "label", "fields": {
        "killed": {"value": 14, "bound": "at_least", "quote": "At least 14 people drowned"}, "place": PLACE,
        "victims": {"value": "passengers", "quote": "At least 14 people drowned"},
    }},
    {"id": "war", "fields": {
        "killed": {"value": 40000, "quote": "The war has killed 40,000 people"},
        "event_type": {"value": "background", "quote": "The war has killed"},
    }},
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    at = tmp_path_factory.mktemp("listings")
    article = {"id": "maren\nferry", "text": TEXT, "published": "2019-06-03"}
    (at / "articles.jsonl").write_text(json.dumps(article) + "\n")
    (at / "claims.jsonl").write_text("".join(json.dumps({**c, "document": article["id"]}) + "\n" for c in CLAIMS))
    line = ["merge", str(at / "claims.jsonl"), "--articles", str(at / "articles.jsonl"), "--out", str(at / "out"), "-q"]
    assert main(line) == 0
    return at / "out"


CASES = {
    "unlinked": ["claim false", "killed 41", "no value of it is"],
    "unconfirmed": ["victims passengers: unconfirmed (no_cue)", "“At least 14 people drowned”"],
    "rejected": ["killed 41", "1 value that the words do not bear out"],
    "uncovered": ["injured 20", "“The harbour master spoke of 20 injured.”", "1 figure that no claim covers"],
    "background": ["40,000", "reported as background"],
}


@pytest.mark.parametrize(("option", "words"), CASES.items(), ids=CASES)
def test_each_option_lists_its_rows(folder, option, words, capsys):
    assert main(["show", f"--{option}", "--out", str(folder)]) == 0
    shown = capsys.readouterr().out
    for word in words:
        assert word in shown
    assert "\x1b" not in shown
    number = int(shown.splitlines()[-1].split()[0].replace(",", ""))
    assert number == sum(not line.startswith("    ") for line in shown.splitlines()[:-1])


def test_the_table_ends_with_the_counts(folder, capsys):
    assert main(["show", "--out", str(folder)]) == 0
    shown = capsys.readouterr().out
    counts = json.loads((folder / "run.json").read_text(encoding="utf-8"))["counts"]
    ending = shown[shown.index("beside it") :].splitlines()[1:]
    told = {line.split()[0].removeprefix("--"): int(line.split()[1]) for line in ending if line.startswith("  --")}
    assert told == {
        "unlinked": counts["unlinked"],
        "background": counts["background"],
        "unconfirmed": counts["unconfirmed"],
        "rejected": counts["rejected"],
        "uncovered": counts["unclaimed_figures"],
    }
    assert told["rejected"] == told["uncovered"] == 1


def test_several_are_listed_one_after_the_other(folder, capsys):
    assert main(["show", "--rejected", "--uncovered", "--out", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.index("bear out") < shown.index("no claim covers")


def test_a_folder_without_results(tmp_path, capsys):
    assert main(["show", "--rejected", "--out", str(tmp_path)]) == 2
    assert "holds no results" in capsys.readouterr().err


def test_every_believed_figure_is_in_an_event(folder):
    events = json.loads((folder / "events.json").read_text(encoding="utf-8"))["events"]
    held = {claim for event in events for claim in event["claims"]}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        figures = [v for name in ("killed", "injured") for v in claim["fields"].get(name, [])]
        if any(v["verdict"]["status"] in ("supported", "unconfirmed") for v in figures):
            assert claim["id"] in held
