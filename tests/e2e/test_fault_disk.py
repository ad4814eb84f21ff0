"""A full disk on either side, on file systems of a few megabytes: it is said, no row is called bad
for it, nothing that was acknowledged is lost, and with room again the same run goes on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import psycopg
import pymysql
import pytest

from migrator.errors import MigratorError
from migrator.model.loading import LoadSettings, RunKind
from migrator.model.plan import Plan
from migrator.targets.sql import door
from migrator.workspace import Workspace
from tests.e2e.fault_world import balanced, said, world_of
from tests.servers import MariaServer, PostgresServer, Server
from tests.unit.targets.load_world import World

SMALL = 3  # MiB
ROWS = 6_000
SETTINGS = LoadSettings(batch_rows=500)

pytestmark = pytest.mark.timeout(180)


class Disk:
    """A file system in memory that is `SMALL` until it grows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SMALL}m", "kooch-small", str(folder)],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip("no right to mount a small file system")

    def size(self, megabytes: int) -> None:
        """Make room, or take it."""
        options = f"remount,size={megabytes}m"
        subprocess.run(["mount", "-o", options, str(self.folder)], check=True)

    def fill_up(self) -> None:
        """Leave nothing, whatever size it has."""
        with (self.folder / "ballast").open("wb", buffering=0) as ballast:
            for size in (1 << 16, 1 << 12):
                try:
                    while ballast.write(bytes(size)) == size:
                        pass
                except OSError:
                    pass

    def give_room(self) -> None:
        (self.folder / "ballast").unlink()

    def remove(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "small")
    yield made
    made.remove()


def wide(world: World) -> None:
    """More than fits."""
    rows = [
        {"_gid": n, "name": f"N{n} " + "x" * 50, "code": f"c{n}", "remark": "y" * 190}
        for n in range(1, ROWS + 1)
    ]
    world.ready("account", ("name", "code", "remark"), rows)


def server_lives(server: Server) -> bool:
    """Whether it answers."""
    try:
        server.admin().close()
    except (psycopg.OperationalError, pymysql.OperationalError):
        return False
    return True


def full_then_room(world: World, disk: Disk, room: int, again: Server | None = None) -> None:
    """The load stops where the disk is full, and goes on when there is room. MariaDB 10.11 aborts
    where it finds no room to undo what it has begun: then it is started again, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "WAITS", (0.01, 0.01))
        with pytest.raises(MigratorError) as stopped:
            world.load(settings=SETTINGS)
    english, persian = said(stopped.value)
    if again is None or server_lives(again):
        assert stopped.value.details["case"] == "disk_full", stopped.value
        assert "no room left on the disk" in english
        assert "جا" in persian
    disk.size(room)
    if again is not None and not server_lives(again):
        again.restart()
    there = world.one("select count(*) from account")
    assert 0 < there < ROWS
    assert there % 500 == 0  # whole batches only
    assert world.one("select count(*) from kooch_crosswalk") == there
    assert world.one("select count(*) from kooch_reject") == 0
    world.load(settings=SETTINGS)
    assert world.one("select count(*) from account") == ROWS
    assert world.one("select count(distinct code) from account") == ROWS
    balanced(world, {"loaded": ROWS})


def test_the_disk_of_a_sqlite_target(disk: Disk) -> None:
    with world_of(f"sqlite:///{disk.folder / 'crm.db'}") as world:
        wide(world)
        full_then_room(world, disk, 50)


@pytest.mark.server
def test_the_disk_of_a_postgres_server(postgres: PostgresServer) -> None:
    disk = Disk(postgres.folder / "small")
    name = postgres.create_database()
    try:
        if postgres.account:
            shutil.chown(disk.folder, postgres.account)
        with closing(postgres.admin()) as admin:
            admin.execute(f"create tablespace small location '{disk.folder}'")
            admin.execute(f"alter database {name} set default_tablespace = small")
        with world_of(postgres.url(name)) as world:
            wide(world)
            full_then_room(world, disk, 50)
    finally:
        postgres.drop_database(name)
        with closing(postgres.admin()) as admin:
            admin.execute("drop tablespace if exists small")
        disk.remove()


@pytest.mark.server
def test_the_disk_of_a_mariadb_server(mariadb: MariaServer) -> None:
    name = mariadb.create_database()
    folder = mariadb.data / name
    options = (folder / "db.opt").read_bytes()
    disk = Disk(folder)
    try:
        (folder / "db.opt").write_bytes(options)
        if mariadb.account:
            shutil.chown(folder, mariadb.account)
        with world_of(mariadb.url(name)) as world:
            wide(world)
            full_then_room(world, disk, 60, mariadb)
    finally:
        with suppress(pymysql.OperationalError):  # it cannot remove the folder, which is the disk
            mariadb.drop_database(name)
        disk.remove()
        shutil.rmtree(folder, ignore_errors=True)


# -- our own side


def batches_of(rows: int) -> Callable[[Plan], Plan]:
    return lambda plan: replace(plan, loading=replace(plan.loading, batch_rows=rows))


def test_the_disk_of_the_project(disk: Disk, project_in: Callable[[Path], Path]) -> None:
    """While it is edited, what was acknowledged is there and what was refused is not; while it
    loads, the same run goes on afterwards."""
    disk.size(60)
    home = project_in(disk.folder / "home")
    with closing(Workspace.open(home)) as workspace:
        acknowledged = workspace.plan
        disk.fill_up()
        told: list[MigratorError] = []
        for n in range(200):
            try:
                workspace.edit("Another batch", batches_of(n + 1))
            except MigratorError as error:
                told.append(error)
                break
            acknowledged = workspace.plan
        said(told[0])
        assert workspace.plan == acknowledged
        with pytest.raises(MigratorError) as stopped:
            workspace.load(RunKind.PILOT)
        said(stopped.value)
    disk.give_room()
    with closing(Workspace.open(home)) as again:
        assert again.plan == acknowledged
        result = again.load(RunKind.PILOT)
        assert result.balanced
        assert not result.reconciliation.attention
