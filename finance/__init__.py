"""Public money (财政资金、村级财务): budgets, ledgers, audits, projects and levies live here."""
