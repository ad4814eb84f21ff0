"""Quality and speed of matching on made-up customers and on public sets with truth.

python tests/bench/matching.py customers 10000 100000     our matching
python tests/bench/matching.py splink 100000              Splink alone, stock comparisons
python tests/bench/matching.py er                         the public sets, `propose` alone
"""

from __future__ import annotations

import logging
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from migrator.advice.matching import propose_for_columns  # noqa: E402
from migrator.advice.meaning import meaning_of  # noqa: E402
from migrator.model.matching import MatchSettings  # noqa: E402
from migrator.progress import NULL_PROGRESS  # noqa: E402
from migrator.stages import match  # noqa: E402
from migrator.store import names  # noqa: E402
from migrator.store.names import quote  # noqa: E402
from migrator.store.staging import Staging  # noqa: E402

SHARED = REPOSITORY.parent / "shared"
ENTITY = "t"
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
MEANINGS = {
    "full_name": "person_name",
    "mobile": "mobile",
    "email": "email",
    "birth_date": "birth_date",
    "company": "company_name",
    "city": "city",
    "address": "address",
    "national_id": "national_id",
}


# -- standardising the made-up customers


def _jalali(year: int, month: int, day: int) -> str | None:
    """ISO date of a Jalali date, by the 33-year rule (good for 1178 to 1633)."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    year += 1595
    days = -355668 + 365 * year + year // 33 * 8 + (year % 33 + 3) // 4 + day
    days += (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    start = pl.Series([days - 719528]).cast(pl.Date)
    return str(start[0])


def _date(value: str) -> str | None:
    found = re.match(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})", value.translate(_DIGITS).strip())
    if not found:
        return None
    first, second, third = (int(part) for part in found.groups())
    if third > 31:
        first, third = third, first
    if first == 0 or not 1 <= second <= 12:
        return None
    return _jalali(first, second, third) if first < 1600 else f"{first:04}-{second:02}-{third:02}"


def _mobile(value: str) -> str | None:
    digits = re.sub(r"\D", "", value.translate(_DIGITS))[-10:]
    return f"+98{digits}" if len(digits) == 10 else None


def _national_id(value: str) -> str | None:
    digits = re.sub(r"\D", "", value.translate(_DIGITS))
    return digits.zfill(10) if digits else None


def _letters(value: str) -> str | None:
    text = value.replace("ي", "ی").replace("ك", "ک").replace("ـ", "")
    return " ".join(text.split()) or None


def _email(value: str) -> str | None:
    return re.sub(r"\s", "", value).lower() or None


_STEPS: dict[str, Callable[[str], str | None]] = {
    "full_name": _letters,
    "mobile": _mobile,
    "email": _email,
    "birth_date": _date,
    "company": _letters,
    "city": _letters,
    "address": lambda value: _letters(value.translate(_DIGITS)),
    "national_id": _national_id,
}


def customers(rows: int, folder: Path) -> tuple[pl.DataFrame, pl.Series]:
    """(standardised table with `_rid`, true cluster of every row)."""
    source = folder / f"cust_{rows}.csv"
    if not source.exists():
        script = SHARED / "bench" / "gen_customers.py"
        subprocess.run([sys.executable, str(script), str(rows), str(folder)], check=True)
    frame = pl.read_csv(source, infer_schema=False)
    columns = [pl.Series("_rid", range(1, rows + 1), dtype=pl.Int64)]
    for name, step in _STEPS.items():
        distinct = frame[name].drop_nulls().unique()
        clean = pl.Series([step(value) for value in distinct], dtype=pl.String)
        columns.append(frame[name].replace_strict(distinct, clean, default=None).alias(name))
    truth = pl.read_csv(folder / f"truth_{rows}.csv")["cluster_id"]
    return pl.DataFrame(columns), truth


# -- measuring


def stage(frame: pl.DataFrame, path: Path | None = None) -> Staging:
    """Staging with the frame as clean_t."""
    staging = Staging(path)
    table = frame.with_columns(_key=pl.col("_rid").cast(pl.String)).to_arrow()
    schema = pa.schema(
        [pa.field(f.name, pa.int64() if f.name == "_rid" else pa.string()) for f in table.schema]
    )
    staging.write(names.clean(ENTITY), schema, table.cast(schema).to_batches())
    return staging


def true_pairs(clusters: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of row ids (1-based) with the same cluster."""
    groups: dict[int, list[int]] = {}
    for rid, cluster in enumerate(clusters, 1):
        groups.setdefault(cluster, []).append(rid)
    return {
        (a, b) for group in groups.values() for i, a in enumerate(group) for b in group[i + 1 :]
    }


def quality(found: set[tuple[int, int]], truth: set[tuple[int, int]]) -> str:
    hits = len(found & truth)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(truth) if truth else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {precision:.4f} R {recall:.4f} F1 {f1:.4f} ({len(found)} found, {len(truth)} true)"


def cluster_pairs(staging: Staging) -> set[tuple[int, int]]:
    view = quote(names.clusters(ENTITY))
    return {
        (int(a), int(b))
        for a, b in staging.rows(
            f"select a._rid, b._rid from {view} a join {view} b"
            " on a._gid = b._gid and a._rid < b._rid"
        )
    }


def matched(staging: Staging, settings: MatchSettings) -> tuple[float, dict]:
    started, cpu = time.perf_counter(), time.process_time()
    report = match.run(staging, match.MatchSection((settings,), (), (ENTITY,)), NULL_PROGRESS)
    facts = report.facts[ENTITY] | {"cpu": time.process_time() - cpu}
    return time.perf_counter() - started, facts


def peak() -> str:
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


def run_customers(rows: int, folder: Path) -> None:
    frame, clusters = customers(rows, folder)
    counts = {name: (frame[name].count(), frame[name].n_unique()) for name in frame.columns[1:]}
    settings = propose_for_columns(frame.columns[1:], MEANINGS, counts)
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as temporary:
        staging = stage(frame, Path(temporary) / "staging.duckdb")
        del frame
        seconds, facts = matched(staging, settings)
        truth = true_pairs(clusters)
        print(
            f"customers {rows}: {quality(cluster_pairs(staging), truth)}"
            f" in {seconds:.1f} s (cpu {facts['cpu']:.1f}), {facts['pairs_compared']} pairs,"
            f" {peak()} (before {base:.0f})"
        )
        if "-v" in sys.argv:
            show(staging, facts, truth)
        staging.close()


def show(staging: Staging, facts: dict, truth: set[tuple[int, int]]) -> None:
    for field in facts["fields"]:
        print(field["field"], "learned" if field["learned"] else "fixed")
        for level in field["levels"]:
            print(
                f"   {level['level']} {level['label']:35} m {level['m']:<9} u {level['u']:<10}"
                f" {level['weight']:6.2f}"
            )
    for block in facts["blocking"]:
        print(block)
    print({k: v for k, v in facts.items() if k not in ("fields", "blocking")})
    rows = f"select * from {quote(names.clean(ENTITY))} where _rid = ?"
    found = cluster_pairs(staging)
    for label, pairs in (("FALSE", found - truth), ("MISSED", truth - found)):
        for pair in sorted(pairs)[:25]:
            score = staging.rows(
                f'select * exclude ("left","right","answer") from {quote(names.pairs(ENTITY))}'
                ' where "left" = ? and "right" = ?',
                pair,
            )
            print(label, score)
            for rid in pair:
                print("    ", staging.rows(rows, [rid])[0])


# -- Splink alone


def run_splink(rows: int, folder: Path) -> None:
    """Splink's own comparison library and training recipe, on the same standardised table."""
    frame, clusters = customers(rows, folder)
    started = time.perf_counter()
    staging = stage(frame)
    del frame
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    names_of = ("full_name", "company", "city", "address")
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="_rid",
        comparisons=[
            *(
                cl.JaroWinklerAtThresholds(n, [0.92, 0.88]).configure(
                    term_frequency_adjustments=True
                )
                for n in names_of
            ),
            cl.EmailComparison("email"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.LevenshteinAtThresholds("mobile", [1, 2]),
            cl.LevenshteinAtThresholds("national_id", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("national_id"),
            block_on("email"),
            block_on("mobile"),
            block_on("full_name", "birth_date"),
            block_on("full_name", "city"),
            block_on("birth_date", "city"),
        ],
        retain_matching_columns=False,
    )
    api = DuckDBAPI(connection=staging.connection)
    linker = Linker(api.register(names.clean(ENTITY)), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("national_id"), block_on("full_name", "birth_date")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("email"), block_on("birth_date", "city"), block_on("mobile")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    scored = linker.inference.predict(threshold_match_probability=0.9)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(
        scored, threshold_match_probability=0.99
    )
    staging.create(
        names.clusters(ENTITY),
        f"select cluster_id as _gid, _rid from"
        f" {found.physical_name} qualify count(*) over (partition by cluster_id) > 1",
    )
    seconds = time.perf_counter() - started
    print(
        f"splink {rows}: {quality(cluster_pairs(staging), true_pairs(clusters))}"
        f" in {seconds:.1f} s, {peak()}"
    )
    staging.close()


# -- public sets with truth


def _read(path: Path, separator: str = ",") -> pl.DataFrame:
    text = path.read_text(encoding="utf-8", errors="replace")
    frame = pl.read_csv(
        text.encode(), separator=separator, infer_schema=False, truncate_ragged_lines=True
    )
    return frame.rename({name: name.strip() for name in frame.columns}).with_columns(
        pl.all().str.strip_chars(" '")
    )


def _shaped(frame: pl.DataFrame) -> pl.DataFrame:
    blank = [pl.when(pl.col(n) != "").then(pl.col(n)).alias(n) for n in frame.columns]
    return frame.select(pl.int_range(1, pl.len() + 1).alias("_rid"), *blank)


def _two_files(left: pl.DataFrame, right: pl.DataFrame, truth: pl.DataFrame, ids: tuple[str, str]):
    a = {key: n for n, key in enumerate(left[ids[0]], 1)}
    b = {key: n for n, key in enumerate(right[ids[1]], left.height + 1)}
    pairs = {(a[x], b[y]) for x, y in truth.iter_rows() if x in a and y in b}
    both = pl.concat([left.drop(ids[0]), right.drop(ids[1])], how="diagonal")
    return _shaped(both), pairs, left.height


def public_sets() -> Iterable[tuple[str, pl.DataFrame, set[tuple[int, int]], int]]:
    """(name, table, true pairs, rows of the first file or 0)."""
    er = SHARED / "data" / "er"
    fake = _read(er / "fake_1000.csv")
    yield "fake_1000", _shaped(fake.drop("unique_id", "cluster")), true_pairs(fake["cluster"]), 0
    for name in ("febrl1", "febrl2"):
        frame = _read(er / f"{name}.csv")
        yield (
            name,
            _shaped(frame.drop("rec_id")),
            true_pairs(int(v.split("-")[1]) for v in frame["rec_id"]),
            0,
        )
    folder = er / "fodors_zagats" / "fodors_zagats"
    sides = [_read(folder / f"{n}.csv").drop("class") for n in ("fodors", "zagats")]
    yield (
        "fodors_zagats",
        *_two_files(*sides, _read(folder / "matches_fodors_zagats.csv"), ("id", "id")),
    )
    sides = [_read(er / "dblp_acm" / f"{n}.csv") for n in ("dblp", "acm")]
    yield ("dblp_acm", *_two_files(*sides, _read(er / "dblp_acm" / "truth.csv"), ("id", "id")))
    sides = [_read(er / "abt_buy" / f"{n}.csv", "|") for n in ("abt", "buy")]
    yield ("abt_buy", *_two_files(*sides, _read(er / "abt_buy" / "gt.csv", "|"), ("id", "id")))
    yield ("beer", *beer(er / "beer_pairs"))


def beer(folder: Path) -> tuple[pl.DataFrame, set[tuple[int, int]], int]:
    records: dict[str, int] = {}
    truth = set()
    for name in ("train", "valid", "test"):
        for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            left, right, label = line.split("\t")
            pair = tuple(
                sorted(
                    records.setdefault(side, len(records) + 1)
                    for side in (left.strip(), right.strip())
                )
            )
            if label.strip() == "1":
                truth.add(pair)
    rows = [
        dict(
            part.split(" VAL ", 1) if " VAL " in part else (part.split(" VAL")[0], "")
            for part in record.removeprefix("COL ").split(" COL ")
        )
        for record in records
    ]
    return _shaped(pl.DataFrame(rows, infer_schema_length=None)), truth, 0


def run_public() -> None:
    for name, frame, truth, first in public_sets():
        columns = frame.columns[1:]
        meanings = {
            n: meaning_of(n, frame[n].drop_nulls().head(200).to_list()).meaning for n in columns
        }
        counts = {n: (frame[n].count(), frame[n].n_unique()) for n in columns}
        settings = propose_for_columns(columns, meanings, counts)
        staging = stage(frame)
        seconds, facts = matched(staging, settings)
        found = cluster_pairs(staging)
        print(
            f"{name}: {quality(found, truth)} in {seconds:.1f} s,"
            f" {facts['to_review']} to review, {facts['pairs_compared']} compared"
        )
        if first:
            across = {pair for pair in found if pair[0] <= first < pair[1]}
            print(f"   across the two files only: {quality(across, truth)}")
        print("   " + ", ".join(f"{c.field}: {c.meaning}" for c in settings.comparisons))
        if "-v" in sys.argv:
            show(staging, facts, truth)
        staging.close()


def main() -> None:
    what, *sizes = [part for part in sys.argv[1:] if part != "-v"]
    folder = Path(tempfile.gettempdir()) / "matching_bench"
    folder.mkdir(exist_ok=True)
    logging.disable(logging.WARNING)
    if what == "customers":
        for size in sizes:
            run_customers(int(size), folder)
    elif what == "splink":
        for size in sizes:
            run_splink(int(size), folder)
    else:
        run_public()


if __name__ == "__main__":
    main()
