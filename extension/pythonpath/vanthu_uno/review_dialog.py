"""The dialog "Xem trước khi điền": what a fill will change, and which places changed by hand it may write over."""

from __future__ import annotations

from typing import Any, FrozenSet, Optional

from vanthu.preview import Preview, PreviewLine

from .places_dialog import PlacesDialog


class ReviewDialog(PlacesDialog):
    """The places of a preview; a mark gives up what was typed there by hand."""

    dialog = "review.xdl"
    mark = "overwrite"
    section = "review"

    def __init__(self, context: Any, document: Any, preview: Preview, session: Any) -> None:
        super().__init__(context, document, preview.lines, session.show)
        self.preview = preview

    def markable(self, line: PreviewLine) -> bool:
        return line.by_hand

    def refresh(self) -> None:
        self.control("sentence").setText(self.preview.sentence(self.marked))
        self.control("ok").setEnable(self.preview.writes(self.marked))


def review(context: Any, document: Any, preview: Preview, session: Any) -> Optional[FrozenSet[str]]:
    """Show the preview over the document's window, and wait: the places to write over, ``None`` for no fill."""
    return ReviewDialog(context, document, preview, session).chosen()
