"""
Every entry of the vocabularies is read as its example says, and its counter-examples are not.
"""

from __future__ import annotations

import pytest

from newsparse.fields.credits import read_names, segment
from newsparse.fields.datelines import read_dateline
from newsparse.fields.disclaimers import is_boilerplate, is_caption_line, is_disclaimer, is_related_heading
from newsparse.fields.sources import read_source
from newsparse.vocabulary.boilerplate import CAPTIONS, GLUED_TAIL, NOTICES, RELATED_HEADINGS, TAKEN_BY, Notice
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES, LABELS, PERSON_ROLES, CreditLabel
from newsparse.vocabulary.datelines import OPENINGS, Opening
from newsparse.vocabulary.disclaimers import CLAUSES, Clause
from newsparse.vocabulary.mastheads import ENDINGS, NAMES, SECTIONS, Ending, is_outlet, is_section, opens_with_outlet
from newsparse.vocabulary.names import COMPOUND_SURNAMES, SURNAMES, WORDS, NameWord, words
from newsparse.vocabulary.sources import GLUED, NO_SOURCES, TAILS, Tail


class TestCreditLabels:
    """``vocabulary.credits``."""

    @pytest.mark.parametrize("entry", LABELS, ids=lambda entry: f"{entry.role}-{entry.labels[0]}-{entry.forms}")
    def test_example_is_read(self, entry: CreditLabel) -> None:
        """The example's value is found under the entry's role."""
        assert (entry.role, entry.value) in [(part.role, part.value) for part in segment(entry.example)]

    @pytest.mark.parametrize(
        ("entry", "text"), [(entry, text) for entry in LABELS for text in entry.counter_examples], ids=str
    )
    def test_counter_example_is_prose(self, entry: CreditLabel, text: str) -> None:
        """In other lines the same words are no label."""
        assert [part for part in segment(text) if part.role == entry.role] == []

    @pytest.mark.parametrize(
        ("label", "role"),
        sorted({(label, entry.role) for entry in LABELS if ":" in entry.forms for label in entry.labels}),
    )
    def test_every_spelling_takes_a_colon(self, label: str, role: str) -> None:
        """Each spelling, followed by a full-width colon, opens a line."""
        value = "张小满" if role in PERSON_ROLES else "2012-03-04" if role in ("time", "updated") else "青石晚报"
        assert [(part.role, part.value) for part in segment(f"{label}：{value}")] == [(role, value)]

    def test_roles_do_not_overlap(self) -> None:
        """Nobody is author and editor by one label."""
        assert not AUTHOR_ROLES & EDITOR_ROLES


class TestNameWords:
    """``vocabulary.names``."""

    @pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry.kind)
    def test_example_is_read(self, entry: NameWord) -> None:
        """The example gives its names, and only them."""
        assert tuple(person.name for person in read_names(entry.example, "author")) == entry.names

    @pytest.mark.parametrize("word", words("nobody"))
    def test_nobody_is_named(self, word: str) -> None:
        """A placeholder is no name."""
        assert read_names(word, "author") == ()

    def test_words_come_longest_first(self) -> None:
        """A pattern built from the words prefers the longer one."""
        lengths = [len(word) for word in words("post")]
        assert lengths == sorted(lengths, reverse=True)

    def test_surnames_are_single_characters(self) -> None:
        """Compound surnames stand in their own list."""
        assert {len(name) for name in SURNAMES} == {1}
        assert {len(name) for name in COMPOUND_SURNAMES} == {2}


class TestMastheads:
    """``vocabulary.mastheads``."""

    @pytest.mark.parametrize("entry", ENDINGS, ids=lambda entry: entry.example)
    def test_ending(self, entry: Ending) -> None:
        """The example is an outlet or a section, the counter-examples are not."""
        known = is_outlet if entry.kind == "outlet" else is_section
        assert known(entry.example)
        assert [text for text in entry.counter_examples if known(text)] == []

    @pytest.mark.parametrize(
        "ending", sorted({e for entry in ENDINGS if entry.kind == "outlet" for e in entry.endings})
    )
    def test_every_ending_makes_an_outlet(self, ending: str) -> None:
        """A place name and the ending are an outlet's name; the ending alone is none."""
        assert is_outlet("青石城" + ending)
        assert not is_outlet(ending[-1])

    @pytest.mark.parametrize("name", [entry.example for entry in NAMES])
    def test_listed_name(self, name: str) -> None:
        """A listed name is an outlet and opens the names of its sections."""
        assert is_outlet(name)
        assert opens_with_outlet(name + "时尚")

    @pytest.mark.parametrize("section", sorted(SECTIONS))
    def test_section(self, section: str) -> None:
        """A listed section is one."""
        assert is_section(section)


class TestNotices:
    """``vocabulary.boilerplate``."""

    @pytest.mark.parametrize("entry", NOTICES, ids=lambda entry: f"{entry.kind}-{entry.example[:8]}")
    def test_notice(self, entry: Notice) -> None:
        """The example is a notice of its kind, the counter-examples are story."""
        assert is_boilerplate(entry.example) == entry.kind
        assert [text for text in entry.counter_examples if is_boilerplate(text)] == []

    @pytest.mark.parametrize("entry", RELATED_HEADINGS, ids=lambda entry: entry.example)
    def test_related_heading(self, entry: Notice) -> None:
        """The example heads a list of other stories."""
        assert is_related_heading(entry.example)
        assert is_boilerplate(entry.example) is not None
        assert [text for text in entry.counter_examples if is_related_heading(text)] == []

    @pytest.mark.parametrize("entry", [*CAPTIONS, *TAKEN_BY], ids=lambda entry: entry.example)
    def test_caption(self, entry: Notice) -> None:
        """The example describes a picture, the counter-examples do not."""
        assert is_caption_line(entry.example)
        assert [text for text in entry.counter_examples if is_caption_line(text)] == []

    def test_glued_tail(self) -> None:
        """What a site glues to the last paragraph goes; the paragraph's own end stays."""
        assert GLUED_TAIL.sub("", "雨停了。返回搜狐，查看更多") == "雨停了。"
        assert GLUED_TAIL.sub("", "他说，请点击查看。") == "他说，请点击查看。"


class TestClauses:
    """``vocabulary.disclaimers``."""

    @pytest.mark.parametrize("entry", CLAUSES, ids=lambda entry: f"{entry.kind}-{entry.example[:10]}")
    def test_clause(self, entry: Clause) -> None:
        """The example is a disclaimer of the entry's kind."""
        assert is_disclaimer(entry.example) == entry.kind

    @pytest.mark.parametrize("text", [text for entry in CLAUSES for text in entry.counter_examples])
    def test_counter_example_is_story(self, text: str) -> None:
        """A sentence that uses the same words is no disclaimer."""
        assert is_disclaimer(text) is None


class TestSources:
    """``vocabulary.sources``."""

    @pytest.mark.parametrize("entry", TAILS, ids=lambda entry: entry.example)
    def test_tail(self, entry: Tail) -> None:
        """The source ends where the page's own words begin."""
        found = read_source(entry.example)
        assert found is not None
        assert found.name == entry.source

    @pytest.mark.parametrize("text", [text for entry in TAILS for text in entry.counter_examples])
    def test_counter_example_keeps_its_name(self, text: str) -> None:
        """The same words inside a name do not end it."""
        found = read_source(text)
        assert found is not None
        assert found.name == text.removeprefix("来源：")

    @pytest.mark.parametrize("example", [entry.example for entry in NO_SOURCES])
    def test_no_source(self, example: str) -> None:
        """A placeholder is no source."""
        assert read_source(example) is None

    def test_glued(self) -> None:
        """The account's 微博 is not part of the outlet's name."""
        assert GLUED.sub("", "青石晚报微博") == "青石晚报"


class TestOpenings:
    """``vocabulary.datelines``."""

    @pytest.mark.parametrize("entry", OPENINGS, ids=lambda entry: entry.name)
    def test_opening(self, entry: Opening) -> None:
        """Agency, place, date and people of the example are read."""
        found = read_dateline(entry.example)
        assert found is not None
        assert (found.dateline.agency, found.dateline.place, found.dateline.date) == (
            entry.agency,
            entry.place,
            entry.date,
        )
        assert tuple(person.name for person in found.authors) == entry.authors

    @pytest.mark.parametrize("text", [text for entry in OPENINGS for text in entry.counter_examples])
    def test_counter_example_is_prose(self, text: str) -> None:
        """A sentence that mentions an outlet is no dateline."""
        assert read_dateline(text) is None
