"""
Discovery: the hosts read from the modules' text are those that the modules declare.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsparse import adapters
from newsparse.errors import AdapterError
from newsparse.rules import Layout, Site


class TestDiscovery:
    def test_hosts_are_those_of_the_sites(self) -> None:
        """The index that is read from text agrees with the imported values."""
        declared = {host: site.slug for site in reversed(adapters.sites()) for host in site.hosts}
        assert declared == adapters._hosts()

    def test_no_host_belongs_to_two_sites(self) -> None:
        """A page has one site."""
        hosts = [host for site in adapters.sites() for host in site.hosts]
        assert sorted(hosts) == sorted(set(hosts))

    @pytest.mark.parametrize("site", adapters.sites(), ids=lambda site: site.slug)
    def test_selectors(self, site: Site) -> None:
        """Every selector of every layout can be parsed, and every layout has a structure of its own."""
        adapters.check(site)
        assert len({layout.name for layout in site.layouts}) == len(site.layouts)

    def test_sub_domains(self) -> None:
        """A host stands for its sub-domains, and for no name that merely ends like it."""
        site = adapters.by_host("money.hangzhou.com.cn")
        assert site is not None
        assert "hangzhou" == site.slug
        assert adapters.by_host("evilhangzhou.com.cn") is None

    def test_one_host_imports_one_adapter(self) -> None:
        """Looking up one host leaves the other sites' modules alone."""
        code = (
            "import sys; from newsparse import adapters; adapters.by_host('hangzhou.com.cn');"
            "print([n for n in sys.modules if n.startswith('newsparse.adapters.')])"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert "['newsparse.adapters.hangzhou']" == run.stdout.strip()


_PLUGIN = "from newsparse.rules import Layout, Site\nSITE = Site(name='湖畔网', hosts=('lakeside.example',){})\n"
_LOOK_UP = """
import sys, warnings
from newsparse import adapters
warnings.simplefilter("error")
site = adapters.by_host("news.lakeside.example")
print(site and site.slug, "importlib.metadata" in sys.modules)
"""


def _looked_up(folder: Path, *before: str) -> tuple[str, str]:
    """Return what a fresh process prints, and its last complaint, with this folder on its path."""
    run = subprocess.run(
        [sys.executable, "-c", "\n".join([*before, _LOOK_UP])],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    return run.stdout.strip(), run.stderr.strip().rpartition("\n")[2]


def _install(folder: Path, module: str = _PLUGIN.format(""), metadata: str = "lakeside-1.0.dist-info") -> None:
    """Put a distribution that offers a site into a folder of ``sys.path``, as an installer leaves it."""
    (folder / "lakeside.py").write_text(module, encoding="utf-8")
    (folder / metadata).mkdir()
    (folder / metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: lakeside\nVersion: 1.0\n")
    (folder / metadata / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: lakeside\nVersion: 1.0\n")
    (folder / metadata / "entry_points.txt").write_text("[newsparse.adapters]\nlakeside = lakeside:SITE\n")


class TestOtherDistributions:
    @pytest.mark.parametrize("metadata", ["lakeside-1.0.dist-info", "lakeside.egg-info"])
    def test_site(self, metadata: str, tmp_path: Path) -> None:
        """A site of another distribution is found through its entry point."""
        _install(tmp_path, metadata=metadata)
        assert ("lakeside True", "") == _looked_up(tmp_path)

    def test_egg(self, tmp_path: Path) -> None:
        """Distributions of the old form are on the path themselves."""
        _install(tmp_path, metadata="EGG-INFO")
        egg = tmp_path.rename(tmp_path.with_suffix(".egg"))
        assert ("lakeside True", "") == _looked_up(egg)

    def test_archive(self, tmp_path: Path) -> None:
        """So are those in archives."""
        _install(tmp_path)
        archive = shutil.make_archive(str(tmp_path / "archive"), "zip", tmp_path)
        assert ("lakeside True", "") == _looked_up(Path(archive))

    def test_own_finder(self, tmp_path: Path) -> None:
        """Where somebody finds distributions in a way of their own, they are asked."""
        finder = "import sys; sys.meta_path.append(type('Finder', (), {'find_distributions': lambda context: [], 'find_spec': lambda *_: None}))"
        assert ("None True", "") == _looked_up(tmp_path, finder)

    def test_none(self, tmp_path: Path) -> None:
        """Distributions without our entry points cost no import; what lies about beside them does no harm."""
        _install(tmp_path)
        (tmp_path / "lakeside-1.0.dist-info" / "entry_points.txt").write_text("[console_scripts]\nlakeside = lakeside:main\n")
        (tmp_path / "pond-1.0.dist-info").mkdir()
        (tmp_path / "puddle.egg-info").write_text("Name: puddle\n")
        assert ("None False", "") == _looked_up(tmp_path)

    def test_broken(self, tmp_path: Path) -> None:
        """A broken site is a warning that names its distribution."""
        _install(tmp_path, _PLUGIN.format(", layouts=(Layout(name='2020', when='body'),)"))
        _, complaint = _looked_up(tmp_path)
        assert "adapter lakeside of lakeside 1.0 cannot be used" in complaint and "matches any page" in complaint


class TestCheck:
    def test_broken_selector(self) -> None:
        """The error names site, layout, field and rule."""
        site = Site(name="湖畔网", layouts=(Layout(name="2020", when="div.story", title="h1["),))
        with pytest.raises(AdapterError) as caught:
            adapters.check(site)
        assert ("湖畔网", "2020", "title", "h1[") == (
            caught.value.site, caught.value.layout, caught.value.field, caught.value.rule,
        )  # fmt: skip

    def test_vague_structure(self) -> None:
        """A layout that any page matches is refused."""
        with pytest.raises(AdapterError, match="matches any page"):
            adapters.check(Site(name="湖畔网", layouts=(Layout(name="2020", when="body"),)))

    def test_unknown_field(self) -> None:
        """A typing error in a rule's name is an error where the adapter is written."""
        with pytest.raises(TypeError, match="headline"):
            Layout(name="2020", when="div.story", headline="h1")  # type: ignore[call-arg]

    def test_a_module_without_a_site(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A module of the package that defines no SITE is our mistake, and says so."""
        monkeypatch.setattr(importlib, "import_module", lambda name: object())
        with pytest.raises(AdapterError, match="defines no SITE"):
            adapters._load.__wrapped__("nothing")

    @pytest.mark.parametrize("text", ["from newsparse.rules import Layout\nLayout(name='2024', titel='h1')", "SITE = ("])
    def test_module_that_does_not_load(self, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A slip in an adapter that is being written is told with the adapter's name."""
        (tmp_path / "slipped.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(adapters, "__path__", [str(tmp_path)])
        with pytest.raises(AdapterError, match=r"^slipped: (TypeError: .*titel|SyntaxError: )"):
            adapters._load.__wrapped__("slipped")
