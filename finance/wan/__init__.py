"""万元: amounts kept in yuan that officials type and read in ten thousands."""
