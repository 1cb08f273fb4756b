"""Rules (đường kẻ) of a letterhead: only what is still a rule gets the indents of one."""

from __future__ import annotations

import pytest
from core.factories import EXAMPLE

from vanthu import messages
from vanthu.record_file import load

pytestmark = pytest.mark.office

RULE = "ke_co_quan"


def margins(document):
    anchor = document.Bookmarks.getByName(RULE).getAnchor()
    return anchor.ParaLeftMargin, anchor.ParaRightMargin


def join_with_the_line_above(document):
    """As Delete at the end of the agency's name does."""
    anchor = document.Bookmarks.getByName("co_quan_ban_hanh").getAnchor()
    cursor = anchor.getText().createTextCursorByRange(anchor.getEnd())
    cursor.gotoEndOfParagraph(False)
    cursor.goRight(1, True)
    cursor.setString("")


def fills_without_a_trace(document, session):
    steps = document.UndoManager.getAllUndoActionTitles()
    document.setModified(False)
    said = session.fill().sentence
    same = (document.UndoManager.getAllUndoActionTitles(), document.isModified()) == (steps, False)
    return same and said == messages.NOTHING_TO_FILL


def test_the_line_that_a_rule_was_joined_with_is_never_indented(filled):
    document, session = filled
    join_with_the_line_above(document)
    before = margins(document)

    assert fills_without_a_trace(document, session)
    session.set_fact("unit.name", "Phòng Nội vụ của huyện")
    session.fill()

    assert margins(document) == before


@pytest.mark.parametrize("ending", [".rtf", ".doc"])
def test_a_rule_whose_border_was_lost_in_another_format_is_left_alone(
    filled, office, opened, session_for, tmp_path, ending
):
    document, _ = filled
    office.store(document, tmp_path / ("a" + ending))
    again = opened(tmp_path / ("a" + ending))
    session = session_for(again)
    session.fill()

    assert fills_without_a_trace(again, session)


def test_the_rule_of_a_template_follows_the_name_above_it(opened, session_for, raw):
    document = opened(raw)
    before = margins(document)
    session = session_for(document)
    session.set_record(load(EXAMPLE))

    session.fill()

    assert margins(document) != before
    assert session.fill().sentence == messages.NOTHING_TO_FILL
