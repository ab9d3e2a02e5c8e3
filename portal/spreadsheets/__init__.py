"""Reading the tables that people send in, and writing the tables that they take away."""
