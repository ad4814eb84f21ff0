"""Delta runs: whether the data are newer than what was loaded, what changed, loading only that."""

from __future__ import annotations

from migrator import delta
from migrator.desks import runs
from migrator.desks.base import Desk, query, task
from migrator.loading import gate
from migrator.model.loading import RunKind
from migrator.model.text import Text
from migrator.model.views.delta import DeltaLine, DeltaOffer, DeltaRecord, DeltaView
from migrator.model.views.runs import RunView
from migrator.prediction import predict
from migrator.progress import Progress

_CLOSED = Text(
    "More than the data changed since the last run: a pilot has to be approved first.",
    "پس از اجرای پیشین چیزی بیش از داده‌ها تغییر کرده است: نخست باید اجرای آزمایشی تأیید شود.",
)
_KEYLESS = Text(
    "Rows without a source key cannot be found again in newer data: choose keys in Map, or load"
    " everything.",
    "ردیف‌های بی‌کلید مبدأ را در داده‌های تازه نمی‌شود بازیافت: در گام نگاشت کلید برگزینید یا همه را "
    "بارگذاری کنید.",
)
LISTED = 500


class DeltaDesk(Desk):
    """What a newer snapshot changes in the target."""

    @query
    def overview(self) -> DeltaOffer:
        """Whether a delta run is to be offered, and what bars it."""
        workspace = self.workspace
        if not delta.newer(workspace):
            return DeltaOffer(newer=False)
        if not all(feed.key for feed in workspace.plan.feeds):
            return DeltaOffer(newer=True, why=_KEYLESS)
        bound = gate(workspace)
        passed = (
            not workspace.plan.loading.require_pilot
            or delta.follows(workspace, RunKind.DELTA)
            or any(one.fingerprint == bound for one in workspace.project.runs.approvals())
        )
        return DeltaOffer(newer=True, why=Text("", "") if passed else _CLOSED)

    @task
    def ahead(self, progress: Progress) -> DeltaView:
        """Compare the newer data with what was loaded; nothing is written to the target."""
        found = predict(self.workspace, progress, RunKind.DELTA)
        plan, counts = self.workspace.plan, delta.counts(self.workspace)
        lines = tuple(
            DeltaLine(name, runs.entity_label(plan, name), **one) for name, one in counts.items()
        )
        refused = sum(one["reject"] for one in found.entities.values())
        waiting = sum(one["wait"] for one in found.entities.values())
        return DeltaView(lines, refused, waiting, tuple(map(runs.in_words, found.problems)))

    @query
    def records(self, entity: str, what: str, limit: int = LISTED) -> tuple[DeltaRecord, ...]:
        """The records behind a number of the newest comparison."""
        rows = delta.lines(self.workspace, entity, what, limit)
        return tuple(DeltaRecord(str(key), str(target)) for key, target in rows)

    @task
    def run(self, progress: Progress) -> RunView:
        """Load only what changed; then read back and compare."""
        result = self.workspace.load(RunKind.DELTA, progress)
        return runs.run_view(self.workspace, result.run)
