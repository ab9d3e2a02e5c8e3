"""预算执行: how much of the year's budget is done, by month or quarter."""
