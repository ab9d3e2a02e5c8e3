"""村级财务收支逐笔公开: what village accountants keep, read, proven and posted entry by entry."""
