"""审计结果 and 整改: what auditors found, whose task it is, by when, and what became of it."""
