"""村集体资产、资源、合同、债权债务: what a village owns, lets, is owed and owes, year by year."""
