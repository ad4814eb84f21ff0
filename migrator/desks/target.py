"""The step "Target": where the data go, and what it looks like there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from migrator import bundled
from migrator.contract.target_changes import schema_changes, standing
from migrator.databases.url import is_database_url
from migrator.desks.base import Desk, query, task
from migrator.desks.error_words import problem_text
from migrator.desks.target_fit import fit
from migrator.desks.target_reread import chosen, same_place, stays
from migrator.errors import TargetError
from migrator.model.address import address
from migrator.model.changes import ChangeSet
from migrator.model.loading import RunKind
from migrator.model.plan import TargetSpec
from migrator.model.relations import entities_of
from migrator.model.schema import Schema
from migrator.model.text import Text
from migrator.model.views.connection import Reached
from migrator.model.views.target import Health, Prospect, TargetGlance, TargetKind
from migrator.progress import Progress
from migrator.starting import BUNDLED, split_secret, whole
from migrator.targets.base import Target
from migrator.targets.opening import open_target

SECRET = "target"


@dataclass(frozen=True)
class _Asked:
    """A target as a person asks for it, made whole: no password in `spec`."""

    spec: TargetSpec
    secret: str
    found: Schema


class TargetDesk(Desk):
    """Choosing the target copies its schema into the plan; nothing is written there before the
    pilot."""

    @query
    def glance(self) -> TargetGlance:
        """What is known without reaching for it."""
        spec = self.workspace.plan.target
        kind = kind_of(spec.uri)
        exists = _exists(spec.uri)
        loaded = self._loaded()
        return TargetGlance(
            kind=kind,
            place=place_of(spec.uri),
            exists=exists,
            has_password=kind is TargetKind.DATABASE and bool(self.workspace.secrets.get(SECRET)),
            kept_for_good=SECRET not in self.workspace.secrets.unkept,
            loaded=loaded,
            trouble=_trouble(spec, exists, loaded),
        )

    @task
    def test(self, uri: str, password: str = "", *, progress: Progress) -> Reached:
        """Reach for a database; an empty password means the one that is kept. Raises
        TargetError."""
        progress.update(0, None, f"look {place_of(uri)}")
        bare, secret = self._secret(uri, password)
        bare = whole(bare)
        if _exists(bare) is False:
            _may_be_made(bare)
            return Reached(0, exists=False)
        return Reached(len(_schema(bare, secret, {}).entities))

    @task
    def preview(
        self, uri: str, password: str = "", create: bool = False, form: str = "csv", *,
        progress: Progress,
    ) -> Prospect:  # fmt: skip
        """What choosing this target would do to the plan; nothing changes. Raises TargetError."""
        progress.update(0, None, f"look {place_of(uri)}")
        asked = self._look(uri, password, create, form)
        plan, spec = self.workspace.plan, asked.spec
        moved = not same_place(plan, spec)
        return Prospect(
            place=place_of(spec.uri),
            entities=len(spec.schema.entities),
            fields=sum(len(e.fields) for e in spec.schema.entities),
            create=bool(spec.create),
            fit=fit(plan, spec.schema) if moved else stays(plan, spec.schema),
            changes=() if moved else schema_changes(plan, spec.schema),
            notes=_standing(asked.found, spec),
            leaves_rows=moved and self._loaded(),
        )

    @task
    def choose(
        self, uri: str, password: str = "", create: bool = False, form: str = "csv", *,
        progress: Progress,
    ) -> ChangeSet:  # fmt: skip
        """Make this the target: its schema is copied into the plan. What names a field that another
        target does not have leaves the plan; when the same one is read again the mapping stays
        whole, and rows that changes touch wait for a decision. One step of undo. Raises
        TargetError."""
        progress.update(0, None, f"look {place_of(uri)}")
        asked = self._look(uri, password, create, form)
        if asked.secret:
            self.workspace.secrets.put(SECRET, asked.secret)
        return self.workspace.edit(
            Text("Chose the target", "انتخاب مقصد"),
            lambda plan: chosen(plan, asked.spec),
        )

    @task
    def check(self, progress: Progress) -> Health:
        """Reach for the plan's target and compare it with the plan's copy of its schema. Raises
        TargetError with one sentence when it cannot be reached."""
        plan = self.workspace.plan
        spec, place = plan.target, place_of(plan.target.uri)
        progress.update(0, None, f"look {place}")
        if _exists(spec.uri) is False:
            if not spec.create or self._loaded():
                raise _gone(spec.uri)
            _may_be_made(spec.uri)
            return Health(place, made=False, tables=0)
        target = open_target(spec.uri, self.workspace.secrets.get(SECRET), spec.options)
        try:
            return self._health(target, place)
        finally:
            target.close()

    def _health(self, target: Target, place: str) -> Health:
        plan = self.workspace.plan
        there = target.schema()
        present = [e for e in plan.target.schema.entities if there.has(e.name)]
        wanted = entities_of(plan) if plan.feeds else plan.target.schema.entities
        if plan.target.create:  # what is not there yet is made by the load
            wanted = tuple(e for e in wanted if there.has(e.name))
        problems = target.problems(wanted) if wanted else ()
        told = tuple(problem_text(one) for one in problems)
        return Health(place, bool(present) or not plan.target.create, len(present), told)

    def _look(self, uri: str, password: str, create: bool, form: str) -> _Asked:
        bare, secret = self._secret(uri, password)
        bare = whole(bare)
        options = {"form": form} if kind_of(bare) is TargetKind.FOLDER else {}
        if _exists(bare) is False:
            if not create:
                raise _gone(bare)
            _may_be_made(bare)
            found = Schema()
        else:
            found = _schema(bare, secret, options)
        if create:
            spec = TargetSpec(bare, BUNDLED, bundled.schema(BUNDLED), options)
            spec = self._made(spec, found)
        elif found.entities:
            spec = TargetSpec(bare, "", found, options)
        else:
            raise TargetError(
                Text(
                    f"{place_of(bare)} holds no tables.", f"در مقصد «{place_of(bare)}» جدولی نیست."
                ),
                hint=Text(
                    "Let Kooch make its bundled CRM schema there.",
                    "بگذارید کوچ طرح CRM آماده‌ی خود را آن‌جا بسازد.",
                ),
            )
        return _Asked(spec, secret, found)

    def _made(self, spec: TargetSpec, found: Schema) -> TargetSpec:
        """The bundled schema; where it was made already and others changed it, as it stands."""
        plan = self.workspace.plan
        if not (found.entities and plan.target.create and same_place(plan, spec)):
            return spec
        now = standing(spec.schema, found)
        schema = now if schema_changes(plan, now) else plan.target.schema
        return replace(spec, schema=schema)

    def _secret(self, uri: str, password: str) -> tuple[str, str]:
        """(URI without password, password): the kept one is only ever handed to the place and user
        it was kept for."""
        if not uri.strip():
            raise TargetError(
                Text("No target was chosen.", "مقصدی انتخاب نشده است."),
                hint=Text("Choose a database or a folder.", "پایگاه داده یا پوشه‌ای را برگزینید."),
            )
        bare, inside = split_secret(uri.strip())
        given = password or inside
        if given:
            return bare, given
        same = _login(bare) == _login(self.workspace.plan.target.uri)
        return bare, self.workspace.secrets.get(SECRET) if same else ""

    def _loaded(self) -> bool:
        runs = self.workspace.runs()
        return any(r.kind != RunKind.ROLLBACK and r.state != "rolled_back" for r in runs)


def kind_of(uri: str) -> TargetKind:
    """What the URI names."""
    if not uri.strip():
        return TargetKind.NONE
    if is_database_url(uri):
        return TargetKind.SQLITE if uri.startswith("sqlite") else TargetKind.DATABASE
    if Path(uri).suffix.lower() in {".db", ".sqlite", ".sqlite3", ".db3"}:
        return TargetKind.SQLITE
    return TargetKind.FOLDER


def place_of(uri: str) -> str:
    """The target as people call it: a path, or a database and its host."""
    found = address(uri)
    return found.place if found else uri.removeprefix("folder:")


def _login(uri: str) -> tuple[str, int, str] | None:
    """Host, port and user of a server; None for files."""
    found = address(uri)
    return (found.host, found.port, found.user) if found and found.host else None


def _path(uri: str) -> Path | None:
    """The file or folder that the URI names; None for servers."""
    if kind_of(uri) in {TargetKind.NONE, TargetKind.DATABASE}:
        return None
    found = address(uri)
    return Path(found.database if found else uri.removeprefix("folder:"))


def _exists(uri: str) -> bool | None:
    path = _path(uri)
    return None if path is None else path.exists()


def _may_be_made(uri: str) -> None:
    """Raise TargetError if there is no folder in which the file or folder could be made."""
    path = _path(uri)
    if path is not None and not path.parent.is_dir():
        raise TargetError(
            Text(
                f"There is no folder {path.parent.name or path.parent} for {path.name}.",
                f"پوشه‌ی «{path.parent.name or path.parent}» برای «{path.name}» وجود ندارد.",
            ),
            hint=Text(
                "Make the folder first, or choose another place.",
                "نخست پوشه را بسازید یا جای دیگری برگزینید.",
            ),
            path=str(path),
        )


def _gone(uri: str) -> TargetError:
    path = _path(uri) or Path(place_of(uri))
    return TargetError(
        Text(f"{path.name} is not there.", f"پرونده یا پوشه‌ی «{path.name}» در جای خود نیست."),
        hint=Text(
            "It may have been moved or renamed. Put it back, or choose the target anew.",
            "شاید جابه‌جا یا تغییرنام شده باشد. آن را برگردانید یا مقصد را دوباره تعیین کنید.",
        ),
        path=str(path),
    )


def _trouble(spec: TargetSpec, exists: bool | None, loaded: bool) -> Text:
    """One sentence on what is wrong at first sight."""
    if exists is not False or (spec.create and not loaded):
        return Text("", "")
    return Text(
        "The target is not where it was: it may have been moved, renamed or deleted.",
        "مقصد در جای پیشین نیست؛ شاید جابه‌جا، تغییرنام یا حذف شده باشد.",
    )


_FOLDER = Text("a folder", "پوشه")
_DATABASE_FILE = Text("a database file", "پرونده‌ی پایگاه داده")


def _schema(uri: str, secret: str, options: dict[str, str]) -> Schema:
    path = _path(uri)
    if path is not None and path.exists():
        folder = kind_of(uri) is TargetKind.FOLDER
        if path.is_dir() is not folder:
            wanted = _FOLDER if folder else _DATABASE_FILE
            raise TargetError(
                Text(f"{path.name} is not {wanted.en}.", f"«{path.name}» {wanted.fa} نیست."),
                hint=Text("Choose another place.", "جای دیگری برگزینید."),
            )
    target = open_target(uri, secret, options)
    try:
        return target.schema()
    finally:
        target.close()


def _standing(found: Schema, spec: TargetSpec) -> tuple[Text, ...]:
    """What is there already where the bundled schema is to be made."""
    if not spec.create:
        return tuple(problem_text(note) for note in found.notes)
    same = [e.name for e in spec.schema.entities if found.has(e.name)]
    if not same:
        return ()
    return (
        Text(
            f"These tables are there already and are used as they stand: {', '.join(same)}.",
            f"این جدول‌ها از پیش در مقصد هست و همان‌گونه به کار می‌رود: {'، '.join(same)}.",
        ),
    )
