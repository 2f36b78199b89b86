"""
What travels through a batch: a ``Task`` names pages, a ``Page`` is one of them.

A task is small and picklable.  Where the input can be read in pieces it holds
only a path and a range, and the worker that gets it reads the pages itself;
where it cannot (a pipe, a gzip stream), it holds the unread bytes.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from attrs import frozen

from newsparse.errors import PageError


class Problem(NamedTuple):
    """
    Why a page could not be read, or not be parsed.
    """

    type: str
    """The class of the error: ``PageError``, ``OSError``, ``TimeLimit``, ``WorkerDied`` …"""
    message: str
    """In words, one line."""

    @classmethod
    def of(cls, error: BaseException) -> Problem:
        """Return what is written down of an exception."""
        if isinstance(error, PageError):
            message = f"{error.reason}: {error.message}" if error.message else error.reason
        elif isinstance(error, OSError) and error.strerror:
            message = error.strerror
        else:
            message = str(error)
        return cls(type(error).__name__, " ".join(message.split())[:500])


@frozen(kw_only=True)
class Page:
    """
    One page to be parsed, wherever it came from.
    """

    file: str
    """Its name in the output: the path below the folder that was given; ``archive#place`` inside an archive."""
    data: bytes | str = b""
    """The page's bytes (preferred), or its text."""
    url: str | None = None
    """The page's address, None where the input does not tell."""
    charset: str | None = None
    """The charset of the HTTP header, None where there was none."""
    rendered: bool = False
    """True when ``data`` is the text of a rendered page, not HTML."""
    fetched: datetime | None = None
    """When it was fetched: what 昨天 and 3小时前 refer to. None where the input does not tell."""
    problem: Problem | None = None
    """Set by a reader that could not get the page's bytes."""


class Item(NamedTuple):
    """
    One file, or one member of an archive, that holds one page.
    """

    path: str
    """Where to open it; the member's name inside an archive."""
    file: str
    url: str | None = None
    charset: str | None = None
    sniff: bool = False
    """True when its name does not say that it is a page: skip it unless it looks like HTML."""
    rendered: bool = False
    """True when it is the text of a rendered page."""
    offset: int = 0
    """Where its bytes begin inside an archive."""
    size: int = 0


@frozen(kw_only=True)
class Task:
    """
    A bounded piece of the input.
    """

    reader: str
    """Module of ``newsparse.batch.readers`` that reads it."""
    kind: str = ""
    """The reader of the archive, where ``reader`` takes it as a whole."""
    path: str = ""
    """The archive, empty for plain files and pipes."""
    name: str = ""
    """What ``Page.file`` begins with, for pages of an archive."""
    start: int = 0
    """First byte, member, row group or line, as the reader counts."""
    stop: int = 0
    """One past the last."""
    first: int = 0
    """Number of the first row or line, for ``Page.file``."""
    items: tuple[Item, ...] = ()
    """The files or members, where they are listed one by one."""
    payload: bytes | tuple[Page, ...] = b""
    """The unread input itself, where it cannot be read in pieces."""
    size: int = 0
    """Bytes of input that it stands for, for the progress."""
