"""What every room stands on: townships, organisations, staff, working days, the trail."""
