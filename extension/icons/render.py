"""Draws the icons' PNG files from their SVG. Needed only after an SVG has changed: ``python render.py``.

Needs ``rsvg-convert`` (Debian: librsvg2-bin).
"""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
SIZES = {
    "vanthu-small.svg": (16,),
    "vanthu.svg": (24, 26, 42),
    "fill-small.svg": (16,),
    "fill.svg": (26,),
}


def render(drawing: Path, pixels: int) -> None:
    """One square PNG; small sizes have drawings of their own, since thin lines would blur."""
    name = drawing.stem.replace("-small", "") + f"-{pixels}.png"
    size = str(pixels)
    subprocess.run(["rsvg-convert", "-w", size, "-h", size, "-o", str(HERE / name), str(drawing)], check=True)


if __name__ == "__main__":
    for name, sizes in SIZES.items():
        for size in sizes:
            render(HERE / name, size)
