"""Update information: where an installed extension may ask for a newer one, once a publisher has an address for that.

Văn thư itself uses no network. Only an extension built with an address names one, and only the office's own
"Check for Updates", pressed by a person, asks there.
"""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
FILE, EXTENSION = "vanthu.update.xml", "vanthu.oxt"
SCHEMES = ("https://", "http://", "file:///")
END = "</description>"
INFORMATION = "  <update-information>\n    <src xlink:href={}/>\n  </update-information>\n"
UPDATE = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/update/2006"
             xmlns:d="http://openoffice.org/extensions/description/2006"
             xmlns:l="http://libreoffice.org/extensions/description/2011"
             xmlns:xlink="http://www.w3.org/1999/xlink">
  <identifier value={identifier}/>
  <version value={version}/>
  <dependencies>
    <l:LibreOffice-minimal-version value={office} d:name={name}/>
  </dependencies>
  <update-download>
    <src xlink:href={download}/>
  </update-download>
</description>
"""


def checked(address: str) -> str:
    """The address of a folder, without a slash at its end; ``ValueError`` for what is none."""
    if address and not address.startswith(SCHEMES):
        raise ValueError(f"updates: {address!r} is no address; it must begin with {' or '.join(SCHEMES)}")
    return address.rstrip("/")


def with_information(description: bytes, address: str) -> bytes:
    """``description.xml`` naming the update file of this address; as it is without one."""
    if not address:
        return description
    information = INFORMATION.format(quoteattr(f"{address}/{FILE}"))
    return description.decode("utf-8").replace(END, information + END).encode("utf-8")


def update_file(description: bytes, address: str) -> bytes:
    """What the office finds at the address; without one the download is named as lying beside this file."""
    root = ElementTree.fromstring(description)
    minimal = root.find(f"{DESCRIPTION}dependencies/*")
    assert minimal is not None
    return UPDATE.format(
        identifier=quoteattr(_value(root, "identifier")),
        version=quoteattr(_value(root, "version")),
        office=quoteattr(minimal.get("value", "")),
        name=quoteattr(minimal.get(DESCRIPTION + "name", "")),
        download=quoteattr(f"{address}/{EXTENSION}" if address else EXTENSION),
    ).encode("utf-8")


def _value(root: ElementTree.Element, name: str) -> str:
    found = root.find(DESCRIPTION + name)
    assert found is not None
    return found.get("value", "")
