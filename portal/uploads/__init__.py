"""Files and rich text that people bring: what they really are, what they say, made clean."""
