"""
Reports: one page explained (inspection), many pages watched (drift), what is declared (sites), a draft for one site more.
"""
