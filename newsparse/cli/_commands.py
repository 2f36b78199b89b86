"""
The group of commands: in a name, out the ``command`` of the module of that name.

Modules of ``newsparse.cli`` whose name begins with an underscore are not
commands; ``new_site.py`` is the command ``new-site``.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any

import click

import newsparse.cli


class Commands(click.Group):
    """
    Commands found by the name of their module, imported when called.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command's name, sorted."""
        modules = (module.name for module in pkgutil.iter_modules(newsparse.cli.__path__))
        return sorted(name.replace("_", "-") for name in modules if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command; None when there is no module of this name."""
        if cmd_name.startswith("_") or not cmd_name.replace("-", "_").isidentifier():
            return None
        module = f"{newsparse.cli.__name__}.{cmd_name.replace('-', '_')}"
        try:
            found = importlib.import_module(module).command
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            return None
        assert isinstance(found, click.Command)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end quietly where nobody reads its output any more."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still buffered goes nowhere, and the interpreter must not complain of it at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(newsparse.cli.CLOSED_PIPE)
        return result


def _version(ctx: click.Context, option: click.Parameter, asked: bool) -> None:
    """Print the version, and whether the compiled walks are used: that is half of the speed."""
    if asked:
        from importlib.metadata import version

        from newsparse.document.compiled import scan
        from newsparse.document.walks import native
        from newsparse.output import line

        parts = [name for name, found in (("walks", native), ("bytes", scan), ("lines", line.native)) if found is not None]
        click.echo(f"newsparse, version {version('newsparse')}, compiled: {', '.join(parts) or 'nothing'}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def group() -> None:
    """
    Turn the bytes of Chinese news pages into complete articles.
    """
