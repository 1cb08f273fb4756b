"""What Windows refuses in the name of a file, and what of Python it does not have. Pure: text in, findings out."""

from __future__ import annotations

import ast
from typing import List

MODULES = "crypt curses fcntl grp nis posix posixpath pty pwd readline resource spwd syslog termios tty"
CALLS = {  # by the module that has them; what Windows has under the same name but with another meaning, too
    "os": """
        chown chroot ctermid fchdir fchmod fchown fork forkpty getegid geteuid getgid getgroups getloadavg getpgid
        getpgrp getpriority getresuid getsid getuid initgroups kill killpg lchown lockf major makedev mkfifo mknod nice
        openpty pathconf posix_fadvise posix_spawn readv sendfile setegid seteuid setgid setgroups setpgid setpriority
        setsid setuid statvfs sync sysconf tcgetpgrp ttyname uname wait wait3 wait4 writev WNOHANG O_NOFOLLOW
        O_DIRECTORY O_NONBLOCK
    """,
    "signal": """
        SIGKILL SIGHUP SIGALRM SIGCHLD SIGPIPE SIGQUIT SIGSTOP SIGUSR1 SIGUSR2 alarm pause pthread_kill pthread_sigmask
        setitimer sigwait
    """,
    "time": "tzset clock_settime pthread_getcpuclockid",
    "socket": "AF_UNIX socketpair fromfd",
    "asyncio": "open_unix_connection start_unix_server",
}
POSIX_MODULES = frozenset(MODULES.split())
POSIX_CALLS = {module: frozenset(names.split()) for module, names in CALLS.items()}
POSIX_FOLDERS = ("/tmp", "/proc", "/dev/", "/etc/", "/usr/", "/home/", "/var/")
# What Windows keeps for its devices, with whatever ending, and what it does not allow in a name.
DEVICES = {"con", "prn", "aux", "nul"} | {kind + str(number) for kind in ("com", "lpt") for number in range(1, 10)}
NOT_IN_NAMES = frozenset('<>:"|?*\\')
LONGEST_PATH = 110  # of the 260 letters that Windows allows, the folder of a user's own extensions takes up to 150


def fits_windows(path: str) -> bool:
    """Whether Windows can write a file of this name, ``/`` between its folders."""
    return len(path) <= LONGEST_PATH and all(map(_part_fits, path.split("/")))


def _part_fits(name: str) -> bool:
    named = name.split(".")[0].lower() not in DEVICES and name == name.rstrip(". ")
    return named and not NOT_IN_NAMES & set(name) and name.isprintable()


def posix_only(source: str) -> List[str]:
    """Modules, calls and folders in a program that only a POSIX system has."""
    nodes = list(ast.walk(ast.parse(source)))
    known = {alias.asname or alias.name: alias.name for node in nodes for alias in _aliases(node)}
    found = [name for node in nodes for name in imported(node) if name in POSIX_MODULES]
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            found += [alias.name for alias in node.names if alias.name in POSIX_CALLS.get(str(node.module), ())]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found += [node.attr] if node.attr in POSIX_CALLS.get(known.get(node.value.id, ""), ()) else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            found += [str(argument.value) for argument in node.args if _is_call(argument)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [node.value] if node.value.startswith(POSIX_FOLDERS) else []
    return found


def imported(node: ast.AST) -> List[str]:
    """The packages that a statement imports."""
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [str(node.module).split(".")[0]]
    return [alias.name.split(".")[0] for alias in _aliases(node)]


def _aliases(node: ast.AST) -> List[ast.alias]:
    return node.names if isinstance(node, ast.Import) else []


def _is_call(argument: ast.expr) -> bool:
    named = argument.value if isinstance(argument, ast.Constant) else None
    return any(named in calls for calls in POSIX_CALLS.values())
