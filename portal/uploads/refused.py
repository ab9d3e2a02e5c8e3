class Refused(ValueError):
    """A file is not taken; the message is a sentence for the one who sent it."""
