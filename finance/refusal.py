from disclosures.flow.refusal import CannotMove


class CannotPost(CannotMove):
    """A move in the books that is not allowed; `findings` are sentences for the screen."""
