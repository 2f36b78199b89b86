"""
Words that tell lines apart: every line is looked through once for all of them.

What the words are is not known here (``vocabulary/signs.py``); each belongs to some classes, and
what is found of a line is the classes of its words, as bits of a number. The extension looks
through the lines while it makes them; without it a line is asked only for the words that begin
with one of its characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

#: So that all bits, and that of the closings, fit into a signed number of the processor.
_MOST_CLASSES = 62


class Signs:
    """
    Classes of words.
    """

    def __init__(self, classes: Sequence[Sequence[str]], closings: str = "") -> None:
        """
        Args:
            classes: the words of each; the first has the bit 1, the second 2, the third 4.
            closings: the characters that a text of one more class ends with; its bit follows those of the others.

        Raises:
            ValueError: there are more than 62, or a word is empty.
        """
        if len(classes) > _MOST_CLASSES or not all(all(words) for words in classes):
            raise ValueError("at most 62 classes, of words that are not empty")
        self.classes = tuple(map(tuple, classes))
        self.closings = closings
        self.closed = 1 << len(classes)

    @property
    def words(self) -> Mapping[str, int]:
        """Every word, in order, with the bits of its classes."""
        found: dict[str, int] = {}
        for number, words in enumerate(self.classes):
            for word in words:
                found[word] = found.get(word, 0) | 1 << number
        return dict(sorted(found.items()))

    @cached_property
    def _by_character(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """The words that begin with each character, and their bits."""
        found: dict[str, list[tuple[str, int]]] = {}
        for word, bits in self.words.items():
            found.setdefault(word[0], []).append((word, bits))
        return {character: tuple(words) for character, words in found.items()}

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self._by_character)

    def of(self, text: str) -> int:
        """Return the bits of the classes that a text has words of."""
        found = self.closed if text and text[-1] in self.closings else 0
        for character in self._characters.intersection(text):
            for word, bits in self._by_character[character]:
                if bits & ~found and word in text:
                    found |= bits
        return found
