"""Draws the icons' PNG files from their SVG. Needed only after an SVG has changed: ``python render.py``."""

from pathlib import Path

import pymupdf

HERE = Path(__file__).parent
SIZES = {
    "vanthu-small.svg": (16,),
    "vanthu.svg": (24, 26, 32, 42, 64),
    "fill-small.svg": (16,),
    "fill.svg": (24, 26, 32),
}


def render(drawing: Path, pixels: int) -> None:
    """One square PNG; small sizes have drawings of their own, since thin lines would blur."""
    page = pymupdf.open(drawing)[0]
    scale = pixels / page.rect.width
    name = drawing.stem.replace("-small", "") + f"-{pixels}.png"
    page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=True).save(HERE / name)


if __name__ == "__main__":
    for name, sizes in SIZES.items():
        for size in sizes:
            render(HERE / name, size)
