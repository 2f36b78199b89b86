"""
Packages that only some inputs and outputs need: the error of a missing one in, what to install out.
"""

from __future__ import annotations

#: The extra that brings a package.
_EXTRAS = {"brotli": "warc", "fastwarc": "warc", "zstandard": "warc", "pyarrow": "parquet"}


def advice(error: ModuleNotFoundError) -> str | None:
    """
    Return the missing package and how to get it, None where it belongs to no extra.
    """
    package = (error.name or "").partition(".")[0]
    extra = _EXTRAS.get(package)
    return f"{package}: pip install 'newsparse[{extra}]'" if extra else None
