"""
Pure readers: text or blocks in, typed values out; they know no site and no engine.
"""
