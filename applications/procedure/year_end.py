"""The end of an application as a year's report counts it."""

from itertools import zip_longest

from applications.procedure.facts import Facts
from applications.procedure.folding import after, opened
from applications.procedure.record import Record, in_effect


def first_year_end(record: Record) -> Facts | None:
    """What a lawful `record` held at the close of the first year after which nothing was left to
    answer; of the year under way, what it holds now. None while something is.

    What a review or judgment opens again within that year is still open or ends otherwise; what it
    opens again later was counted then and isn't counted twice. So a year that was reported stays,
    and what one carries forward is what the next carries over. 国办公开办函〔2021〕30号 is silent
    on it.
    """
    first, *events = [entry.event for entry in in_effect(record)]
    facts = opened(first)  # type: ignore[arg-type]
    for event, following in zip_longest(events, events[1:]):
        facts = after(facts, event)
        closes = following is None or following.on.year > event.on.year
        if facts.ended and closes:
            return facts
    return None
