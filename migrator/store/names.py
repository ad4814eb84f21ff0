"""Names of staging tables, and quoting for the SQL that is built over them."""

from __future__ import annotations


def quote(identifier: str) -> str:
    """`identifier` as a quoted SQL name (DuckDB, PostgreSQL, SQLite)."""
    return '"' + identifier.replace('"', '""') + '"'


def literal(value: str) -> str:
    """`value` as a quoted SQL string (DuckDB: no escapes but the doubled quote)."""
    return "'" + value.replace("'", "''") + "'"


def raw(table_no: int) -> str:
    """Snapshot of a source table: `_row` BIGINT (ordinal of the record, 1-based, unreadable ones
    counted too) and VARCHAR columns `c1`, `c2` ... in the order of SourceTable.columns."""
    return f"raw_{table_no}"


def unreadable(table_no: int) -> str:
    """Records that could not be read: `_row`, `line`, `code`, `detail`, `text`."""
    return f"unreadable_{table_no}"


def notes(table_no: int) -> str:
    """Remarks on cells at reading: `_row`, `col` (1-based), `code`, `value`, `detail`."""
    return f"notes_{table_no}"


def mapped(entity: str) -> str:
    """`_rid` BIGINT, `_key` VARCHAR (source key) and a VARCHAR column per mapped field; a lookup
    field holds the value to look up."""
    return f"mapped_{entity}"


def excluded(entity: str) -> str:
    """Rows that a feed's filters left out: `_rid`, `reason`."""
    return f"excluded_{entity}"


def clean(entity: str) -> str:
    """Same columns as `mapped`, after the recipe."""
    return f"clean_{entity}"


def issues(stage: str, entity: str) -> str:
    """Issues of a stage: `row` BIGINT (row id up to match, golden id from merge on), `field`,
    `code`, `severity`, `value`, `detail`."""
    return f"issues_{stage}_{entity}"


def pairs(entity: str) -> str:
    """Compared pairs worth keeping: `left`, `right` (row ids, left < right), `probability`,
    `weight`, `answer` (NULL or a person's verdict), and `agree_<field>` TINYINT levels."""
    return f"pairs_{entity}"


def clusters(entity: str) -> str:
    """`_rid`, `_gid` for rows of clusters with more than one row; `_gid` is the lowest row id."""
    return f"clusters_{entity}"


def golden(entity: str) -> str:
    """`_gid` BIGINT, `_key` VARCHAR (source key of the first row), `_size` INTEGER (rows merged),
    the mapped fields as VARCHAR; a lookup field holds the parent's `_gid` in digits, and
    `_raw_<field>` what was looked up."""
    return f"golden_{entity}"


def provenance(entity: str) -> str:
    """For merged records: `_gid`, `field`, `_rid` (row whose value won), `rule` (`override` where a
    person keeps the value)."""
    return f"provenance_{entity}"


def crosswalk(entity: str) -> str:
    """`_rid`, `_gid`, `_key` for every row of the entity."""
    return f"crosswalk_{entity}"


def ready(entity: str) -> str:
    """Golden records that may travel: same columns as `golden`."""
    return f"ready_{entity}"


def quarantine(entity: str) -> str:
    """Golden records that are kept back: same columns as `golden`."""
    return f"quarantine_{entity}"


def pilot(entity: str) -> str:
    """Golden records chosen for the pilot: `_gid`, `why` (asked, or the child that needs it)."""
    return f"pilot_{entity}"


def mask(entity: str) -> str:
    """What personal data of the pilot's records become: `field`, `value`, `made`."""
    return f"mask_{entity}"


def masked(entity: str) -> str:
    """`ready` with the personal data of the pilot's records made up."""
    return f"masked_{entity}"


def outcome(entity: str) -> str:
    """What the load did: `_gid`, `state` (loaded, rejected, pending), `target_id` VARCHAR,
    `action` (insert, update: a record that others made), `code`, `reason`, `batch_no`, `done` (what
    this run did: create, update, skip, reject, wait), `kept` (JSON: values that stand in the place
    of mapped ones)."""
    return f"outcome_{entity}"


def delta(entity: str) -> str:
    """How the records of a newer snapshot stand to what was loaded: `_gid` (NULL for what is only
    in the target), `key` (as the ledger has it), `target_id`, `what` (new, changed, same,
    regrouped, held, vanished)."""
    return f"delta_{entity}"


def chosen(entity: str) -> str:
    """Golden records that a replay or a delta run sends: `_gid`."""
    return f"chosen_{entity}"


def sent(entity: str) -> str:
    """What was loaded: `key` (as the ledger has it) and `digest` of the mapped values."""
    return f"sent_{entity}"


def difference(entity: str) -> str:
    """What reconciliation found: `_gid`, `target_id`, `field`, `kind` (missing, extra, differs,
    normalised, truncated, changed: by somebody since it was written, orphan: a lookup that points
    to nothing), `expected`, `found`."""
    return f"difference_{entity}"


def seen(entity: str) -> str:
    """What the target held of the pilot's records when they were looked at: `target_id`, `_at`
    (ISO moment) and the mapped fields."""
    return f"seen_{entity}"


def existing(entity: str) -> str:
    """What the target holds of an entity before a load: `target_id` and the fields that were read,
    in canonical text."""
    return f"existing_{entity}"


def meeting(entity: str) -> str:
    """Ready records that others' records in the target may be: `_gid`, `target_id` (of the one it
    meets; NULL if it is kept back), `code` (why it is kept back) and `detail`."""
    return f"meeting_{entity}"


def suspects(entity: str) -> str:
    """What the duplicates rules found: `_gid`, `target_id`, `probability`, `sure`."""
    return f"suspects_{entity}"


def predicted(entity: str) -> str:
    """What a run would do with every ready record: `_gid`, `_key`, `class` (create, update, skip,
    reject, wait), `target_id` (as far as it is known), `code`, `field`, `detail`."""
    return f"predicted_{entity}"


def collided(entity: str) -> str:
    """What would become of the values that the target's records hold: `_gid`, `field`, `what`
    (overwrite, clear, fill, append, keep), `held`, `mapped`, `result`."""
    return f"collided_{entity}"


def expected(entity: str) -> str:
    """Loaded records that hold something else than what was mapped, because of a collision rule:
    `_gid` and every loaded field as the target should hold it (lookups as ids of the target)."""
    return f"expected_{entity}"
