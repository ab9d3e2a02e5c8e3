"""村民代表会议决议: who met, how they voted, and the four discussions and two disclosures."""
