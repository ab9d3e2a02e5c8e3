"""三公经费: what they were, how they changed, and whether what is said about them is true."""
