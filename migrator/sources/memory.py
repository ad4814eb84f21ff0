"""The memory cap of a reader process, and how much it used."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MEMORY_EXIT = 97
_POLL_S = 0.2


def cap_memory(megabytes: int) -> None:
    """Let this process use at most `megabytes` MiB.

    Linux: the kernel refuses larger address spaces (RLIMIT_AS), which Python shows as MemoryError
    and native code as an abort. macOS ignores that limit and Windows has none without a job
    object: there a watchdog thread looks five times a second and ends the process with exit code
    MEMORY_EXIT. It is a best effort: native code that holds the interpreter lock delays it.
    """
    if sys.platform == "linux" and resource is not None:
        limit = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return
    threading.Thread(target=_watch, args=(megabytes * 1024 * 1024,), daemon=True).start()


def peak_memory() -> int:
    """The most resident memory this process has used, in bytes; 0 where that cannot be asked."""
    with contextlib.suppress(OSError, StopIteration):
        return _linux_peak()
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024
    with contextlib.suppress(AttributeError, OSError):
        return _windows_peak()
    return 0


def _linux_peak() -> int:
    """From the status file: `ru_maxrss` of a spawned child begins at its parent's size."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:
        line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def _watch(limit: int) -> None:
    while peak_memory() <= limit:
        time.sleep(_POLL_S)
    os._exit(MEMORY_EXIT)


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "working", "a", "b", "c", "d", "e", "f")),
    )


def _windows_peak() -> int:
    counters = _Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.cb
    )
    return int(counters.peak)
