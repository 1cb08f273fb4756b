"""Runs a measurement inside an office, on its main thread, as the sidebar runs there.

A macro called over the pipe runs beside the main thread and would measure its waiting for locks; hence the callback.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Dict, List

PROJECT = Path(__file__).resolve().parent.parent
for folder in ("core", "extension/pythonpath", "tests"):
    sys.path.insert(0, str(PROJECT / folder))

from office.office_process import Office  # noqa: E402  (the path is set above)

_MACRO = '''
import json, statistics, sys, threading, time, traceback
import unohelper
from com.sun.star.awt import XCallback

sys.path[:0] = {paths!r}


class OnMainThread(unohelper.Base, XCallback):
    def __init__(self, work):
        self.work = work

    def notify(self, data):
        self.work()


def measure(documents, arguments):
    answer, done = {{}}, threading.Event()

    def work():
        try:
            answer.update(measured(documents, **json.loads(arguments)))
        except BaseException:
            answer["error"] = traceback.format_exc()
        done.set()

    context = XSCRIPTCONTEXT.getComponentContext()
    callback = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    callback.addCallback(OnMainThread(work), None)
    done.wait(300)
    return json.dumps(answer)


def timed(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def plain_writes(targets, turn):
    """The floor: as many plain setString calls under a lock."""
    document = targets[0]

    def work():
        document.lockControllers()
        for number, target in enumerate(targets[1:]):
            target.setString("Giá trị thứ %d, lượt %d" % (number, turn))
        document.unlockControllers()

    return timed(work)


'''


def measure(office: Office, source: str, documents: List[Any], **arguments: Any) -> Dict[str, Any]:
    """What ``measured(documents, **arguments)`` of ``source`` returns, computed inside the office."""
    macros = office.profile / "user" / "Scripts" / "python"
    macros.mkdir(parents=True, exist_ok=True)
    paths = [str(PROJECT / "core"), str(PROJECT / "extension" / "pythonpath")]
    (macros / "measure.py").write_text(_MACRO.format(paths=paths) + source, encoding="utf-8")
    manager = office.context.ServiceManager
    factory = manager.createInstanceWithContext(
        "com.sun.star.script.provider.MasterScriptProviderFactory", office.context
    )
    script = factory.createScriptProvider("").getScript(
        "vnd.sun.star.script:measure.py$measure?language=Python&location=user"
    )
    answer = json.loads(script.invoke((tuple(documents), json.dumps(arguments)), (), ())[0])
    if "error" in answer:
        raise SystemExit(answer["error"])
    return dict(answer)
