"""主动公开: the catalogue, the items published under it, their policies, files and schedule."""
