"""
Articles written down: JSON, plain text, Markdown, JSON-LD. The model knows none of them.
"""
