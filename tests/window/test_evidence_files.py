"""A file named as proof of an indicator: picked in the dialog for files, kept with its address, opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from window import dialogs
from window.desktop import PROJECT, Desktop, until
from window.test_levels import ANSWER, FILL, SCHOOL, choose, enter, open_report, proof_field
from window.test_sidebar import assert_all_in_sight, has_focus, printed

from vanthu import messages

pytestmark = pytest.mark.window

FILES = "Tệp…"


def test_a_file_is_named_as_proof_and_the_document_shows_its_name_alone(
    desk: Desktop, log: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Minh chung 2025"  # marks are lost now and then when xdotool types them
    folder.mkdir()
    proof = folder / "ke hoach so 5.txt"
    proof.write_text("Kế hoạch", encoding="utf-8")
    report = open_report(desk, tmp_path, "phieu-danh-gia-chi-tieu", "dvht-2023")
    choose(desk, report, SCHOOL)
    enter(desk, report)
    desk.type("d")
    desk.keys("Tab")
    until(lambda: "FOCUSED" in proof_field(desk, report).states, "Tab leads to the proof")
    desk.type("Bien ban hop")
    desk.press(report, FILES)
    dialogs.wait_for_keys(desk, messages.FILE_PICKER)
    desk.keys("ctrl+a")
    desk.type(str(proof))
    dialogs.accept(desk)
    assert_proof(desk, report, "Bien ban hop", "ke hoach so 5.txt <./Minh chung 2025/ke hoach so 5.txt>")
    desk.rest_pointer()
    desk.screenshot(PROJECT / "out" / "evidence-file.png")
    assert_all_in_sight(desk, report)

    desk.press(report, FILL)
    until(lambda: "ke hoach so 5.txt" in printed(report), "the proof stands in the document")
    assert "<./" not in printed(report)

    proof.unlink()
    desk.press(report, FILES)
    dialogs.wait_for_keys(desk, messages.FILE_WORDS[0])
    assert dialogs.lines(desk) == ["Mở: ke hoach so 5.txt", messages.ADD_FILE]
    desk.keys("Return")
    until(lambda: "Không mở được tệp “ke hoach so 5.txt”" in dialogs.said(desk), "that it has gone is said")
    dialogs.answer_ok(desk)
    enter(desk, report)
    assert has_focus(desk, report, ANSWER)
    desk.close_document(report)


def assert_proof(desk: Desktop, report: Any, *lines: str) -> None:
    """The record in the document holds these lines."""
    from vanthu.memory import from_properties

    properties = report.DocumentProperties.UserDefinedProperties

    def kept() -> Any:
        names = [entry.Name for entry in properties.PropertySetInfo.Properties if entry.Name.startswith("vanthu.")]
        memory = from_properties({name: properties.getPropertyValue(name) for name in names}, "x")
        return memory is not None and memory.record.evidence.get("1.1") == lines

    until(kept, "the lines of proof are kept in the document")
