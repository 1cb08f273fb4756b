"""Comments that the clerk has put into what is filled: they stay, and undo and redo know them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.office


def comment(document, where, text):
    field = document.createInstance("com.sun.star.text.textfield.Annotation")
    field.Author, field.Content = "Văn phòng", text
    where.getText().insertTextContent(where, field, False)


def comments_of(document):
    fields = document.getTextFields().createEnumeration()
    found = []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append((field.Content, field.getAnchor().getPropertyValue("Cell") is not None))
    return sorted(found)


def table_of(document):
    return document.Bookmarks.getByName("bang_diem").getAnchor().getPropertyValue("TextTable")


def the_total(document):
    return document.Bookmarks.getByName("tong_diem").getAnchor().getString()


@pytest.fixture
def commented(filled):
    """A filled report with a comment behind the score of 1.a, and one in the midst of the total in the text."""
    document, session = filled
    comment(document, table_of(document).getCellByName("D3").getEnd(), "Xem lại điểm")
    total = document.Bookmarks.getByName("tong_diem").getAnchor()
    middle = total.getText().createTextCursorByRange(total.getStart())
    middle.goRight(1, False)
    comment(document, middle, "Xem lại tổng")
    return document, session


def test_a_fill_writes_around_comments(commented):
    document, session = commented
    before = comments_of(document)
    assert before == [("Xem lại tổng", False), ("Xem lại điểm", True)]
    session.set_score("1.a", "9")

    session.fill()

    assert (table_of(document).getCellByName("D3").getString(), the_total(document)) == ("9", "92")
    assert comments_of(document) == before
    document.UndoManager.undo()
    assert (table_of(document).getCellByName("D3").getString(), the_total(document)) == ("10", "93")
    assert comments_of(document) == before
    document.UndoManager.redo()
    assert (table_of(document).getCellByName("D3").getString(), the_total(document)) == ("9", "92")
    assert comments_of(document) == before
    session.set_score("1.a", "10")
    assert session.fill().hand_edited == ()
    assert (table_of(document).getCellByName("D3").getString(), the_total(document)) == ("10", "93")
    assert comments_of(document) == before


def test_a_whole_row_that_changes_keeps_its_comment(commented):
    document, session = commented
    for name in "ABCD":
        table_of(document).getCellByName(name + "3").setString("x")
    comment(document, table_of(document).getCellByName("D3").getEnd(), "Xem lại điểm")

    session.fill(overwrite_hand_edited=True)

    assert table_of(document).getCellByName("D3").getString() == "10"
    assert ("Xem lại điểm", True) in comments_of(document)
