"""The command ``vanthu``. Exit 0 done; 1 done, with findings that are errors; 2 unusable input, one line on stderr."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from vanthu import __version__
from vanthu.assessment import Assessment
from vanthu.data_error import DataError
from vanthu.finding import Severity
from vanthu.form import Form
from vanthu.progress import with_progress
from vanthu.record_file import load
from vanthu.report import assessment_json, progress_json

from . import doctor, house, terminal
from .render import ENGINES, render

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; every expected mistake is one Vietnamese line and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # consoles of other code pages would fail on Vietnamese
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except DataError as error:
        print("vanthu: {}".format(error), file=sys.stderr)
        return UNUSABLE
    return code


# argparse speaks English; these are its sentences that a wrong command can cause.
_PARSER_WORDS = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu \1"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 không có \2; được phép: \3"),
    (r"argument (\S+): expected one argument", r"\1 cần một giá trị"),
    (r"argument (\S+): (.*)", r"\1: \2"),
)


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one Vietnamese line too."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        words = " ".join(message.split())
        for english, vietnamese in _PARSER_WORDS:
            words = re.sub(english, vietnamese, words)
        print("vanthu: câu lệnh chưa đúng: {}; gõ {} --help để xem cách dùng".format(words, self.prog), file=sys.stderr)
        sys.exit(UNUSABLE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="vanthu", description="Chấm điểm, xếp loại và lập văn bản hành chính theo Nghị định 30/2020.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    forms = commands.add_parser("forms", help="các bộ tiêu chí và hiệu lực")
    forms.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    forms.add_argument(
        "--on", type=_day, metavar="NGÀY", help="chỉ các bộ đang có hiệu lực vào ngày này, dạng 2024-01-10"
    )
    forms.set_defaults(run=_forms)
    assessing = commands.add_parser("assess", help="kết quả, lưu ý và cách tính của một tệp dữ liệu")
    assessing.add_argument("record", type=Path, metavar="DỮ_LIỆU", help="tệp .toml hoặc .json")
    assessing.add_argument("--json", action="store_true", help="in JSON cho chương trình khác")
    assessing.add_argument("--on", type=_day, metavar="NGÀY", help="tính hạn theo ngày này (mặc định: hôm nay)")
    assessing.set_defaults(run=_assess)
    rendering = commands.add_parser("render", help="lập một văn bản")
    rendering.add_argument("kind", metavar="LOẠI", help="tên mẫu, ví dụ bao-cao-tu-danh-gia")
    rendering.add_argument("record", type=Path, metavar="DỮ_LIỆU", help="tệp .toml hoặc .json")
    rendering.add_argument("-o", "--output", type=Path, required=True, metavar="RA", help="tệp .docx, .odt hoặc .pdf")
    rendering.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="docx (mặc định) hoặc writer")
    rendering.set_defaults(run=_render)
    diagnosis = commands.add_parser("doctor", help="đã cài gì, còn thiếu gì, cách chữa")
    diagnosis.set_defaults(run=_doctor)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("không có ngày {}".format(text)) from None


def _forms(options: argparse.Namespace) -> int:
    library = house.open_library()
    forms = library.forms_in_force(options.on) if options.on else library.forms
    if options.json:
        _print_json([_form_json(form) for form in forms])
    else:
        terminal.show_forms(Console(), forms)
    return DONE


def _form_json(form: Form) -> dict[str, object]:
    return {
        "id": form.id,
        "title": form.title,
        "mode": form.mode.value,
        "source": form.source.number,
        "effective_from": form.effective_from.isoformat(),
        "effective_to": form.effective_to.isoformat() if form.effective_to else None,
        "replaced_by": form.replaced_by or None,
    }


def _assess(options: argparse.Namespace) -> int:
    record = load(options.record)
    today = options.on or date.today()
    assessment = with_progress(house.open_library().assess(record), record, today)
    if options.json:
        _print_json({**assessment_json(assessment), **progress_json(assessment, record, today)})
    else:
        terminal.show_assessment(Console(), assessment)
        terminal.show_progress(Console(), assessment, record, today)
    return _code(assessment)


def _render(options: argparse.Namespace) -> int:
    record = load(options.record)
    rendered = render(house.open_library(), options.kind, record, options.output, options.engine)
    console = Console(stderr=True)
    terminal.show_findings(console, rendered.assessment)
    if rendered.kept:
        print("Đã có tệp cùng tên; bản cũ giữ ở: {}".format(rendered.kept))
    print("Đã ghi: {}".format(options.output))
    return _code(rendered.assessment)


def _doctor(options: argparse.Namespace) -> int:
    missing = False
    for check in doctor.checks():
        missing = missing or bool(check.cure)
        print("{} {}: {}".format("✗" if check.cure else "✓", check.name, check.found or "chưa có"))
        if check.cure:
            print("    cách chữa: {}".format(check.cure))
    return FOUND_ERRORS if missing else DONE


def _code(assessment: Assessment) -> int:
    errors = any(finding.severity is Severity.ERROR for finding in assessment.findings)
    return FOUND_ERRORS if errors else DONE


def _print_json(values: object) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    sys.exit(main())
