"""The house keeps its own rules: who imports whom, which grammar travels, which words are used."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from core.factories import PROJECT

CORE = sorted((PROJECT / "core" / "vanthu").rglob("*.py"))
DOCX = sorted((PROJECT / "core" / "vanthu_docx").rglob("*.py"))
UNO = sorted((PROJECT / "extension" / "pythonpath" / "vanthu_uno").rglob("*.py"))
COMPONENT = PROJECT / "extension" / "component.py"
OURS = {"vanthu", "vanthu_docx", "vanthu_uno"}
OFFICE = {"uno", "unohelper", "com"}
TOML_READERS = {"tomllib", "tomli", "vanthu_tomli"}
SENTENCES = ("messages", "file_messages")
TELLING = ("tell", "map", "language.tell", "self._read", "self.wrong_type", "table.wrong_type", "table.check_schema")
REFUSING = ("DataError", "TemplateError", "LawFixedError", "ArgumentTypeError", "error", "print")
WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
VIETNAMESE = re.compile("[\u00c0-\u1ef9]")  # the letters with marks
ON_PAPER = (
    "correspondence.py",
    "date_vi.py",
    "explain_points.py",
    "facts.py",
)  # never translated


def imported(path: Path) -> set:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.split(".", 1)[0] for name in names}


def standard_library() -> set:
    return set(getattr(sys, "stdlib_module_names", ())) | {"__future__"}


@pytest.mark.skipif(sys.version_info < (3, 10), reason="this Python cannot name its standard library")
@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_core_imports_nothing_but_the_standard_library(path):
    assert imported(path) - standard_library() - TOML_READERS == set()


@pytest.mark.parametrize("path", DOCX, ids=lambda path: path.name)
def test_the_docx_side_knows_the_core_and_no_office(path):
    assert imported(path) & (OFFICE | {"vanthu_uno"}) == set()


@pytest.mark.skipif(sys.version_info < (3, 10), reason="this Python cannot name its standard library")
@pytest.mark.parametrize("path", UNO, ids=lambda path: path.name)
def test_the_office_side_knows_the_core_and_the_office_only(path):
    assert imported(path) - standard_library() - OFFICE - {"vanthu"} == set()


@pytest.mark.parametrize("path", [*CORE, *UNO, COMPONENT], ids=lambda path: path.name)
def test_what_travels_in_the_extension_parses_as_python_3_8(path):
    assert ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8)).body


def test_the_component_imports_late():
    tree = ast.parse(COMPONENT.read_text(encoding="utf-8"))

    top = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert {name for node in top for name in [getattr(node, "module", None) or node.names[0].name]} <= OFFICE | {
        "__future__",
    }


def _imported(path):
    """The modules of ours that a file imports as soon as it is loaded."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(alias.name for alias in node.names)]
            folder = UNO[0].parent if node.level and path in UNO else CORE[0].parent
            ours = node.level or names[0].split(".")[0] == "vanthu"
            tails = [name.split(".")[-1] for name in names] if ours else []
            yield from (folder / (tail + ".py") for tail in tails if (folder / (tail + ".py")).exists())


def _imported_of_others(path):
    """The modules that are not ours and that a file imports as soon as it is loaded."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


def test_what_the_office_loads_when_it_starts_brings_no_documents_along():
    # Menu and toolbar ask for their commands before the first window is shown; every module more makes that later.
    waiting = [UNO[0].parent / name for name in ("log.py", "ahead.py", "interface.py", "dispatch.py", "factory.py")]
    loaded = set()
    while waiting:
        path = waiting.pop()
        waiting.extend(found for found in _imported(path) if found not in loaded)
        loaded.add(path)

    names = {path.stem for path in loaded}
    assert {"own_folder", "kept_file", "language", "notice"} <= names
    assert (
        names
        & {"commands", "session", "own_files", "settings", "messages", "file_messages", "form", "record", "library"}
        == set()
    )
    others = {name.split(".")[0] for path in loaded for name in _imported_of_others(path)}
    assert {"pathlib", "gettext"} <= others
    assert others & {"dataclasses", "datetime", "decimal", "json", "re", "threading", "uuid", "xml"} == set()


def test_text_is_never_read_or_written_without_naming_its_encoding():
    careless = [
        "{}:{}".format(path.name, call.lineno)
        for path in [*CORE, *DOCX, *UNO]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("read_text", "write_text")
        and "encoding" not in [keyword.arg for keyword in call.keywords]
    ]

    assert careless == []


@pytest.mark.skipif(sys.version_info < (3, 9), reason="this Python cannot write a tree back as text")
def test_a_sentence_of_the_interface_is_told_in_the_language_in_use():
    trees = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in [*CORE, *UNO]}
    untold = [f"{name}: {sentence}" for name, tree in trees.items() for sentence in _untold(tree)]

    assert sum(ast.unparse(tree).count("tell(messages.") for tree in trees.values()) > 100
    assert untold == []


def test_what_is_refused_or_printed_is_said_with_the_sentences_of_a_catalog():
    said = [
        "{}:{}".format(path.name, text.lineno)
        for path in [*CORE, *DOCX, *UNO]
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in REFUSING
        for text in ast.walk(call)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
        if WORDS.search(text.value) or VIETNAMESE.search(text.value)
    ]

    assert said == []


def test_a_sentence_with_facts_in_it_stands_in_a_catalog_unless_it_goes_on_paper():
    said = [
        "{}:{}".format(path.name, call.lineno)
        for path in [*CORE, *UNO]
        if path.name not in ON_PAPER
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "format"
        if isinstance(call.func.value, ast.Constant) and _is_sentence(str(call.func.value.value))
    ]

    assert said == []


def _is_sentence(text):
    """Words with marks that are no regular expression."""
    return VIETNAMESE.search(text) and "\\" not in text


def test_every_window_is_made_where_it_is_told_in_the_language_in_use():
    makers = {path.name for path in UNO for call in ("createDialog(", "createContainerWindow(") if call in read(path)}

    assert makers == {"choice_dialog.py", "panel.py"}


def test_every_test_with_a_mouse_waits_for_its_turn():
    """Run beside others it would take the keys from them, or have them taken."""
    tests = sorted((PROJECT / "tests" / "window").glob("test_*.py"))
    unmarked = [path.name for path in tests if "\npytestmark = pytest.mark.window\n" not in path.read_text("utf-8")]
    assert len(tests) > 15
    assert unmarked == []


def test_what_stops_listening_never_listens_again():
    """A new object does: PyUNO may forget one that the office was given twice (docs/office-facts.md)."""
    stopping = {path.name for path in UNO if re.search(r"remove\w+(Listener|Handler)\(self\)", read(path))}

    assert stopping == {"focus_keys.py"}  # whose object listens to its controls all the while


def read(path):
    return path.read_text(encoding="utf-8")


def _untold(node):
    """Sentences named outside of a call of ``tell``, and of a line that puts one aside for it."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in TELLING:
        return
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("pattern", "template"):
        return
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) in SENTENCES and node.attr.isupper():
        yield ast.unparse(node)
    for child in ast.iter_child_nodes(node):
        yield from _untold(child)


def glossary():
    text = (PROJECT / "README.md").read_text(encoding="utf-8").split("## Glossary", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| ([^|]+) \| `(\w+)` \|", text, re.MULTILINE)


def defined_names() -> set:
    names = set()
    for path in [*CORE, *DOCX, *UNO]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
            elif isinstance(node, ast.Assign):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def test_every_word_of_the_glossary_stands_in_the_code_once_each_way():
    rows, defined = glossary(), defined_names()

    assert len(rows) > 20
    assert [name for _, name in rows if name not in defined] == []
    assert len({term for term, _ in rows}) == len({name for _, name in rows}) == len(rows)


def test_every_public_class_of_the_core_stands_in_the_glossary_or_is_plain_english():
    plain = {
        *("Change", "Choice", "Columns", "CriterionResult", "DataError", "DocumentFacts", "FindingCode", "Lettering"),
        *("Library", "Limits", "Line", "Padding", "Page", "PaperRules", "Paragraphs", "PartialDate", "Row", "Severity"),
        *("Spacing", "StrictTable", "Summary", "Table", "Text", "Applicability", "Entries", "Status", "Mode", "State"),
        *(
            "LegalTexts",
            "LawFixedError",
            "DigitalResult",
            "CitizenResult",
            "DueDate",
            "Breaks",
            "PreviewLine",
            "ReadLine",
        ),
        *("ShownAnswers", "TableFit", "Known", "OneFill"),
    }
    classes = {
        node.name
        for path in CORE
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }

    assert classes - plain - {name for _, name in glossary()} == set()
