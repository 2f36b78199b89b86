"""
Measurements: every figure that the documentation quotes is printed by a script of this folder.
"""
