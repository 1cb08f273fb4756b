"""What the command line shows a person: the score table, the result and its findings."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vanthu import messages
from vanthu.assessment import Assessment
from vanthu.explain import distance, explanation
from vanthu.finding import Severity
from vanthu.library import Library
from vanthu.score import format_score
from vanthu.scoresheet import ScoreRow, score_rows

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MARKS = {Severity.ERROR: "LỖI", Severity.WARNING: "LƯU Ý", Severity.INFO: "TIN"}


def show_assessment(console: Console, assessment: Assessment) -> None:
    """Table, total, rating, distance, findings, explanation."""
    console.print(_score_table(assessment))
    rating = assessment.rating.label if assessment.rating else messages.UNRATED
    console.print(
        Text.assemble(
            "Tổng điểm: ",
            (_points(assessment), "bold"),
            "/{}    Xếp loại: ".format(format_score(assessment.form.max_score)),
            (rating, "bold"),
        )
    )
    console.print(Text(distance(assessment)))
    show_findings(console, assessment)
    console.print(Text("Cách tính", style="bold"))
    for line in explanation(assessment):
        console.print(Text("  " + line))


def show_findings(console: Console, assessment: Assessment) -> None:
    """One line for each finding."""
    for finding in assessment.findings:
        mark = (_MARKS[finding.severity] + " ", _STYLES[finding.severity])
        console.print(Text.assemble(mark, messages.sentence(finding)))


def show_forms(console: Console, library: Library) -> None:
    """The forms with their legal text and validity."""
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Mã", "Bộ tiêu chí", "Văn bản", "Hiệu lực từ", "Hết hiệu lực"):
        table.add_column(heading)
    for form in library.forms:
        ended = form.effective_to.strftime("%d/%m/%Y") if form.effective_to else "đang hiệu lực"
        source = "{} {}".format(form.source.type, form.source.number)
        table.add_row(form.id, form.title, source, form.effective_from.strftime("%d/%m/%Y"), ended)
    console.print(table)


def _score_table(assessment: Assessment) -> Table:
    table = Table(title=Text(assessment.form.title), box=SIMPLE_HEAD)
    table.add_column("Mục", no_wrap=True)
    table.add_column("Nội dung")
    table.add_column("Tối đa", justify="right", no_wrap=True)
    table.add_column("Điểm", justify="right", no_wrap=True)
    for row in score_rows(assessment):
        table.add_row(row.id, Text(row.label), row.maximum, Text(row.score), style=_row_style(row))
    return table


def _row_style(row: ScoreRow) -> str:
    return "red" if row.finding else "bold" if row.level == 1 else ""
