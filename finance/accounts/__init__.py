"""村集体账户、科目和记账规则: what a village keeps books on, and by which rules."""
