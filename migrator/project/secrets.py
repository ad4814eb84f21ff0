"""Passwords: in the keyring of the operating system, never in the project.

Where there is no keyring (a server without a desktop) a secret lives as long as the program, and is
taken from the environment variable KOOCH_PASSWORD_<NAME> when the program starts anew.
"""

from __future__ import annotations

import os
import re

import keyring
from keyring.errors import KeyringError

SERVICE = "kooch"


class Secrets:
    """The passwords of one project, by the name of a source id or `target`."""

    def __init__(self, project: str) -> None:
        self._project = project
        self._session: dict[str, str] = {}
        self.unkept: list[str] = []  # names of secrets that will be gone when the program ends

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret; False if only for as long as this program runs."""
        self._session[name] = secret
        try:
            keyring.set_password(SERVICE, self._account(name), secret)
        except (KeyringError, RuntimeError, OSError):
            self.unkept.append(name)
            return False
        return True

    def get(self, name: str) -> str:
        """The secret, or "" if there is none."""
        if name in self._session:
            return self._session[name]
        given = os.environ.get(variable(name))
        if given is not None:
            return given
        try:
            return keyring.get_password(SERVICE, self._account(name)) or ""
        except (KeyringError, RuntimeError, OSError):
            return ""

    def _account(self, name: str) -> str:
        return f"{self._project}/{name}"


def variable(name: str) -> str:
    """The environment variable that may hold the secret called `name`."""
    return "KOOCH_PASSWORD_" + re.sub(r"[^A-Z0-9]+", "_", name.upper())
