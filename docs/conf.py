"""
How Sphinx builds these pages: offline, from Markdown, the generated ones refreshed first.
"""

from __future__ import annotations

from importlib.metadata import version as installed
from pathlib import Path

from newsparse.reports.pages import refresh

for _name in refresh(Path(__file__).parent):
    print(f"refreshed {_name}")

project = "newsparse"
author = "the newsparse authors"
copyright = "the newsparse authors, Apache License 2.0"
version = release = installed("newsparse")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = "newsparse"
# Nothing is fetched from elsewhere when the pages are read.
html_theme_options = {"source_repository": "", "footer_icons": []}
html_show_sphinx = False
