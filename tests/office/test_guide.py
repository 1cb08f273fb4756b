"""The guide in the extension: every dialog and panel has its section there, and it opens without a network."""

from __future__ import annotations

import re
import zipfile
from html import escape
from pathlib import Path
from typing import Any, Dict, List
from xml.etree import ElementTree

import pytest
from office.test_extension import PROJECT, build

from vanthu import messages
from vanthu.library import load_forms

SMALL = 100_000  # bytes of a picture
LARGEST = 1_500_000  # bytes of the whole .oxt
NAME = "{http://openoffice.org/2001/registry}name"
ABOUT = "~Giới thiệu Văn thư"  # says what it is itself


@pytest.fixture(scope="module")
def oxt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build.build(tmp_path_factory.mktemp("guide") / "vanthu.oxt")


@pytest.fixture(scope="module")
def pages(oxt: Path) -> Dict[str, bytes]:
    with zipfile.ZipFile(oxt) as archive:
        names = [name for name in archive.namelist() if name.startswith("help/")]
        return {name[len("help/") :]: archive.read(name) for name in names}


@pytest.fixture(scope="module")
def page(pages: Dict[str, bytes]) -> str:
    return pages["huong-dan.html"].decode("utf-8")


def test_everything_that_the_page_shows_or_leads_to_is_there(pages: Dict[str, bytes], page: str) -> None:
    ids = re.findall(r'id="([^"]+)"', page)
    for goal in re.findall(r'(?:href|src)="([^"]+)"', page):
        assert goal[1:] in ids if goal.startswith("#") else goal in pages or goal.startswith("https://"), goal
    assert len(ids) == len(set(ids)) > 5
    assert "pictures/thiet-lap.png" in pages


def test_each_section_has_a_page_that_leads_to_it(pages: Dict[str, bytes], page: str) -> None:
    for name in re.findall(r'<h2 id="([^"]+)"', page):
        assert 'content="0; url=huong-dan.html#{}"'.format(name) in pages[name + ".html"].decode("utf-8")


def test_the_page_names_every_command_of_the_menu(page: str) -> None:
    menu = ElementTree.parse(PROJECT / "extension" / "registry" / "Addons.xcu").getroot()
    submenu = next(node for node in menu.iter("node") if node.get(NAME) == "Submenu")
    titles = [prop.findtext("value", "") for prop in submenu.iter("prop") if prop.get(NAME) == "Title"]

    assert [title for title in titles if title.strip("…").replace("~", "").lower() not in page.lower()] == [ABOUT]


def test_the_last_section_lists_what_each_form_leaves_open(page: str) -> None:
    left = page.partition('id="dieu-cac-van-ban-quy-dinh-chua-noi-ro"')[2]
    forms = [form for form in load_forms(PROJECT / "forms") if form.open_points]

    assert len(forms) >= 4
    for form in forms:
        assert escape(form.title) in left
        for point in form.open_points:
            assert escape(point) in left


def test_help_in_the_preview_leads_to_what_the_guide_says_about_it(page: str) -> None:
    code = (PROJECT / "extension" / "pythonpath" / "vanthu_uno" / "guide.py").read_text(encoding="utf-8")
    name = re.findall('"review": "(.+)"', code)[0]

    assert "Xem trước khi điền…" in page.partition(f'id="{name}"')[2].partition("<h2")[0]


def test_every_picture_of_the_docs_is_shown_in_one_of_them() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")))

    assert [path.name for path in PROJECT.glob("docs/pictures/*.png") if f"pictures/{path.name})" not in texts] == []


def test_the_page_needs_nothing_from_elsewhere(page: str) -> None:
    assert re.findall(r'(?:src|link rel=[^>]+href)="(?:https?:)?//', page) == []
    assert "<script" not in page


def test_help_keeps_the_extension_small(pages: Dict[str, bytes], oxt: Path) -> None:
    assert max(len(content) for name, content in pages.items() if name.endswith(".png")) < SMALL
    assert oxt.stat().st_size < LARGEST


@pytest.mark.office
def test_every_section_that_a_dialog_or_panel_names_is_in_the_guide(office: Any, pages: Dict[str, bytes]) -> None:
    from vanthu_uno.guide import SECTIONS

    assert [name for name in SECTIONS.values() if name and name + ".html" not in pages] == []


@pytest.mark.office
def test_every_section_belongs_to_a_dialog_or_panel_and_every_dialog_has_a_button_for_it(office: Any) -> None:
    import vanthu_uno
    from vanthu_uno.guide import SECTIONS

    modules = [path for path in Path(vanthu_uno.__path__[0]).glob("*.py") if path.name != "guide.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in modules)
    assert [name for name in SECTIONS if '"{}"'.format(name) not in code] == []

    dialogs = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / "extension/dialogs").glob("*.xdl")}
    assert {name for name, text in dialogs.items() if 'dlg:id="help"' not in text} == {"panel.xdl"}


class Shell:
    """Stands in for the system: has a browser, or has none."""

    def __init__(self, has_browser: bool) -> None:
        self.has_browser, self.asked = has_browser, []

    def execute(self, url: str, parameter: str, flags: int) -> None:
        from com.sun.star.system import SystemShellExecuteException

        if not self.has_browser:
            raise SystemShellExecuteException()
        self.asked.append(url)


class Services:
    """A context whose shell is ours."""

    def __init__(self, context: Any, shell: Shell) -> None:
        self._context, self._shell = context, shell
        self.ServiceManager = self

    def createInstanceWithContext(self, name: str, context: Any) -> Any:  # noqa: N802
        if name.endswith("SystemShellExecute"):
            return self._shell
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)


@pytest.fixture
def installed(office: Any, tmp_path: Path, pages: Dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The help as it lies beside the installed extension, in a folder with blanks and marks."""
    from vanthu_uno import guide

    home = tmp_path / "phần mở rộng"
    for name, content in pages.items():
        path = home / "help" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    monkeypatch.setattr(guide, "home", lambda context: str(home))
    monkeypatch.setattr(guide.shutil, "which", lambda name: "/usr/bin/" + name)
    return home


@pytest.mark.office
def test_the_browser_is_asked_for_the_page_of_the_section(office: Any, installed: Path) -> None:
    from vanthu_uno import guide

    shell = Shell(has_browser=True)
    guide.show(Services(office.context, shell), "settings")
    guide.show(Services(office.context, shell))

    folder = installed / "help"
    assert shell.asked == [(folder / "thiet-lap.html").as_uri(), (folder / "huong-dan.html").as_uri()]


@pytest.mark.office
def test_without_a_browser_writer_shows_the_guide_read_only(office: Any, installed: Path) -> None:
    from vanthu_uno import guide

    before = documents(office)
    guide.show(Services(office.context, Shell(has_browser=False)), "settings")

    [shown] = [document for document in documents(office) if document not in before]
    try:
        assert shown.isReadonly()
        assert "Thư mục tầng" in shown.Text.getString()
    finally:
        shown.close(True)


@pytest.mark.office
def test_where_the_system_has_nothing_that_opens_a_page_it_is_not_asked(
    office: Any, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vanthu_uno import guide

    shell, shown = Shell(has_browser=True), []
    monkeypatch.setattr(guide.shutil, "which", lambda name: None)
    monkeypatch.setattr(guide.sys, "platform", "linux")
    monkeypatch.setattr(guide, "_show_in_writer", lambda context, url: shown.append(url))

    guide.show(Services(office.context, shell), "settings")

    assert (shell.asked, shown) == ([], [(installed / "help" / "huong-dan.html").as_uri() + "#thiet-lap"])


@pytest.mark.office
def test_an_extension_without_its_guide_says_so(office: Any, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vanthu_uno import guide

    (installed / "help" / "thiet-lap.html").unlink()
    told: List[str] = []
    monkeypatch.setattr(guide.log, "tell_later", lambda context, sentence: told.append(sentence))

    guide.show(office.context, "settings")

    assert told == [messages.NO_GUIDE]


def documents(office: Any) -> List[Any]:
    components = office.desktop.getComponents().createEnumeration()
    found = []
    while components.hasMoreElements():
        found.append(components.nextElement())
    return found
