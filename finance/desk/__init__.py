"""The staff's side of the villages' books."""
