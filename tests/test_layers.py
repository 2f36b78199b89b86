"""
The import rules of ``pyproject.toml`` hold: imports go one way, sites do not know each other, one package has engines.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_imports_go_one_way(tmp_path: Path) -> None:
    """
    import-linter keeps every contract; its report is the message when it does not.
    """
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}

    result = subprocess.run(
        [*command, "--config", str(ROOT / "pyproject.toml"), "--cache-dir", str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout
