from collections.abc import Callable, Mapping
from typing import Any

from newsparse.blocks import Block, Link
from newsparse.document.lines import Box as LinesBox
from newsparse.document.lines import Line

#: Numbers below this are names that Lexbor knows.
NUMBERED: int

class Node:
    @property
    def attributes(self) -> dict[str, str | None]: ...
    @property
    def tag(self) -> str: ...
    @property
    def parent(self) -> Node | None: ...
    @property
    def mem_id(self) -> int: ...
    def text(self) -> str: ...
    def css(self, name: str, /) -> list[Node]: ...

class Box: ...

def word(address: int, number: int, /) -> int: ...
def setup(
    tags: dict[int, str],
    flat: dict[int, int],
    lined: dict[int, int],
    flat_other: int,
    lined_other: int,
    attributes: dict[int, str],
    numbers: tuple[int, ...],
    unnumbered: tuple[str, ...],
    block: type[Block],
    line: type[Line],
    link: type[Link],
    table: type[Any],
    pictured: Callable[[Mapping[str, str | None]], tuple[str, str | None] | None],
    played: Callable[[str, Mapping[str, str | None]], tuple[str | None, None] | None],
    /,
) -> None: ...
def flatten(node: Any, skip: set[int], marks: Mapping[int, str], /) -> list[Block]: ...
def line(node: Any, /) -> str | None: ...
def links(node: Any, /) -> list[Link]: ...
def names(node: Any, /) -> set[str]: ...
def walk(node: Any, /) -> tuple[list[Line], list[LinesBox]]: ...
