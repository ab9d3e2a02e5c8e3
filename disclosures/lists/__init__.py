"""公示名单、发放名单: who gets what, shown with names for as long as the notice runs."""
