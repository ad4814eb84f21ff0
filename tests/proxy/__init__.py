"""A TCP proxy between a loader and its database, which cuts the line at a marked moment.

The moments are counted in COMMITs as they pass by on the wire, so a cut falls where it hurts: never
sent, on its way, answered without the answer coming through, or in the middle of the rows.
"""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum

from sqlalchemy.engine import make_url

_PACKET = 1 << 16
_ROWS = 2_000  # a packet of this size carries rows
_PATIENCE = 0.4  # how long a server keeps a transaction whose client is gone
# COMMIT as PostgreSQL's simple query and as MariaDB's COM_QUERY.
_COMMITS = (b"Q\x00\x00\x00\x0bcommit\x00", b"\x07\x00\x00\x00\x03commit")


AtCommit = Callable[[int, Callable[[], None]], bool]


class Cut(StrEnum):
    """Where the line is cut."""

    ROWS = "in the middle of the rows"
    BEFORE = "before COMMIT is sent"
    HELD = "before COMMIT, and the server learns of it later"
    LATE = "while COMMIT is on its way, it arrives later"
    AFTER = "after COMMIT, its answer is lost"


class Proxy:
    """Listens on `port` and forwards to `server`; use it in a `with` statement.

    `cuts` says which COMMIT (counted from 1, over all connections) is cut how; ROWS cuts in the
    rows after that one. `made` counts the cuts. `at_commit` is called with the number of each
    COMMIT and a function that sends it on and waits for the answer; when it returns true the line
    is cut there, and nothing more is said on it.
    """

    def __init__(
        self,
        server: int,
        cuts: Mapping[int, Cut] | None = None,
        at_commit: AtCommit = lambda _number, _send: False,
    ) -> None:
        self.cuts = dict(cuts or {})
        self.at_commit = at_commit
        self.commits = 0
        self.made: Counter[Cut] = Counter()
        self._server = server
        self._lock = threading.Lock()
        self._lines: list[_Line] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Proxy:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut_all()
        for thread in self._threads:
            thread.join(10)

    def url(self, url: str) -> str:
        """The same database, through this proxy."""
        return make_url(url).set(port=self.port).render_as_string(hide_password=False)

    def cut_all(self) -> None:
        """Drop every line at once, as a network does."""
        for line in self._lines:
            line.close()

    def deaf(self) -> None:
        """Drop the servers' ends only: a client that sleeps does not notice."""
        for line in self._lines:
            _close(line.server)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._server), 5)
            except OSError:
                _close(client)
                continue
            server.settimeout(None)
            line = _Line(self, client, server)
            self._lines.append(line)
            for work in (line.requests, line.answers):
                self._threads.append(threading.Thread(target=work, daemon=True))
                self._threads[-1].start()

    def moment(self, data: bytes) -> Cut | None:
        """What is to be done with a packet of a client's; COMMITs are counted."""
        with self._lock:
            if any(word in data for word in _COMMITS):
                self.commits += 1
                found = self.cuts.get(self.commits)
                return None if found is Cut.ROWS else found
            if len(data) >= _ROWS and self.cuts.get(self.commits) is Cut.ROWS:
                del self.cuts[self.commits]
                return Cut.ROWS
            return None


class _Line:
    """One client's connection."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self.proxy = proxy
        self.client = client
        self.server = server
        self.mute = False
        self.answered = threading.Event()

    def requests(self) -> None:
        """Forward what the client says, until it is cut."""
        with suppress(OSError):
            while data := self.client.recv(_PACKET):
                before = self.proxy.commits
                cut = self.proxy.moment(data)
                if cut is not None:
                    self.proxy.made[cut] += 1
                    self._cut(cut, data)
                    break
                if self.proxy.commits > before and self._hook(data):
                    break
                self.server.sendall(data)
        self.close()

    def _hook(self, data: bytes) -> bool:
        def send() -> None:
            self.mute = True
            self._deliver(data)

        return self.proxy.at_commit(self.proxy.commits, send)

    def answers(self) -> None:
        """Forward what the server says, as long as the client may hear it."""
        with suppress(OSError):
            while data := self.server.recv(_PACKET):
                if self.mute:
                    self.answered.set()
                    break
                self.client.sendall(data)
        if not self.mute:
            _close(self.client)

    def _cut(self, cut: Cut, data: bytes) -> None:
        self.mute = True
        if cut is Cut.AFTER:
            self._deliver(data)
        elif cut is Cut.ROWS:
            self.server.sendall(data[: len(data) // 2])
        elif cut in (Cut.LATE, Cut.HELD):
            _close(self.client)
            time.sleep(_PATIENCE)
            if cut is Cut.LATE:
                self._deliver(data)

    def _deliver(self, data: bytes) -> None:
        """Send, and wait until the answer was swallowed."""
        self.server.sendall(data)
        self.answered.wait(5)

    def close(self) -> None:
        _close(self.client)
        _close(self.server)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
