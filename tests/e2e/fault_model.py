"""A model of how one batch is loaded by two workers, in which every order of events is tried.

Transactions live in the server, apart from the workers: a worker may crash or lose its connection
while its COMMIT is still on the way, to be applied later or never. The second worker begins when
the first one is dead, or (a zombie) while that only sleeps.

`naive` commits rows and notes that locally; `checkonly` looks before each attempt whether the batch
is in the target's log; `ledger` is the product's protocol: it inserts the batch's unique key first,
which waits for an undecided twin.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Way = Literal["naive", "checkonly", "ledger"]
RETRIES = CRASHES = 2


@dataclass(frozen=True)
class Worker:
    """`at` is what it does next; `open` the number of its transaction, -1 without."""

    at: str
    open: int = -1
    lost: int = 0


@dataclass(frozen=True)
class Transaction:
    """`state`: open, sent (COMMIT is on its way), done, gone."""

    state: str = "open"
    key: bool = False


@dataclass(frozen=True)
class World:
    """All there is. `applied` counts how often the rows went in."""

    workers: tuple[Worker, Worker]
    transactions: tuple[Transaction, ...] = ()
    applied: int = 0
    logged: bool = False
    noted: bool = False
    crashes: int = CRASHES

    def worker(self, who: int, **changes: object) -> World:
        """With one worker changed."""
        both = list(self.workers)
        both[who] = replace(both[who], **changes)  # type: ignore[arg-type]
        return replace(self, workers=(both[0], both[1]))

    def transaction(self, which: int, **changes: object) -> World:
        """With one transaction changed."""
        listed = list(self.transactions)
        listed[which] = replace(listed[which], **changes)  # type: ignore[arg-type]
        return replace(self, transactions=tuple(listed))

    def tidy(self) -> World:
        """Without transactions that nobody waits for any more."""
        used = {w.open for w in self.workers if w.at != "dead"}
        kept = [
            n for n, t in enumerate(self.transactions) if t.state in ("open", "sent") or n in used
        ]
        new = {old: n for n, old in enumerate(kept)}
        both = [replace(w, open=new.get(w.open, -1)) for w in self.workers]
        listed = tuple(self.transactions[n] for n in kept)
        return replace(self, workers=(both[0], both[1]), transactions=listed)


@dataclass(frozen=True)
class Explored:
    """`violation` is what went wrong ("" for nothing), `stuck` counts states from which a worker
    that lives can never finish."""

    states: int
    violation: str
    stuck: int = 0


def explore(way: Way, *, zombie: bool) -> Explored:
    """Try everything."""
    start = World((Worker("start"), Worker("idle")))
    seen, waiting = {start}, deque([start])
    before: dict[World, list[World]] = defaultdict(list)
    while waiting:
        now = waiting.popleft()
        if now.applied > 1:
            return Explored(len(seen), "rows applied twice")
        if now.noted and not now.applied:
            return Explored(len(seen), "noted, but the rows are missing")
        for step in (*_workers(now, way, zombie), *_server(now)):
            after = step.tidy()
            before[after].append(now)
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return Explored(len(seen), "", _stuck(seen, before))


def _stuck(seen: set[World], before: dict[World, list[World]]) -> int:
    fine = {one for one in seen if one.noted}
    waiting = list(fine)
    while waiting:
        for earlier in before[waiting.pop()]:
            if earlier not in fine:
                fine.add(earlier)
                waiting.append(earlier)
    alive = (one for one in seen - fine if any(w.at not in ("dead", "stop") for w in one.workers))
    return sum(1 for _ in alive)


def _workers(now: World, way: Way, zombie: bool) -> Iterator[World]:
    for who in (0, 1):
        worker, other = now.workers[who], now.workers[1 - who]
        if worker.at == "idle" and (other.at in ("dead", "stop") or zombie):
            yield now.worker(who, at="start")
        elif worker.at == "start":
            begun = replace(now, transactions=(*now.transactions, Transaction()))
            new = len(now.transactions)
            yield (
                now.worker(who, at="stop") if now.noted else begun.worker(who, at="begun", open=new)
            )
        elif worker.at == "ack":
            yield replace(now, noted=True).worker(who, at="stop")
        elif worker.at in ("begun", "looked", "rows", "wait"):
            yield from _inside(now, way, who)
        if now.crashes and worker.at not in ("idle", "stop", "dead"):
            yield replace(now, crashes=now.crashes - 1).worker(who, at="dead")


def _inside(now: World, way: Way, who: int) -> Iterator[World]:
    """What a worker with a transaction may do, or hear."""
    worker = now.workers[who]
    mine = worker.open
    state = now.transactions[mine].state
    if worker.at == "begun":
        if state == "gone":
            yield now.worker(who, at="start", open=-1)
        elif way != "naive" and now.logged:
            yield now.transaction(mine, state="gone").worker(who, at="ack", open=-1)
        else:
            yield now.worker(who, at="looked")
    elif worker.at == "looked":
        yield from _insert(now, way, who)
    elif worker.at == "rows":
        yield now.transaction(mine, state="sent").worker(who, at="wait")
    else:
        if state == "done":
            yield now.worker(who, at="ack", open=-1)
        if state == "gone":
            yield now.worker(who, at="start", open=-1)
        if worker.lost < RETRIES:  # the connection is lost, the outcome unknown
            yield now.worker(who, at="start", open=-1, lost=worker.lost + 1)


def _insert(now: World, way: Way, who: int) -> Iterator[World]:
    mine = now.workers[who].open
    if way != "ledger":
        yield now.worker(who, at="rows")
    elif now.logged:  # the unique key is taken
        yield now.transaction(mine, state="gone").worker(who, at="start", open=-1)
    elif not any(
        t.key and t.state in ("open", "sent") for n, t in enumerate(now.transactions) if n != mine
    ):  # else it waits
        yield now.transaction(mine, key=True).worker(who, at="rows")


def _server(now: World) -> Iterator[World]:
    for which, transaction in enumerate(now.transactions):
        owned = any(w.open == which and w.at != "dead" for w in now.workers)
        if transaction.state == "sent":
            applied = replace(now, applied=now.applied + 1, logged=True)
            yield applied.transaction(which, state="done")
            yield now.transaction(which, state="gone")
        elif transaction.state == "open" and not owned:
            yield now.transaction(which, state="gone")
