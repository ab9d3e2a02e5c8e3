"""项目档案: one file for each public work, from the decision to its upkeep."""
