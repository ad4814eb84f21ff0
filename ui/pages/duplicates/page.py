"""Step 7, duplicates: which records are one and the same, and what survives of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from migrator.model.changes import ChangeSet
from migrator.model.views.duplicates import EntityLine, Overview, Scores
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import duplicates, proposals
from ui.pages.duplicates.review import ReviewView
from ui.pages.duplicates.rules import RulesView
from ui.pages.duplicates.strip import ScoreStrip, first_to_look_at
from ui.pages.duplicates.verdict_bar import DIGITS, KEYS, bind
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.basic import EmptyState

NEEDS = "merge"


class DuplicatesPage(Page):
    """Verdicts are kept at once, and applied when people say so or leave: while only verdicts
    wait, the page needs nothing to be worked out anew."""

    step = "duplicates"
    needs = NEEDS

    def __init__(self, session: Session, parent: Any = None) -> None:
        super().__init__(session, parent)
        self.entity = ""
        self.overview: Overview | None = None
        self._complaint = False
        self._overviews = Latest(self, self._show_overview, self.fail)
        self._scores = Latest(self, self._show_scores, self.fail)
        self.rules_button = self.header.add_action(
            self.tr("Match rules"), "sliders-horizontal", lambda: None
        )
        self.rules_button.setCheckable(True)
        self.strip = ScoreStrip()
        self.strip.chosen.connect(self.show_entity)
        self.strip.moved.connect(self._move_thresholds)
        self.review = ReviewView(session, self)
        self.review.deciding.connect(self._hold)
        self.review.decided.connect(self._decided)
        self.review.failed.connect(self.fail)
        self.rules = RulesView(session)
        self.rules.failed.connect(self.fail)
        self.rules.closed.connect(lambda: self.rules_button.setChecked(False))
        self.off = EmptyState(
            "copy",
            self.tr("Duplicates are not looked for here"),
            self.tr("Records of this kind are moved as they are. Turn it on under Match rules."),
            self.tr("Match rules"),
            lambda: self.rules_button.setChecked(True),
        )
        self.views = QStackedWidget()
        for view in (self.review, self.rules, self.off):
            self.views.addWidget(view)
        self.rules_button.toggled.connect(self._toggle_rules)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.views, 1)
        self._bind_keys()

    def _bind_keys(self) -> None:
        queue = self.review.queue
        for name, callback in (
            ("merge", self.review.merge),
            ("apart", self.review.apart),
            ("skip", self.review.skip),
            ("back", self.review.take_back),
            ("next", lambda: queue.step(1)),
            ("before", lambda: queue.step(-1)),
        ):
            bind(KEYS[name], self.review, callback)
        for place, keys in enumerate(DIGITS):
            bind(keys, self.review, partial(self.review.compare.tick, place))

    def title(self) -> str:
        """The heading."""
        return self.tr("Find duplicates")

    def intro(self) -> str:
        """What to do here."""
        return self.tr(
            "Decide which records are one and the same. Click a value to keep it; keys: M merge,"
            " N not a duplicate, S skip, U undo, J and K to move."
        )

    # -- reading

    def refresh(self) -> None:
        """Read everything anew; the entity and the group that are looked at stay."""
        self._ask_overview()
        if self.entity:
            self._read_entity()

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:
        """Verdicts of this page show themselves already; whatever else moved is read anew."""
        if initiator is self:
            return
        if self.needs != NEEDS and changes.sections and "decisions" not in changes.sections:
            # An edit of the plan: the shell could not see that its stage is stale.
            self.needs = NEEDS
            if self._stale:
                self._apply()
                return
        self.refresh()

    def leave(self) -> None:
        """The next visit begins with everything applied."""
        self.needs = NEEDS
        super().leave()

    def _hold(self) -> None:
        """A decision comes: it makes stages stale, and that is no reason to run them now."""
        self.needs = ""
        self._complaint = False

    def _decided(self) -> None:
        """Count anew: the queue shows by itself how its groups stand."""
        self._ask_overview()
        self._ask_scores()

    @property
    def _stale(self) -> bool:
        state = self.session.state
        return state is not None and state.stages.get(NEEDS) in {"stale", "never"}

    def _ask_overview(self) -> None:
        self._overviews.ask(duplicates.overview(session=self.session))

    def _show_overview(self, overview: Overview) -> None:
        self.overview = overview
        names = [line.name for line in overview.entities]
        if self.entity not in names:
            self.entity = first_to_look_at(overview.entities)
            if self.entity:
                self._read_entity()
        self.strip.show_entities(overview.entities, self.entity)
        self._tell()

    def _line(self) -> EntityLine | None:
        lines = self.overview.entities if self.overview else ()
        return next((line for line in lines if line.name == self.entity), None)

    def _tell(self) -> None:
        """The figures, what waits to be applied, and whether there is anything to look at."""
        line = self._line()
        if line is None or self.overview is None:
            return
        counts = line.counts
        shown = (
            (self.tr("{count} groups to decide"), counts.to_decide, "warn"),
            (self.tr("{count} merged by rule"), counts.by_rule, "ok"),
            (self.tr("{count} decided"), counts.decided, "info"),
        )
        self.header.set_pills(
            [(words.format(count=speech.number(n)), tone) for words, n, tone in shown if n]
        )
        self.review.queue.show_counts(counts)
        self._tell_pending(self.overview.verdicts, self.overview.overrides)
        self._choose_view()

    def fail(self, failure: Failure) -> None:
        """Show why something failed; it stays until something else is tried."""
        self._complaint = True
        super().fail(failure)

    def _tell_pending(self, verdicts: int, overrides: int) -> None:
        if self._complaint and self.banner_text:
            return
        if not self.session.plan.matching:
            self._offer()
            return
        if not verdicts and not overrides:
            self.banner("")
            return
        words = self.tr("Decisions that are kept, but not applied yet: {count}")
        told = words.format(count=speech.number(verdicts + overrides))
        self.banner(told, "info", self.tr("Apply now"), self._apply)

    def _offer(self) -> None:
        """Where there is no rule at all: what Kooch would do, in one press."""
        self.banner(
            self.tr("Duplicates are not looked for yet. Kooch can propose rules for each entity."),
            "info",
            self.tr("Suggest for all"),
            lambda: proposals.matching(session=self.session).failed.connect(self.fail),
        )

    def _choose_view(self) -> None:
        line = self._line()
        if self.rules_button.isChecked():
            self.views.setCurrentWidget(self.rules)
        else:
            on = line is None or line.enabled or bool(line.counts.all)
            self.views.setCurrentWidget(self.review if on else self.off)

    def show_entity(self, entity: str) -> None:
        """Look at another entity."""
        self.entity = entity
        self._complaint = False
        self._tell()
        self._read_entity()

    def _read_entity(self) -> None:
        self._ask_scores()
        self.review.show_entity(self.entity)
        if self.rules_button.isChecked():
            self._show_rules()

    def _ask_scores(self) -> None:
        self._scores.ask(duplicates.scores(session=self.session, entity=self.entity))

    def _show_scores(self, scores: Scores) -> None:
        self.strip.show_scores(scores)

    # -- doing

    def _apply(self) -> None:
        """Find and merge again, with everything that was decided."""
        self.needs = NEEDS
        self._complaint = False
        duplicates.apply(session=self.session).failed.connect(self.fail)

    def _move_thresholds(self, merge: float, review: float) -> None:
        self.needs = NEEDS
        self._complaint = False
        job = duplicates.set_thresholds(
            session=self.session, entity=self.entity, merge_above=merge, review_above=review
        )
        job.failed.connect(self.fail)

    def _toggle_rules(self, wanted: bool) -> None:
        if wanted:
            self._show_rules()
        self._choose_view()

    def _show_rules(self) -> None:
        line = self._line()
        self.rules.show_entity(self.entity, speech.say(line.label) if line else self.entity)
