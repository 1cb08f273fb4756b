"""What the command line shows a person: the score table, the result and its findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vanthu import messages
from vanthu.assessment import Assessment
from vanthu.date_vi import short_day
from vanthu.document_kind import DocumentKind
from vanthu.dossier import Dossier
from vanthu.explain import distance, explanation
from vanthu.finding import Severity
from vanthu.form import Form, Mode
from vanthu.profile import Profile, profile_lines
from vanthu.progress import due, due_words, state_words, window_words
from vanthu.record import Record
from vanthu.score import format_score
from vanthu.scoresheet import ScoreRow, score_rows

from . import batch_messages

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MARKS = {Severity.ERROR: "LỖI", Severity.WARNING: "LƯU Ý", Severity.INFO: "TIN"}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise  # rich would end the command itself, with an exit code of its own


def console(stderr: bool = False) -> Console:
    """Where a person reads."""
    return _Console(stderr=stderr)


def show_assessment(console: Console, assessment: Assessment, record: Record) -> None:
    """Table, result, distance, findings, explanation."""
    if assessment.results:
        console.print(_score_table(assessment, record))
        console.print(_result(assessment))
        console.print(Text(distance(assessment)))
    show_findings(console, assessment)
    _list(console, batch_messages.EXPLANATION, explanation(assessment))
    _list(console, batch_messages.LOCAL_SOURCES, assessment.form.local_sources)
    _list(console, batch_messages.OPEN_POINTS, assessment.form.open_points)


def _list(console: Console, heading: str, lines: Sequence[str]) -> None:
    if lines:
        console.print(Text(heading, style="bold"))
    for line in lines:
        console.print(Text("  " + line))


def show_progress(console: Console, assessment: Assessment, record: Record, on: date) -> None:
    """Where the dossier stands, and what is due when."""
    console.print(Text(batch_messages.STATE.format(state=state_words(assessment, record, on))))
    for line in (window_words(assessment, record), *due_words(due(assessment, record, on))):
        if line:
            console.print(Text("  " + line))


def show_dossier(console: Console, dossier: Dossier) -> None:
    """The documents with copies and status, those of the superior, and who receives them."""
    table = Table(box=SIMPLE_HEAD)
    for heading in ("STT", "Tên văn bản", "Số bộ", "Căn cứ", "Tình trạng"):
        table.add_column(heading, no_wrap=heading == "STT")
    for number, entry in enumerate(dossier.documents, start=1):
        style = "yellow" if entry.missing else "green"
        words = (entry.item.title, entry.copies, entry.item.article)
        table.add_row(str(number), *map(Text, words), Text(entry.status, style=style))
    console.print(table)
    for item in dossier.superior:
        console.print(Text(batch_messages.MADE_BY.format(title=item.title, maker=item.by, article=item.article)))
    for line in filter(None, (dossier.hindrance, dossier.receiver_words)):
        console.print(Text(line))


def _result(assessment: Assessment) -> Text:
    rating = (assessment.rating.label if assessment.rating else messages.UNRATED, "bold")
    if assessment.total is None or assessment.form.max_score is None:
        return Text.assemble("Kết quả: ", rating)
    points = (format_score(assessment.total), "bold")
    return Text.assemble(
        "Tổng điểm: ", points, "/{}    Xếp loại: ".format(format_score(assessment.form.max_score)), rating
    )


def show_findings(console: Console, assessment: Assessment) -> None:
    """One line for each finding."""
    for finding in assessment.findings:
        mark = (_MARKS[finding.severity] + " ", _STYLES[finding.severity])
        console.print(Text.assemble(mark, messages.sentence(finding)))


def show_profile(console: Console, profile: Profile) -> None:
    """What is kept, one line for each field that is not blank."""
    for label, text in profile_lines(profile):
        console.print(Text.assemble((label + ": ", "bold"), text))


def show_forms(console: Console, forms: Sequence[Form]) -> None:
    """The forms with their legal text and validity."""
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Mã", "Văn bản", "Từ ngày,\nhết hiệu lực", "Bộ tiêu chí"):
        table.add_column(heading, no_wrap=heading != "Bộ tiêu chí", overflow="fold")
    for form in forms:
        ended = short_day(form.effective_to) if form.effective_to else "–"
        table.add_row(form.id, form.source.number, f"{short_day(form.effective_from)}\n{ended}", Text(form.title))
    console.print(table)


def show_kinds(console: Console, kinds: Sequence[DocumentKind]) -> None:
    """The documents that can be drawn up, with the forms they serve."""
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Mã", "Văn bản", "Bộ tiêu chí"):
        table.add_column(heading, no_wrap=heading == "Mã")
    for kind in kinds:
        table.add_row(kind.id, Text(kind.title), ", ".join(kind.form_ids) or "mọi bộ")
    console.print(table)


def _score_table(assessment: Assessment, record: Record) -> Table:
    points = assessment.form.mode is Mode.POINTS
    table = Table(title=Text(assessment.form.title), box=SIMPLE_HEAD)
    table.add_column("Mục", no_wrap=True)
    table.add_column("Nội dung")
    if points:
        table.add_column("Tối đa", justify="right", no_wrap=True)
    table.add_column("Điểm" if points else "Kết quả", justify="right", no_wrap=points)
    for row in score_rows(assessment, record):
        middle = [row.maximum] if points else []
        table.add_row(row.id, Text(row.label), *middle, Text(row.score), style=_row_style(row))
    return table


def _row_style(row: ScoreRow) -> str:
    return "red" if row.finding else "bold" if row.level == 1 else ""
