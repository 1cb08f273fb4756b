"""The memory in a document's user-defined properties, which .odt and .docx both keep."""

from __future__ import annotations

from typing import Any, Dict, Optional

from vanthu.memory import Memory, from_properties, is_ours, to_properties

_REMOVABLE = 128  # com.sun.star.beans.PropertyAttribute.REMOVEABLE


def read_memory(document: Any) -> Optional[Memory]:
    """What the document remembers, ``None`` where it remembers nothing; ``DataError`` where it is damaged."""
    return from_properties(_ours(_container(document)), document.getTitle())


def write_memory(document: Any, memory: Memory) -> None:
    """Store the memory; a document that holds it already is not touched, and so stays unmodified."""
    container = _container(document)
    wanted, standing = to_properties(memory), _ours(container)
    if wanted == standing or document.isReadonly():
        return
    document.disableSetModified()  # each property would be broadcast to the document's macros
    try:
        _store(container, wanted, standing)
    finally:
        document.enableSetModified()
    document.setModified(True)


def _store(container: Any, wanted: Dict[str, str], standing: Dict[str, str]) -> None:
    for name in standing:
        if name not in wanted:
            container.removeProperty(name)
    for name, piece in wanted.items():
        if name not in standing:
            container.addProperty(name, _REMOVABLE, piece)
        elif standing[name] != piece:
            container.setPropertyValue(name, piece)


def _container(document: Any) -> Any:
    return document.getDocumentProperties().getUserDefinedProperties()


def _ours(container: Any) -> Dict[str, str]:
    names = [entry.Name for entry in container.getPropertySetInfo().getProperties() if is_ours(entry.Name)]
    return {name: str(container.getPropertyValue(name)) for name in names}
