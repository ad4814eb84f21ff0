"""A folder as a target: one CSV file or Excel workbook per entity, for systems that import files.

A batch becomes one part file under `.parts/<entity>/`, written whole and then renamed: a batch is
there or not, whatever crashes, and its number cannot be written twice. `contact.csv` or
`contact.xlsx` is made of all parts when the target is closed or read back.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Literal

import pyarrow as pa
import pyarrow.compute as pc

from migrator.errors import TargetError
from migrator.model.codec import from_data, to_data
from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity, Schema
from migrator.model.text import Text
from migrator.targets import folder_formats
from migrator.targets.base import BatchOutcome, Capabilities, LoadBatch, RowReject

Form = Literal["csv", "xlsx"]
PARTS = ".parts"
_PART = re.compile(r"^(\d+)-([0-9a-f]+)\.arrow$")


class FolderTarget:
    """The folder `folder`, made by `create` when it is missing; values travel unchanged.

    In a workbook every cell is text, so nothing turns into a formula, a number or a date; it cannot
    tell an empty text from no value. `append` is how batches come in.
    """

    capabilities = Capabilities(
        exactly_once=True,
        can_create=True,
        can_roll_back=False,
        ids=(IdStrategy.UUID, IdStrategy.MAPPED),
        enforces_types=False,
    )

    def __init__(self, folder: Path, form: Form = "csv") -> None:
        self.folder = folder
        self.form = form
        self._stale: set[str] = set()

    def schema(self) -> Schema:
        """What `create` was given, together; empty for a new folder."""
        path = self.folder / PARTS / "schema.json"
        if not path.is_file():
            return Schema()
        try:
            return from_data(Schema, json.loads(path.read_text("utf-8")))
        except ValueError as error:
            raise TargetError(
                Text(
                    f"The description of the folder {self.folder.name} cannot be read.",
                    f"شرح پوشه‌ی «{self.folder.name}» خوانده نمی‌شود.",
                ),
                hint=Text("Choose an empty folder.", "پوشه‌ای خالی برگزینید."),
                reason=str(error),
            ) from error

    def create(self, schema: Schema) -> None:
        """Remember the entities that are new, and make their (still empty) files."""
        known = self.schema()
        fresh = tuple(e for e in schema.entities if not known.has(e.name))
        merged = replace(schema, entities=known.entities + fresh)
        text = json.dumps(to_data(merged), ensure_ascii=False, indent=1)
        with _said(self.folder):
            (self.folder / PARTS).mkdir(parents=True, exist_ok=True)
            _replace(self.folder / PARTS / "schema.json", _write_text, text)
            for entity in fresh:
                self._parts_folder(entity).mkdir(exist_ok=True)
        self._stale.update(entity.name for entity in fresh)
        self._assemble()

    def problems(self, entities: Sequence[Entity]) -> tuple[str, ...]:
        """Entities that were not created, keys that are no single field, a folder that cannot be
        written."""
        known = self.schema()
        found = [f"{e.name} is not in the folder yet." for e in entities if not known.has(e.name)]
        found += [
            f"{e.name} has no primary key of one field."
            for e in entities
            if len(e.primary_key) != 1
        ]
        if not os.access(self.folder, os.W_OK):
            found.append(f"The folder {self.folder.name} cannot be written.")
        return tuple(found)

    def append(self, batch: LoadBatch) -> BatchOutcome:
        """Write one batch; one that is there already is left as it is. Raises TargetError when its
        number was used for other rows."""
        rows, rejects = self._acceptable(batch)
        outcome = BatchOutcome(
            dict(zip(rows["_gid"].to_pylist(), rows["target_id"].to_pylist(), strict=True)), rejects
        )
        for path in self._parts(batch.entity):
            number, digest = _part_name(path)
            if number == batch.number:
                if digest != _short(batch.digest):
                    raise TargetError(
                        Text(
                            f"Batch {number} of {batch.entity.name} was written with other rows.",
                            f"دسته‌ی {number} از «{batch.entity.name}» با ردیف‌های دیگری نوشته "
                            "شده است.",
                        ),
                        hint=Text(
                            "Choose an empty folder for another load.",
                            "برای بارگذاری دیگر پوشه‌ای خالی برگزینید.",
                        ),
                        entity=batch.entity.name,
                        batch=number,
                    )
                return replace(outcome, already_there=True)
        path = self._parts_folder(batch.entity) / f"{batch.number:08}-{_short(batch.digest)}.arrow"
        with _said(self.folder):
            path.parent.mkdir(exist_ok=True)
            _replace(path, _write_part, _content(batch.entity, rows))
        self._stale.add(batch.entity.name)
        return outcome

    def read_back(
        self,
        entity: Entity,
        fields: Sequence[str],
        only_ours: bool = True,  # noqa: ARG002 - all that is here is ours
    ) -> Iterator[pa.RecordBatch]:
        """The finished file of the entity, read as another program would read it."""
        self._assemble()
        key = _key_of(entity)
        schema = pa.schema([pa.field(name, pa.string()) for name in ("target_id", *fields)])
        reader = folder_formats.READERS[self.form]
        with _said(self.folder):
            for batch in reader(self._file(entity.name), _columns(entity)):
                arrays = [batch.column(name) for name in (key, *fields)]
                yield pa.RecordBatch.from_arrays(arrays, schema=schema)

    def count(self, entity: Entity) -> None:  # noqa: ARG002
        """See Target. All that is here is ours."""

    def ledger(self, project: str, entity: Entity) -> None:  # noqa: ARG002
        """See Target. The files hold no source keys: a load finds its rows by their ids."""

    def equal_keys(self, entity: Entity, field: str, values: pa.Array) -> pa.Array:  # noqa: ARG002
        """See Target. Files compare letter by letter."""
        return values

    def close(self) -> None:
        """Make the finished files; safe to call twice."""
        self._assemble()

    # -- files

    def _assemble(self) -> None:
        """Make the files anew whose parts are newer than they are, e.g. after a crash."""
        for entity in self.schema().entities:
            parts, file = self._parts(entity), self._file(entity.name)
            newest = max((part.stat().st_mtime_ns for part in parts), default=0)
            if (
                file.is_file()
                and file.stat().st_mtime_ns > newest
                and entity.name not in self._stale
            ):
                continue
            write = folder_formats.WRITERS[self.form]
            batches = (batch for part in parts for batch in _read_part(part))
            with _said(self.folder):
                _replace(file, write, entity.name, _columns(entity), batches)
            self._stale.discard(entity.name)

    def _acceptable(self, batch: LoadBatch) -> tuple[pa.RecordBatch, tuple[RowReject, ...]]:
        """The rows this form can hold, and the others as rejects."""
        rows = batch.rows
        fields = [name for name in rows.schema.names if name != "_gid"]
        refused = folder_formats.REFUSALS[self.form](rows.select(fields))
        if not refused:
            return rows, ()
        gids = rows["_gid"].to_pylist()
        rejects = tuple(
            RowReject(gids[row], code, reason) for row, (code, reason) in refused.items()
        )
        keep = pa.array([row not in refused for row in range(rows.num_rows)])
        return rows.filter(keep), rejects

    def _parts_folder(self, entity: Entity) -> Path:
        return self.folder / PARTS / _file_name(entity.name)

    def _parts(self, entity: Entity) -> list[Path]:
        folder = self._parts_folder(entity)
        found = (
            [p for p in folder.glob("*.arrow") if _PART.match(p.name)] if folder.is_dir() else []
        )
        return sorted(found, key=_part_name)

    def _file(self, entity: str) -> Path:
        return self.folder / f"{_file_name(entity)}.{self.form}"


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Errors of the file system as TargetError."""
    try:
        yield
    except OSError as error:
        raise TargetError(
            Text(
                f"The folder {folder.name} cannot be written or read: {error.strerror}.",
                f"پوشه‌ی «{folder.name}» نوشتنی یا خواندنی نیست: {error.strerror}.",
            ),
            hint=Text(
                "Check its rights and the free space, and close programs that use its files.",
                "اجازه‌ها و جای خالی آن را بررسی کنید و برنامه‌هایی را که پرونده‌هایش "
                "را باز کرده‌اند ببندید.",
            ),
            path=str(folder),
            errno=error.errno,
        ) from error


def _key_of(entity: Entity) -> str:
    if len(entity.primary_key) != 1:
        raise TargetError(
            Text(
                f"{entity.name} has no primary key of one field.",
                f"موجودیت «{entity.name}» کلید اصلی تک‌فیلدی ندارد.",
            ),
            hint=Text(
                "Give it one in the schema: records are found again by it.",
                "در طرح مقصد چنین کلیدی به آن بدهید: رکوردها با آن بازیافته می‌شوند.",
            ),
            entity=entity.name,
        )
    return entity.primary_key[0]


def _columns(entity: Entity) -> list[str]:
    """The columns of the finished file: the schema's fields in its order."""
    return [field.name for field in entity.fields]


def _content(entity: Entity, rows: pa.RecordBatch) -> pa.RecordBatch:
    """The batch as the file's columns: the key from `target_id`, what was not sent empty."""
    key = _key_of(entity)
    nothing = pa.nulls(rows.num_rows, pa.string())
    names = _columns(entity)
    sent = {name: rows[name] for name in rows.schema.names}
    arrays = [sent["target_id"] if name == key else sent.get(name, nothing) for name in names]
    return pa.RecordBatch.from_arrays([pc.cast(a, pa.string()) for a in arrays], names=names)


def _write_part(file: IO[bytes], batch: pa.RecordBatch) -> None:
    with pa.ipc.new_file(file, batch.schema) as writer:
        writer.write_batch(batch)


def _read_part(path: Path) -> Iterator[pa.RecordBatch]:
    with pa.OSFile(str(path)) as file:
        reader = pa.ipc.open_file(file)
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)


def _write_text(file: IO[bytes], text: str) -> None:
    file.write(text.encode())


def _replace(path: Path, write: Callable[..., None], *content: Any) -> None:
    """Write beside `path`, bring it to the disk, then take its place in one step."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        write(file, *content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _part_name(path: Path) -> tuple[int, str]:
    match = _PART.match(path.name)
    assert match is not None
    return int(match.group(1)), match.group(2)


def _short(digest: str) -> str:
    """A digest as part of a file name, whatever letters it has."""
    return hashlib.sha256(digest.encode()).hexdigest()[:16]


def _file_name(entity: str) -> str:
    """The entity's name as a file name; letters that some file system refuses become `_`, and a
    short hash then keeps two such names apart."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", entity).strip(". ") or "_"
    if safe == entity:
        return safe
    return f"{safe}-{hashlib.sha256(entity.encode()).hexdigest()[:6]}"
