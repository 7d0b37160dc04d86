"""What every test has: no network beyond this machine, and a folder of its own to work in where it asks for one."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import settings

# No test fails because the machine is busy.
settings.register_profile("extractor", deadline=None)
settings.load_profile("extractor")

_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - compared with, never bound


class NetworkUsedError(RuntimeError):
    """A test tried to reach another machine."""


def _loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    return str(address[0]).startswith(_LOOPBACK)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and name look-up that would leave this machine."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(self, address):
        if not _loopback(address):
            raise NetworkUsedError(str(address))
        return connect(self, address)

    def guarded_ex(self, address):
        if not _loopback(address):
            raise NetworkUsedError(str(address))
        return connect_ex(self, address)

    def guarded_names(host, *args, **kwargs):
        if host is not None and not _loopback((host if isinstance(host, str) else host.decode(),)):
            raise NetworkUsedError(str(host))
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_names)


@pytest.fixture
def project_root() -> Path:
    """The checkout's top folder."""
    return Path(__file__).resolve().parent.parent
