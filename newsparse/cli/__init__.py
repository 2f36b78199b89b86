"""
The command line: ``newsparse COMMAND …``.

In: an argument list. Out: data on stdout, words on stderr, an exit code.  Each
command is a file of this package that defines ``command``; it is found by the
file's name and imported only when it is called, so that one more command edits
no other file and ``newsparse parse`` starts fast.

Exit codes: 0 everything was parsed; 1 finished, but some page failed; 2 the
command line, or a file that steers the run, is wrong; 3 nothing could be read; 70 a fault of newsparse itself;
130 interrupted by Ctrl-C; 141 the reader of our output went away (as after SIGPIPE).
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

PAGE_FAILED = 1
USAGE = 2
NOTHING_READABLE = 3
INTERRUPTED = 130
CLOSED_PIPE = 141
OUR_FAULT = 70


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit code; no exception that has a plain reason leaves here.

    Args:
        argv: the arguments; None: those of this process, which ends afterwards.
    """
    try:
        return _run(argv)
    except KeyboardInterrupt:  # before click was there to see it
        return _complain("interrupted", INTERRUPTED)
    finally:
        if argv is None:
            # The process ends here: Python need not look through all that is left for what could be freed.
            gc.freeze()


def _run(argv: Sequence[str] | None) -> int:
    import click

    from newsparse.cli._commands import group
    from newsparse.errors import NewsparseError, PageError, UnknownSite

    try:
        result = group.main(argv, prog_name="newsparse", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "newsparse"
        return _complain(f"{error.format_message()} (see '{where} --help')", USAGE)
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except click.Abort:
        return _complain("interrupted", INTERRUPTED)
    except (PageError, UnknownSite) as error:
        return _complain(str(error), PAGE_FAILED)
    except NewsparseError as error:  # a file that the caller named: an adapter, a manifest, a journal
        return _complain(str(error), USAGE)
    except OSError as error:
        return _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error), NOTHING_READABLE)
    except Exception as error:  # a fault of ours: one line too, and the rest for whoever wants to see it
        if os.environ.get("NEWSPARSE_TRACEBACK"):
            raise
        from newsparse.batch.packages import advice

        missing = advice(error) if isinstance(error, ModuleNotFoundError) else None
        if missing:
            return _complain(f"this needs {missing}", USAGE)
        reason = f"{type(error).__name__}: {error}"
        return _complain(f"a fault in newsparse: {reason} (NEWSPARSE_TRACEBACK=1 shows where)", OUR_FAULT)
    return result if isinstance(result, int) else 0


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"newsparse: {' '.join(message.split())}\n")
    return code
