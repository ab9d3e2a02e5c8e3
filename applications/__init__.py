"""On-request disclosure (依申请公开): how residents ask, and how the township answers."""
