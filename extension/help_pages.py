"""The clerk's guide as pages for a browser, to be read without a network: ``docs/huong-dan.md`` made into HTML.

Its last section is completed by what the forms themselves leave open.

One page with everything, its pictures with few colours, and for each section a page of one line that leads to it: a
browser asked to open a file does not always get to know which part of it was meant.
"""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path
from typing import Any, Dict, List

from markdown_it import MarkdownIt
from PIL import Image

from vanthu.library import load_forms
from vanthu.tags import plain_name

PROJECT = Path(__file__).resolve().parents[1]
DOCS, FORMS = PROJECT / "docs", PROJECT / "forms"
GUIDE = DOCS / "huong-dan.md"
PAGE = "huong-dan.html"
WIDTH = "860"
COLOURS = 32  # enough for a picture of a screen; one made narrower has soft edges and needs more bytes
ELSEWHERE = "Xem tệp {name} trong mã nguồn của Văn thư."
STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --soft: #f3f5f8; --line: #d5dbe3; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ee; --paper: #16191e; --soft: #22272f; --line: #3a424e; --link: #8ab8f0; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 900px; margin: 0 auto; padding: 24px 20px 80px; }
h1 { font-size: 1.7em; line-height: 1.25; margin: .3em 0 .6em; }
h2 { font-size: 1.25em; margin: 2em 0 .5em; padding-top: .6em; border-top: 1px solid var(--line); }
nav { background: var(--soft); border-radius: 8px; padding: 12px 20px; }
nav ul { margin: 0; padding-left: 1.1em; columns: 2; }
@media (max-width: 700px) { nav ul { columns: 1; } }
a { color: var(--link); }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
code { background: var(--soft); padding: .1em .3em; border-radius: 4px; font-size: .92em; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 4px 10px; text-align: left; }
li { margin: .25em 0; }
:target { background: var(--soft); }
"""


def pages() -> Dict[str, bytes]:
    """Every file of the help by its name inside the folder ``help``."""
    tokens = _parser().parse(GUIDE.read_text(encoding="utf-8") + _open_points())
    sections = _give_ids(tokens)
    pictures = _take_pictures(tokens)
    found = {PAGE: _page(_parser().renderer.render(tokens, _parser().options, {}), sections).encode("utf-8")}
    found.update({"{}.html".format(name): _signpost(name, title).encode("utf-8") for name, title in sections.items()})
    found.update({name: _small(DOCS / name) for name in pictures})
    return found


def _open_points() -> str:
    """What each form says that its sources leave open, below the last section of the guide, which is about that."""
    forms = [form for form in load_forms(FORMS) if form.open_points]
    lists = ("\n".join("- " + point for point in form.open_points) for form in forms)
    return "".join("\n**{}**\n\n{}\n".format(form.title, points) for form, points in zip(forms, lists))


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _give_ids(tokens: List[Any]) -> Dict[str, str]:
    """Name every section after its heading, without marks: "Khi có trục trặc" is ``khi-co-truc-trac``."""
    found: Dict[str, str] = {}
    for opening, inline in zip(tokens, tokens[1:]):
        if opening.type == "heading_open" and opening.tag == "h2":
            name = "-".join(re.findall("[a-z0-9]+", plain_name(inline.content)))
            if name in found:
                raise ValueError("two sections of the guide are called {}".format(name))
            opening.attrSet("id", name)
            found[name] = inline.content
    return found


def _take_pictures(tokens: List[Any]) -> List[str]:
    """The pictures of the guide; a link to another file of the project says where that file is instead."""
    found: List[str] = []
    for token in (child for block in tokens for child in block.children or ()):
        if token.type == "image":
            found.append(str(token.attrs["src"]))
            token.attrSet("loading", "lazy")
            token.attrSet("width", WIDTH)  # for Writer, which knows no style sheets as a browser does
        elif token.type == "link_open" and not re.match(r"[a-z]+:|#", str(token.attrs["href"])):
            token.attrSet("title", ELSEWHERE.format(name="docs/{}".format(token.attrs["href"])))
            token.attrs.pop("href")
    return found


def _page(body: str, sections: Dict[str, str]) -> str:
    entries = "".join('<li><a href="#{}">{}</a></li>'.format(name, escape(text)) for name, text in sections.items())
    heading, divider, rest = body.partition("</h1>")
    return _html("Hướng dẫn Văn thư", STYLE, heading + divider + "<nav><ul>" + entries + "</ul></nav>" + rest)


def _signpost(name: str, title: str) -> str:
    goal = "{}#{}".format(PAGE, name)
    there = '<p><a href="{}">{}</a></p>'.format(goal, escape(title))
    return _html(title, "", there, '<meta http-equiv="refresh" content="0; url={}">'.format(goal))


def _html(title: str, style: str, body: str, head: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">{}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{}</title><style>{}</style></head><body><main>{}</main></body></html>\n"
    ).format(head, escape(title), style, body)


def _small(path: Path) -> bytes:
    """A picture of a screen in a third of its bytes; the page shows it as wide as its column."""
    out = io.BytesIO()
    Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
