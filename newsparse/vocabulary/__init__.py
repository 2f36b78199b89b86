"""
What Chinese newsrooms write: data and small patterns, each with an example that is a test.
"""
