"""Slots as a document of one's own has room for them."""

from __future__ import annotations

from decimal import Decimal

from vanthu.memory import Memory, from_properties, to_properties
from vanthu.record import Record
from vanthu.slots import Paragraphs, Row, Rule, Table, Text, arranged, texts_of

WHOLE = Table(("ten", "diem"), (Row("nhom", ("a", "9")), Row("", ("b", "8"))))


def test_a_table_gets_the_columns_of_the_document():
    fitting = arranged({"bang": WHOLE, "nam": Text("2023")}, {"bang": ("diem", "", "khac", "ten"), "nam": ("x",)})

    assert fitting == {
        "bang": Table(("diem", "", "khac", "ten"), (Row("nhom", ("9", "", "", "a")), Row("", ("8", "", "", "b")))),
        "nam": Text("2023"),
    }


def test_a_table_whose_columns_nobody_has_named_stays_whole():
    assert arranged({"bang": WHOLE}, {}) == arranged({"bang": WHOLE}, {"bang": ()}) == {"bang": WHOLE}


def test_a_document_remembers_the_columns_of_its_tables():
    memory = Memory(Record("dvht-2020", 2023), columns={"bang_diem": ("noi_dung", "diem")})

    assert from_properties(to_properties(memory), "bc.odt") == memory


def test_every_text_of_a_slot_is_told():
    assert texts_of(Text("a")) == ("a",)
    assert texts_of(Paragraphs(("a", "b"))) == ("a", "b")
    assert texts_of(Table(("x",), (Row("", ("a", "b")), Row("", ("c",))))) == ("a", "b", "c")
    assert texts_of(Rule(Decimal(1))) == ()
