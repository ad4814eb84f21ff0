"""The group of all commands, and what becomes of errors."""

from __future__ import annotations

import sqlite3
from typing import Any

import click

from migrator import __version__
from migrator.cli.output import CANCELLED, FAILED, complain, err
from migrator.errors import Cancelled, MigratorError, ProjectError


class Commands(click.Group):
    """Turns the error tree into sentences and exit codes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember whether a machine is listening, before any command parses its own options."""
        ctx.meta["json"] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see the exit codes in `migrator.cli`."""
        try:
            return super().invoke(ctx)
        except MigratorError as error:
            complain(error, as_json=ctx.meta["json"])
            ctx.exit(FAILED)
        except (OSError, sqlite3.OperationalError) as error:
            complain(_of_the_system(error), as_json=ctx.meta["json"])
            ctx.exit(FAILED)
        except (Cancelled, KeyboardInterrupt):
            err.print("Cancelled. Nothing half-done is left: run the same command to go on.")
            ctx.exit(CANCELLED)


def _of_the_system(error: OSError | sqlite3.OperationalError) -> MigratorError:
    """What the disk or the operating system refused, as a sentence."""
    if isinstance(error, sqlite3.OperationalError):
        return ProjectError(
            f"The project cannot be written: {error}.",
            hint="Free some space where the project lies, then run the same command again.",
        )
    where = f" ({error.filename})" if isinstance(error.filename, str) else ""
    return MigratorError(
        f"{error.strerror or error}{where}.",
        hint="Check the path, the rights and the free space; then run the same command again.",
    )


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kooch")
def main() -> None:
    """Kooch moves legacy customer data into a new CRM, clean and complete, and proves it."""
