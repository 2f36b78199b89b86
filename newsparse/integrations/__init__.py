"""
Bridges into other people's pipelines: one thin file for each, behind an extra, imported only when used.
"""
