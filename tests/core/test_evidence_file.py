"""Files named as proof: text that leads to a file and that documents show without its address."""

from __future__ import annotations

import pytest
from core.factories import the_library

from vanthu.compose import compose
from vanthu.evidence_file import EvidenceFile, evidence_files, line_of, url_of, without_address
from vanthu.record import Record

DOCUMENT = "file:///C:/H%E1%BB%93%20s%C6%A1/bao-cao.odt"


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("file:///C:/H%E1%BB%93%20s%C6%A1/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf", "kế hoạch.pdf <./kế hoạch.pdf>"),
        ("file:///C:/H%E1%BB%93%20s%C6%A1/a/b.pdf", "b.pdf <./a/b.pdf>"),
        ("file:///D:/b%20c.pdf", "b c.pdf <file:///D:/b%20c.pdf>"),
        ("file:///C:/H%E1%BB%93%20s%C6%A1/x%3Cy%3E.pdf", "xy.pdf <file:///C:/H%E1%BB%93%20s%C6%A1/x%3Cy%3E.pdf>"),
    ],
)
def test_a_line_leads_back_to_its_file(url, line):
    assert line_of(url, DOCUMENT) == line
    [found] = evidence_files([line])
    assert url_of(found.address, DOCUMENT) == url


def test_a_document_that_was_never_saved_has_no_folder():
    assert line_of("file:///D:/b.pdf", "") == "b.pdf <file:///D:/b.pdf>"
    assert url_of("./b.pdf", "") == ""


def test_a_line_may_be_reworded_and_an_address_may_stand_alone():
    assert evidence_files(["Kế hoạch số 12  <./kh.pdf> "]) == (EvidenceFile("Kế hoạch số 12", "./kh.pdf"),)
    assert evidence_files(["<./a/kh.pdf>"]) == (EvidenceFile("kh.pdf", "./a/kh.pdf"),)


@pytest.mark.parametrize("line", ["", "Sách <tái bản>", "a <./b> c", "<>", "x < ./b.pdf>", "http <http://example.vn>"])
def test_other_words_in_brackets_are_the_clerks_own(line):
    assert without_address(line) == line


def test_a_document_shows_the_words_alone():
    library = the_library()
    evidence = {"1.1": ("Kế hoạch <./kh.pdf>", "Biên bản")}
    record = Record("dvht-2023", 2024, unit_type="thcs", kind="phieu-danh-gia-chi-tieu", evidence=evidence)

    slots = compose(library.kind(record.kind), record, library.assess(record), library.paper)

    shown = str(slots)
    assert "Kế hoạch" in shown
    assert "Biên bản" in shown
    assert "kh.pdf" not in shown
