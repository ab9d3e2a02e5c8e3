"""惠民项目: what people may be entitled to, how much of it at which time, and who may apply."""
