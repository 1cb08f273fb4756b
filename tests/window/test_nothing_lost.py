"""A report that a clerk works on: undone, saved, recorded, read-only, beside another one. Nothing typed is lost.

One report is scored once and saved; each test opens its own copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest
from core.factories import EXAMPLE
from window import dialogs
from window.desktop import PROJECT, Desktop, until
from window.eyes import order
from window.test_sidebar import FILL, SCORE, printed

from vanthu import messages
from vanthu.record_file import load
from vanthu_docx.house import open_library
from vanthu_docx.render import render

pytestmark = pytest.mark.window

FILLED = "- Tổng điểm đạt được: 93 điểm."
OTHER_DECK = "NavigatorDeck"
NEXT = "- Tổng điểm đạt được: 92 điểm."


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of Kon Rẫy, whole; its folder has blanks and Vietnamese letters."""
    path = tmp_path_factory.mktemp("Báo cáo năm 2023 của Phòng") / "Báo cáo tự đánh giá.docx"
    render(open_library(), "bao-cao-tu-danh-gia", load(EXAMPLE), path)
    return path


@pytest.fixture
def opened(desk: Desktop, log: Path, filled: Path, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens copies of the report with the deck; closes them after the test."""
    documents: List[Any] = []

    def open_copy(name: str = "báo cáo.docx", read_only: bool = False) -> Any:
        path = Path(shutil.copy(filled, tmp_path / name))
        documents.append(desk.open(path, read_only=read_only))
        if not read_only:
            desk.keys("ctrl+7")
            until(lambda: desk.button(documents[-1], FILL), "the deck is open")
        return documents[-1]

    yield open_copy
    for document in reversed(documents):
        if document in desk.documents():
            desk.close_document(document)


def test_undone_redone_filled_again_and_undone_after_saving(desk: Desktop, opened: Callable[..., Any]) -> None:
    report = opened()
    score_first(desk, report, "9")
    desk.keys("ctrl+9")
    until(lambda: NEXT in printed(report), "the report is filled")
    in_the_text(desk, report)
    desk.keys("ctrl+z")
    until(lambda: FILLED in printed(report), "one Undo takes the fill back")
    desk.keys("ctrl+y")
    until(lambda: NEXT in printed(report), "Redo brings it again")
    desk.keys("ctrl+9")
    desk.see(report, messages.NOTHING_TO_FILL, "LABEL")
    report.store()
    in_the_text(desk, report)
    desk.keys("ctrl+z")
    until(lambda: FILLED in printed(report), "Undo works behind the saving too")
    desk.keys("ctrl+9")
    until(lambda: NEXT in printed(report), "and the next fill finds every place again")
    assert desk.button(report, "Ghi đè chỗ sửa tay") is None
    assert desk.field(report, SCORE).text == "9"


def test_while_changes_are_recorded_a_fill_leaves_no_marks_and_goes_on_recording(
    desk: Desktop, opened: Callable[..., Any]
) -> None:
    report = opened()
    order(desk.context, report, ".uno:TrackChanges")  # the menu's command; in Vietnamese no key is bound to it
    until(lambda: report.RecordChanges, "changes are recorded")
    score_first(desk, report, "9")
    desk.keys("ctrl+9")
    until(lambda: NEXT in printed(report), "the report is filled")
    assert report.RecordChanges
    assert marked_changes(report) == 0
    in_the_text(desk, report)
    desk.keys("ctrl+End")
    desk.type("x")
    until(lambda: marked_changes(report) == 1, "what the clerk types is recorded")
    report.RecordChanges = False


def test_a_read_only_document_says_so_and_stays_as_it_is(desk: Desktop, opened: Callable[..., Any]) -> None:
    report = opened(read_only=True)  # Writer shuts the sidebar of such a document
    before = printed(report)
    for command in ("Điền vào văn bản", "Xem trước khi điền", "Chèn bảng, khối", "Nhận bảng điểm"):
        desk.menu(report, command)
        if command.startswith("Chèn"):
            dialogs.wait_for_keys(desk, "Chèn vào văn bản")
            desk.keys("Return")
        until(lambda: messages.READ_ONLY in dialogs.said(desk), "the reason, and what to do")
        dialogs.answer_ok(desk)
        assert printed(report) == before


def test_in_a_read_only_document_another_deck_stays_open(desk: Desktop, opened: Callable[..., Any]) -> None:
    report = opened(read_only=True)
    sidebar = report.getCurrentController().getSidebar()
    sidebar.setVisible(True)
    until(lambda: sidebar.getDecks().hasByName(OTHER_DECK), "the sidebar has its decks")
    if not sidebar.getDecks().getByName(OTHER_DECK).isActive():
        order(desk.context, report, ".uno:SidebarDeck." + OTHER_DECK)
    until(lambda: sidebar.getDecks().getByName(OTHER_DECK).isActive(), "another deck is open")
    desk.raise_window(report)

    for key in ("ctrl+7", "ctrl+9"):
        desk.keys(key)
        until(lambda: messages.READ_ONLY in dialogs.said(desk), "the reason, and what to do")
        dialogs.answer_ok(desk)
        assert sidebar.getDecks().getByName(OTHER_DECK).isActive()


def test_of_two_windows_the_one_in_front_is_filled(desk: Desktop, opened: Callable[..., Any]) -> None:
    first, second = opened("một.docx"), opened("hai.docx")
    for report, score in ((first, "9"), (second, "8")):
        score_first(desk, report, score)
    desk.keys("ctrl+9")
    until(lambda: "- Tổng điểm đạt được: 91 điểm." in printed(second), "the one in front is filled")
    assert FILLED in printed(first)
    desk.raise_window(first)
    desk.keys("ctrl+9")
    until(lambda: NEXT in printed(first), "now the other one")
    assert "- Tổng điểm đạt được: 91 điểm." in printed(second)


def test_the_document_of_the_next_year_is_another_one_and_says_what_differs(
    desk: Desktop, opened: Callable[..., Any]
) -> None:
    report = opened()
    before, text = desk.documents(), printed(report)
    desk.menu(report, "Lập cho năm sau")
    until(lambda: "Năm đánh giá: 2023 thành 2024." in dialogs.said(desk), "what differs is said")
    assert "đã hết hiệu lực, thay bằng" in dialogs.said(desk)
    desk.screenshot(PROJECT / "out" / "next-year.png")
    new = next(document for document in desk.documents() if document not in before)
    dialogs.answer_ok(desk)
    desk.enlarge(new)
    until(lambda: desk.button(new, FILL), "its deck is open")
    desk.open_profile(new)
    assert desk.field(new, "Năm đánh giá").text == "2024"
    assert desk.field(new, "Đơn vị").text == "Phòng Giáo dục và Đào tạo huyện Kon Rẫy"
    assert "năm 2024" in printed(new)
    assert (printed(report), report.isModified()) == (text, False)
    desk.close_document(new)


def test_a_document_whose_editing_is_switched_off_says_so_where_the_deck_is_hidden(
    desk: Desktop, report: Any, tmp_path: Path
) -> None:
    path = tmp_path / "báo cáo.odt"
    report.storeAsURL(path.as_uri(), ())
    text = printed(report)
    order(desk.context, report, ".uno:EditDoc")
    until(report.isReadonly, "the document is read only")
    desk.raise_window(report)

    desk.keys("ctrl+9")

    until(lambda: messages.READ_ONLY in dialogs.said(desk), "the reason, and what to do")
    dialogs.answer_ok(desk)
    assert printed(report) == text
    order(desk.context, report, ".uno:EditDoc")
    until(lambda: not report.isReadonly(), "it can be edited again")


BREAK = """
from vanthu_uno.session import Session
KEPT = {}

def broken(self, *arguments, **named):
    raise RuntimeError("cố ý")

def break_session(names):
    for name in names:
        KEPT[name] = getattr(Session, name)
        setattr(Session, name, broken)

def mend_session():
    while KEPT:
        setattr(Session, *KEPT.popitem())
"""


@pytest.fixture
def sabotage(desk: Desktop) -> Iterator[Callable[..., None]]:
    """Makes methods of the sessions fail inside the office, until the test ends."""
    scripts = desk.folder / "profile" / "user" / "Scripts" / "python"
    (scripts / "sabotage.py").write_text(BREAK, encoding="utf-8")
    factory = desk.service("com.sun.star.script.provider.MasterScriptProviderFactory")

    def run(name: str, *arguments: Any) -> None:
        url = f"vnd.sun.star.script:sabotage.py${name}?language=Python&location=user"
        factory.createScriptProvider("").getScript(url).invoke(arguments, (), ())

    yield lambda *names: run("break_session", names) if names else run("mend_session")
    run("mend_session")


def test_what_fails_is_one_calm_sentence_and_an_entry_and_the_work_goes_on(
    desk: Desktop, opened: Callable[..., Any], sabotage: Callable[..., None], log: Path
) -> None:
    report = opened()
    text = printed(report)
    sabotage("set_score", "fill", "preview", "slots")
    for number, act in enumerate(acts(desk, report), start=1):
        desk.raise_window(report)
        act()
        until(lambda: sorry(desk, report), "one calm sentence")
        if number == len(acts(desk, report)):
            desk.screenshot(PROJECT / "out" / "sorry.png")
        if dialogs.said(desk):
            dialogs.answer_ok(desk)
        assert log.read_text(encoding="utf-8").count("RuntimeError: cố ý") >= number
    sabotage()
    assert printed(report) == text
    score_first(desk, report, "9")
    desk.keys("ctrl+9")
    until(lambda: NEXT in printed(report), "everything works again")
    log.unlink()


def acts(desk: Desktop, report: Any) -> List[Callable[[], None]]:
    """What a clerk may do while everything fails: typing, a button, a key, two entries of the menu."""
    return [
        lambda: score_first(desk, report, "9"),
        lambda: desk.press(report, FILL),
        lambda: desk.keys("ctrl+9"),
        lambda: desk.menu(report, "Xem trước khi điền"),
        lambda: desk.menu(report, "Chèn bảng, khối"),
    ]


def sorry(desk: Desktop, report: Any) -> bool:
    """Whether the sentence stands in the panel, or in a box."""
    return messages.SORRY in dialogs.said(desk) or desk.find(report, messages.SORRY, "LABEL") is not None


def score_first(desk: Desktop, document: Any, score: str) -> None:
    """Another score for 1.a."""
    desk.raise_window(document)
    desk.keys("ctrl+7")
    until(lambda: "FOCUSED" in desk.field(document, SCORE).states, "the cursor is in the score field")
    desk.keys("ctrl+a")
    desk.type(score)


def in_the_text(desk: Desktop, document: Any) -> None:
    """The keys go to the text of the document."""
    desk.raise_window(document)
    document.getCurrentController().getFrame().getComponentWindow().setFocus()
    until(lambda: not any("FOCUSED" in t.states for t in desk.things(document) if t.role == "TEXT"), "out of the deck")


def marked_changes(document: Any) -> int:
    redlines = document.getRedlines().createEnumeration()
    count = 0
    while redlines.hasMoreElements():
        redlines.nextElement()
        count += 1
    return count
