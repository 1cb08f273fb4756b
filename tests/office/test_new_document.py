"""A new document in Writer: how it begins, what it leaves open, and the way to an open place."""

from __future__ import annotations

import shutil
from dataclasses import replace
from types import SimpleNamespace

import pytest
from core.factories import the_library

from vanthu.choices import begun_record
from vanthu.profile import Profile
from vanthu.record import Signer, Unit
from vanthu_docx.house import template

pytestmark = pytest.mark.office

SUBMISSION = "to-trinh-de-nghi-cong-nhan"
PROFILE = Profile(
    Unit(name="Trường A", parent="PHÒNG B", place="Kon Rẫy", short="TA"),
    "thcs",
    signer=Signer(title="HIỆU TRƯỞNG"),
)


@pytest.fixture
def begun(office, tmp_path):
    """Begins documents as the dialog does, and closes them after the test."""
    from vanthu_uno.new_document import begin
    from vanthu_uno.open_sessions import session_of

    documents = []

    def begin_document(kind, profile=PROFILE):
        documents.append(office.open(shutil.copy(template(kind), tmp_path / "{}.docx".format(len(documents)))))
        record = begun_record(the_library(), kind, 2025, profile.unit.name if profile else "", "", profile)
        begin(documents[-1], record)
        return documents[-1], session_of(documents[-1])

    yield begin_document
    for document in documents:
        office.close(document)


def names(found):
    return [blank.name for blank in found]


def selected(document):
    return document.getCurrentController().getSelection().getByIndex(0)


def go_to(document, name, number=0):
    from vanthu_uno.blank_places import go_to
    from vanthu_uno.open_sessions import session_of

    found = [blank for blank in session_of(document).blanks() if blank.name.startswith(name)]
    go_to(document, found[number])
    return found[number]


def test_a_new_document_begins_filled_unmodified_and_with_nothing_to_undo(begun):
    document, session = begun(SUBMISSION)

    assert "Trường A kính đề nghị … đánh giá, công nhận Trường A đạt" in document.Text.getString()
    assert (session.record.kind, session.record.form, session.record.year) == (SUBMISSION, "dvht-2023", 2025)
    assert not document.isModified()
    assert not document.getUndoManager().isUndoPossible()
    assert session.fill().sentence == "Văn bản đã đúng với dữ liệu, không có gì phải điền."


def test_what_is_open_is_told_in_the_order_of_the_document_and_room_for_the_pen_is_not(begun):
    _, session = begun(SUBMISSION)

    found = names(session.blanks())
    assert found[0] == "Kính gửi"
    assert found[-1] == "Tên người ký"
    assert not [name for name in found if name.startswith(("Số, ký hiệu", "Địa danh"))]


@pytest.mark.parametrize("kind", [SUBMISSION, "bao-cao-tu-danh-gia", "danh-sach-cong-nhan", "bien-ban", "cong-van"])
def test_a_fill_tells_the_same_as_a_look_at_the_document(begun, kind):
    _, session = begun(kind, profile=None)

    assert names(session.fill().blanks) == names(session.blanks()) != []


def test_going_to_a_blank_selects_it_alone(begun):
    document, _ = begun(SUBMISSION, profile=None)

    blank = go_to(document, "Mở đầu", 1)
    assert blank.ellipsis == 1
    selected(document).setString("Sở A")
    assert "… kính đề nghị Sở A đánh giá, công nhận …" in document.Text.getString()


def test_an_empty_place_gets_the_cursor(begun):
    document, session = begun(SUBMISSION)

    go_to(document, "Tên người ký")
    assert selected(document).getString() == ""
    selected(document).setString("Người ký")
    assert "Tên người ký" not in names(session.blanks())


def test_what_is_typed_by_hand_is_no_longer_open(begun):
    document, session = begun(SUBMISSION)

    go_to(document, "Kính gửi")
    selected(document).setString("Sở A")
    assert "Kính gửi" not in names(session.blanks())
    assert "Kính gửi" not in names(session.fill().blanks)


def test_a_blank_in_a_cell_is_selected_there(begun):
    document, session = begun("danh-sach-cong-nhan")
    session.set_record(replace(session.record, rows={"danh_sach_cong_nhan": (("Trường B", "…", "x"), ("…", "y", "z"))}))
    session.fill()

    blank = go_to(document, "Danh sách công nhận", 1)
    assert blank.name == "Danh sách công nhận, dòng 2, cột 2"
    selected(document).setString("Trường C")
    assert [b.name for b in session.blanks() if b.name.startswith("Danh sách")] == [
        "Danh sách công nhận, dòng 1, cột 3"
    ]


def test_an_empty_table_is_open_and_its_heading_gets_the_cursor(begun):
    document, _ = begun("danh-sach-cong-nhan")

    blank = go_to(document, "Danh sách công nhận")
    assert blank.ellipsis == -1
    assert selected(document).getPropertyValue("TextTable") is not None


def test_a_blank_that_has_gone_meanwhile_leaves_the_whole_place_selected(begun):
    from vanthu_uno.blank_places import go_to as go

    document, session = begun(SUBMISSION)
    blank = next(blank for blank in session.blanks() if blank.name == "Kính gửi")
    go(document, replace(blank, ellipsis=99))

    assert selected(document).getString() == "Kính gửi: …"


def test_a_place_that_has_gone_is_passed_over(begun):
    from vanthu_uno.blank_places import go_to as go
    from vanthu_uno.blank_places import still_open

    document, session = begun(SUBMISSION)
    found = session.blanks()
    document.getBookmarks().getByName("ten_nguoi_ky").dispose()

    go(document, found[-1])
    assert still_open(document, found[-1:]) == found[-1:]


def test_a_command_may_name_the_kind_in_its_address_or_as_an_argument():
    from vanthu_uno.dispatch import _asked_kind, _command

    address = SimpleNamespace(Complete="vnd.vanthu:new?kind=cong-van")
    bare = SimpleNamespace(Complete="vnd.vanthu:new")

    assert (_command(address), _asked_kind(address, ())) == ("new", "cong-van")
    assert (_command(bare), _asked_kind(bare, ())) == ("new", "")
    assert _asked_kind(bare, (SimpleNamespace(Name="kind", Value="bien-ban"),)) == "bien-ban"
