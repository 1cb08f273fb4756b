"""The catalogs: nothing of the interface is left out, and a translation fits where the sentence goes."""

from __future__ import annotations

import gettext
import importlib.util
import io
import re
import string
from pathlib import Path
from types import ModuleType
from typing import Callable, List, Tuple
from xml.etree import ElementTree

import pytest

from vanthu import language, messages

PROJECT = Path(__file__).resolve().parents[2]
KEY = re.compile("~(.)")
RENEW = "run python extension/catalogs.py and translate what is new in extension/po/en.po"
DIALOG = "{http://openoffice.org/2000/dialog}"
NAME = "{http://openoffice.org/2001/registry}name"
DIALOGS = sorted((PROJECT / "extension" / "dialogs").glob("*.xdl"))


def load(path: Path) -> ModuleType:
    place = importlib.util.spec_from_file_location(path.stem, path)
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


catalogs = load(PROJECT / "extension" / "catalogs.py")
ENGLISH = gettext.GNUTranslations(io.BytesIO(catalogs.compiled()))


def entries() -> List[Tuple[str, str]]:
    return [(message.id, message.string) for message in catalogs.translation() if message.id]


def test_the_template_holds_the_texts_as_they_stand() -> None:
    with catalogs.TEMPLATE.open("rb") as file:
        kept = catalogs.read_po(file)

    assert [message.id for message in kept] == [message.id for message in catalogs.template()], RENEW


def test_every_kind_of_text_is_found() -> None:
    places = {message.id: {place for place, _ in message.locations} for message in catalogs.template() if message.id}

    assert places[messages.READ_ONLY] == {"core/vanthu/messages.py"}
    assert "extension/dialogs/new.xdl" in places["Lập văn bản mới"]
    assert "extension/registry/Addons.xcu" in places["~Lập văn bản mới…"]
    assert "extension/macros/vanthu_macros.py" in places["Lập văn bản mới."]


def test_everything_is_translated_and_nothing_doubtful() -> None:
    wanted = [message.id for message in catalogs.template() if message.id]

    assert [vietnamese for vietnamese, _ in entries()] == wanted, RENEW
    assert [vietnamese for vietnamese, english in entries() if not english.strip()] == [], RENEW
    assert [message.id for message in catalogs.translation() if message.id and message.fuzzy] == []


@pytest.mark.parametrize(("vietnamese", "english"), entries(), ids=range(len(entries())))
def test_a_translation_has_the_fields_the_access_key_and_the_edges_of_its_sentence(
    vietnamese: str, english: str
) -> None:
    assert set(fields(english)) == set(fields(vietnamese))
    assert len(KEY.findall(english)) == len(KEY.findall(vietnamese)) <= 1
    assert english.endswith("…") == vietnamese.endswith("…")
    assert [part.isspace() for part in (english[0], english[-1])] == [
        part.isspace() for part in (vietnamese[0], vietnamese[-1])
    ]


def fields(text: str) -> List[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


@pytest.mark.parametrize("speak", [str, ENGLISH.gettext], ids=["vi", "en"])
def test_no_two_entries_of_the_menu_share_an_access_key(speak: Callable[[str], str]) -> None:
    menu = ElementTree.parse(PROJECT / "extension" / "registry" / "Addons.xcu").getroot()
    submenu = next(node for node in menu.iter("node") if node.get(NAME) == "Submenu")
    titles = [prop.findtext("value", "") for prop in submenu.iter("prop") if prop.get(NAME) == "Title"]
    keys = [key.lower() for title in titles for key in KEY.findall(speak(title))]

    assert len(keys) == len(titles)
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("path", DIALOGS, ids=lambda path: path.stem)
@pytest.mark.parametrize("speak", [str, ENGLISH.gettext], ids=["vi", "en"])
def test_no_two_controls_of_a_dialog_share_an_access_key(path: Path, speak: Callable[[str], str]) -> None:
    controls = ElementTree.parse(path).getroot().iter()
    labels = [speak(control.get(DIALOG + "value")) for control in controls if control.get(DIALOG + "value")]
    keys = [key.lower() for label in labels for key in KEY.findall(label)]

    assert sorted(set(keys)) == sorted(keys)


def test_the_prompts_of_a_row_leave_the_other_access_keys_of_the_panel_alone() -> None:
    for speak in (str, ENGLISH.gettext):
        for heading in (messages.SHEET_OF_POINTS, messages.SHEET_OF_LEVELS):
            for prompt in (messages.PROMPT_POINTS, messages.PROMPT_GROUP, messages.PROMPT_COUNT):
                keys = [KEY.findall(speak(text))[0].lower() for text in (heading, prompt, "~Minh chứng:")]
                assert len(set(keys)) == 3


def test_the_core_reads_what_the_build_compiles(tmp_path: Path) -> None:
    catalog = tmp_path / "vanthu.mo"
    catalog.write_bytes(catalogs.compiled())

    language.use(language.translations(catalog))
    try:
        assert language.tell(messages.FILLED, count=3) == "Places filled in the document: 3."
        assert language.tell("") == ""
    finally:
        language.use()


def test_macros_are_described_in_the_language_in_use(tmp_path: Path) -> None:
    path = PROJECT / "extension" / "macros" / "vanthu_macros.py"
    catalog = tmp_path / "vanthu.mo"
    catalog.write_bytes(catalogs.compiled())

    language.use(language.translations(catalog))
    try:
        assert load(path).thiet_lap.__doc__ == "Settings: language, folders and profile of the unit."
    finally:
        language.use()
    assert load(path).thiet_lap.__doc__.startswith("Thiết lập")


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert catalogs.compiled() == catalogs.compiled()
