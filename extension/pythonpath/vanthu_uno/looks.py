"""The look of a table row: what a new row must take over from its model row."""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Sequence, Tuple

# The style goes first: setting it later would reset what was set before.
PARAGRAPH = (
    "ParaStyleName", "ParaAdjust", "ParaLeftMargin", "ParaRightMargin", "ParaFirstLineIndent", "ParaTopMargin",
    "ParaBottomMargin", "ParaLineSpacing", "ParaTabStops", "ParaKeepTogether", "ParaSplit", "ParaOrphans",
    "ParaWidows", "ParaIsHyphenation", "ParaVertAlignment", "ParaContextMargin", "ParaBackColor",
)  # fmt: skip
CHARACTER = (
    "CharFontName", "CharFontNameAsian", "CharFontNameComplex", "CharHeight", "CharHeightAsian", "CharHeightComplex",
    "CharWeight", "CharWeightAsian", "CharWeightComplex", "CharPosture", "CharPostureAsian", "CharPostureComplex",
    "CharUnderline", "CharStrikeout", "CharColor", "CharBackColor", "CharCaseMap", "CharEscapement",
    "CharEscapementHeight", "CharKerning", "CharScaleWidth", "CharLocale",
)  # fmt: skip
_BOX = (
    "BackColor", "TopBorder", "BottomBorder", "LeftBorder", "RightBorder", "TopBorderDistance",
    "BottomBorderDistance", "LeftBorderDistance", "RightBorderDistance", "VertOrient",
)  # fmt: skip
_BY_TEXT = "IsAutoHeight"
_LINE = ("Height", _BY_TEXT, "IsSplitAllowed", "BackColor")


class CellLook(NamedTuple):
    """Frame of a cell, and the direct formatting of its paragraph and its first character."""

    box: Tuple[Any, ...]
    direct: Dict[str, Any]


class Look(NamedTuple):
    """Look of a row: the row's own settings and its cells', left to right."""

    line: Tuple[Any, ...]
    cells: Tuple[CellLook, ...]


def direct_values(text_range: Any, names: Sequence[str]) -> Dict[str, Any]:
    """Those of the properties that are set on the text itself, not by a style."""
    names = tuple(names)
    states = text_range.getPropertyStates(names)
    values = text_range.getPropertyValues(names)
    return {name: value for name, state, value in zip(names, states, values) if state.value == "DIRECT_VALUE"}


def look_of(row: Any, cells: Sequence[Any]) -> Look:
    """The look of a standing row."""
    return Look(_values(row, _LINE), tuple(CellLook(_values(cell, _BOX), _direct(cell)) for cell in cells))


def _values(thing: Any, names: Sequence[str]) -> Tuple[Any, ...]:
    return tuple(thing.getPropertyValue(name) for name in names)


def _direct(cell: Any) -> Dict[str, Any]:
    # A cursor does not report what is set on the whole paragraph, nor a paragraph what is set on its characters.
    of_paragraph = direct_values(cell.createEnumeration().nextElement(), PARAGRAPH + CHARACTER)
    cursor = cell.createTextCursor()
    of_characters = direct_values(cursor, CHARACTER) if cursor.goRight(1, True) else {}
    return {**of_paragraph, **of_characters}


def soften(cells: Sequence[Any], look: Look) -> None:
    """Empty a row and keep its character formatting on the empty paragraphs.

    A row that Writer inserts takes over frame, style and paragraph of its neighbour but not the formatting of its
    characters; on an empty paragraph that formatting belongs to the paragraph, and goes over too.
    """
    for cell, cell_look in zip(cells, look.cells):
        cell.setString("")
        _set(cell.createTextCursor(), {k: v for k, v in cell_look.direct.items() if k in CHARACTER})


def dress(table: Any, row: Any, names: Sequence[str], look: Look, cloned: Look) -> None:
    """Give ``look`` to an empty row, of cells ``names``, just cloned from one that looks like ``cloned``."""
    for name, value, before in zip(_LINE, look.line, cloned.line):
        # The office tells a row that is so high at least from one that is exactly so high to nobody, and makes it the
        # second when told that it is not as high as its text: what does not fit is cut off.
        if value != before and (name, value) != (_BY_TEXT, False):
            row.setPropertyValue(name, value)
    for index, name in enumerate(_BOX):
        _frame(table, names, name, [(new.box[index], old.box[index]) for new, old in zip(look.cells, cloned.cells)])
    for cell_name, new, old in zip(names, look.cells, cloned.cells):
        cursor = table.getCellByName(cell_name).createTextCursor()
        surplus = tuple(name for name in old.direct if name not in new.direct)
        if surplus:
            cursor.setPropertiesToDefault(surplus)
        _set(cursor, new.direct)


def _frame(table: Any, cells: Sequence[str], name: str, values: Sequence[Tuple[Any, Any]]) -> None:
    """Set one property of the cells' frames where the new value is not the old one.

    Through cell ranges, never through a cell: on 7.4.7 a cell's own property, when undone and redone after rows were
    inserted, comes back on all the rows that were cloned together.
    """
    if all(new != old and new == values[0][0] for new, old in values):
        table.getCellRangeByName(cells[0] + ":" + cells[-1]).setPropertyValue(name, values[0][0])
        return
    for cell, (new, old) in zip(cells, values):
        if new != old:
            table.getCellRangeByName(cell + ":" + cell).setPropertyValue(name, new)


def _set(cursor: Any, values: Dict[str, Any]) -> None:
    if values:
        cursor.setPropertyValues(tuple(values), tuple(values.values()))
