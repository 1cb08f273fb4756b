"""How near a produced document is to the real one: line by line, every difference explained beside the record.

``python tests/fidelity.py`` prints the shares of equal lines per seed and how many lines stand on the list, by kind of
mistake; with a name (``001``) it prints the differences too.
A seed is the text of a real document (``tests/seeds``), a record its data (``forms/examples/001.toml``), and
``forms/examples/001.corrections.toml`` says which lines differ and why.
"""

from __future__ import annotations

import difflib
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.oxml.ns import qn

from vanthu import record_file
from vanthu.data_error import DataError
from vanthu.strict import StrictTable
from vanthu.toml import read
from vanthu_docx import house
from vanthu_docx.render import render

SEEDS = Path(__file__).resolve().parent / "seeds"
EXAMPLES = house.folder("forms") / "examples"
SUFFIX = ".corrections.toml"
REQUIRED = 97  # percent of the lines, once the corrections are made
PAGE_BREAK = "ngat-trang"
KINDS = {
    "sai-so": "số liệu, phép cộng, năm sai",
    "chinh-ta": "sai chính tả, thiếu hoặc thừa dấu",
    "viet-hoa": "viết hoa, viết thường sai",
    "van-ban-het-hieu-luc": "dẫn văn bản đã hết hiệu lực, hoặc dẫn sai số, sai tên",
    "danh-so": "mục, khoản, điểm trùng số hoặc sai thứ tự",
    "the-thuc": "thể thức của Nghị định 30/2020",
    "trich-xuat": "mất hoặc thừa khi trích văn bản",
    PAGE_BREAK: "lặp lại do ngắt trang",
    "noi-dung": "nội dung sót, thiếu, thừa, sai cấu trúc",
}
AUTHORITIES = (  # what a reason begins with: the rule that makes a line of a real document a mistake
    *("Nghị định 30/2020, ", "Thông tư 22/2020, ", "Thông tư 24/2023", "Thông tư 44/2014, "),
    *("Chính tả: ", "Phép cộng: ", "Mâu thuẫn: ", "Trích xuất: ", "Ngắt trang: "),
)
MOST_SEED_LINES = 3  # one entry is one mistake
MOST_ADDED_LINES = 8  # a letterhead that the extraction lost
_KEYS = ("seed", "text", "reason", "kind", "after")


@dataclass(frozen=True)
class Correction:
    """Lines of the seed and what the product says in their place."""

    place: str
    seed: tuple[str, ...]  # empty: the product adds lines, behind the correction before this one or behind ``after``
    text: tuple[str, ...]  # empty: the lines are left out
    reason: str
    kind: str
    after: str  # the line of the seed just above; blank where the first match will do


@dataclass(frozen=True)
class Fidelity:
    """The three texts of one document, as lines."""

    name: str
    seed: tuple[str, ...]
    corrected: tuple[str, ...]
    produced: tuple[str, ...]
    corrections: tuple[Correction, ...]

    @property
    def raw(self) -> int:
        """Lines of the seed that stand unchanged, in order, in the produced text: tenths of a percent, cut."""
        return _tenths(_equal_lines(self.seed, self.produced), len(self.seed))

    @property
    def explained(self) -> int:
        """Equal lines once the corrections are made: tenths of a percent, cut."""
        longer = max(len(self.corrected), len(self.produced))
        return _tenths(_equal_lines(self.corrected, self.produced), longer)

    @property
    def by_kind(self) -> Counter[str]:
        """How many lines of the seed stand on the list, by kind of mistake."""
        return Counter(correction.kind for correction in self.corrections for _ in correction.seed)

    @property
    def added(self) -> int:
        """Lines that the seed has lost or never had: the letterhead, Kính gửi, the title of the signer."""
        return sum(len(correction.text) for correction in self.corrections if not correction.seed)

    @property
    def difference(self) -> str:
        """What no correction explains; blank when nothing is left."""
        texts = (self.corrected, self.produced)
        return "\n".join(difflib.unified_diff(*texts, "bản gốc đã sửa", "văn bản lập ra", lineterm="", n=1))


def normal(line: str) -> str:
    """What both texts have in common: NFC, single blanks, no Markdown emphasis.

    >>> normal("**KT.\\u00a0 TRƯỞNG\\tPHÒNG** ")
    'KT. TRƯỞNG PHÒNG'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", line).replace("*", "")).strip()


def seed_names() -> list[str]:
    return sorted(path.stem for path in SEEDS.glob("*.txt"))


def measured(name: str) -> Fidelity:
    """Render the example of a seed and compare. Raises :class:`DataError` for a correction that does not fit."""
    seed = _filled(SEEDS.joinpath(name + ".txt").read_text(encoding="utf-8").splitlines())
    corrections = read_corrections(EXAMPLES / (name + SUFFIX))
    record = record_file.load(EXAMPLES / (name + ".toml"))
    with tempfile.TemporaryDirectory(prefix="vanthu-") as folder:
        target = Path(folder) / "made.docx"
        render(house.open_library(), record.kind, record, target)
        produced = document_lines(target)
    return Fidelity(name, seed, corrected(seed, corrections), produced, corrections)


def document_lines(path: Path) -> tuple[str, ...]:
    """The lines of a document in reading order; a row of a table is one line, its cells parted by a blank."""
    return _filled(_block_lines(docx.Document(str(path)).element.body))


def corrected(seed: Sequence[str], corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The seed with every correction made once, in order."""
    lines: list[str] = []
    done = 0
    for correction in corrections:
        start = _place_of(correction, seed, done)
        lines += [*seed[done:start], *correction.text]
        done = start + len(correction.seed)
    return (*lines, *seed[done:])


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of one seed; none where there is no file."""
    if not path.exists():
        return ()
    return corrections_from(read(path), path.name)


def corrections_from(values: dict[str, object], source: str) -> tuple[Correction, ...]:
    """The same for values already read. Raises :class:`DataError` naming the correction that breaks a rule."""
    table = StrictTable(values, source, "", ("schema", "correction"))
    numbers = iter(range(1, 1000))
    return table.tables("correction", _KEYS, lambda entry: _correction(entry, source, next(numbers)))


def _correction(entry: StrictTable, source: str, number: int) -> Correction:
    correction = Correction(
        place=f"{source}: correction {number}",
        seed=tuple(map(normal, entry.lines("seed"))),
        text=tuple(map(normal, entry.lines("text"))),
        reason=entry.line("reason"),
        kind=entry.choice("kind", KINDS),
        after=normal(entry.line("after", "")),
    )
    for sentence in _faults(correction):
        raise DataError(correction.place, sentence)
    return correction


def _faults(correction: Correction) -> Iterator[str]:
    seed, text = correction.seed, correction.text
    if len(correction.reason.split()) < 3 or not correction.reason.endswith("."):
        yield f"lý do phải là một câu, kết thúc bằng dấu chấm, không phải “{correction.reason}”"
    if not correction.reason.startswith(AUTHORITIES):
        allowed = ", ".join(authority.rstrip(",: ") for authority in AUTHORITIES)
        yield f"lý do phải bắt đầu bằng chỗ dựa ({allowed}), không phải “{correction.reason}”"
    if not all((*seed, *text)):
        yield "không kể dòng trống"
    if seed == text:
        yield "hai bên giống nhau, không có gì để sửa"
    if seed and text and (seed[0] == text[0] or seed[-1] == text[-1]):
        yield "dòng đầu hoặc dòng cuối giống nhau; bỏ dòng đó đi, cần thì chỉ chỗ bằng after"
    if len(seed) > MOST_SEED_LINES and (text or correction.kind != PAGE_BREAK):
        yield f"{len(seed)} dòng của bản gốc; một lỗi không quá {MOST_SEED_LINES} dòng, hãy tách ra"
    if len(text) > (MOST_SEED_LINES if seed else MOST_ADDED_LINES):
        yield f"{len(text)} dòng thay vào là quá nhiều cho một lỗi, hãy tách ra"


def _place_of(correction: Correction, seed: Sequence[str], done: int) -> int:
    """Where its lines begin, at or behind ``done``."""
    size = len(correction.seed)
    for start in range(done, len(seed) - size + 1):
        below = not correction.after or (start and seed[start - 1] == correction.after)
        if below and tuple(seed[start : start + size]) == correction.seed:
            return start
    behind = f" ngay sau dòng “{correction.after}”" if correction.after else ""
    sought = " / ".join(correction.seed) or "chỗ thêm"
    raise DataError(correction.place, f"không thấy “{sought}”{behind} sau chỗ sửa trước; các chỗ sửa kể theo thứ tự")


def _block_lines(container: object) -> Iterator[str]:
    for block in container:
        if block.tag == qn("w:p"):
            yield from _paragraph_text(block).split("\n")
        elif block.tag == qn("w:tbl") and _side_by_side(block):
            for cell in block.findall(f"{qn('w:tr')}/{qn('w:tc')}"):
                yield from _block_lines(cell)
        elif block.tag == qn("w:tbl"):
            yield from map(_row_text, block.findall(qn("w:tr")))


def _side_by_side(table: object) -> bool:
    """Letterhead and signature stand in a table without lines; a table of data has a style with lines."""
    return all(table.tblPr.find(qn(tag)) is None for tag in ("w:tblStyle", "w:tblBorders"))


def _row_text(row: object) -> str:
    cells = ["\n".join(map(_paragraph_text, cell.iter(qn("w:p")))) for cell in row.findall(qn("w:tc"))]
    return "\t".join(cells)


def _paragraph_text(paragraph: object) -> str:
    pieces = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    return "".join(
        piece.text or "" if piece.tag == qn("w:t") else pieces[piece.tag]
        for run in paragraph.iter(qn("w:r"))
        for piece in run
        if piece.tag in pieces or piece.tag == qn("w:t")
    )


def _filled(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(normal, lines) if line)


def _equal_lines(left: Sequence[str], right: Sequence[str]) -> int:
    blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _tenths(part: int, whole: int) -> int:
    return part * 1000 // whole


def _percent(tenths: int) -> str:
    return f"{tenths // 10},{tenths % 10}%"


def _kinds(by_kind: Counter[str]) -> str:
    """The kinds with the most lines first: "danh-so 11, the-thuc 7"."""
    return ", ".join(f"{kind} {lines}" for kind, lines in by_kind.most_common())


def main(names: Sequence[str]) -> int:
    """Print the table; 1 when a document differs without a reason."""
    heading = f"{'văn bản':<14}{'số dòng':>8}{'giữ nguyên':>12}{'khớp sau khi sửa':>18}{'thêm':>6}"
    print(heading + "   dòng có lỗi, theo loại")
    unexplained = 0
    for name in names or seed_names():
        if not (EXAMPLES / f"{name}.toml").exists():
            print(f"{name:<14}{'chưa có dữ liệu':>20}")
            continue
        try:
            found = measured(name)
        except DataError as error:
            print(f"{name:<14}{error}")
            unexplained += 1
            continue
        shares = f"{_percent(found.raw):>12}{_percent(found.explained):>18}{found.added:>6}"
        print(f"{name:<14}{len(found.seed):>8}{shares}   {_kinds(found.by_kind)}")
        unexplained += bool(found.difference)
        if names and found.difference:
            print(found.difference)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main([name for name in sys.argv[1:] if name != "--report"]))
