"""预算和决算: of the township, its offices and schools, line by line, year against year."""
