"""An issued summary as the search finds it."""

from portal.reports.figures.fill import fill
from portal.reports.papers.found import put_paper
from portal.reports.summary.models import WorkSummary
from portal.reports.summary.public import figures_of, improvement_lines, problem_lines


def put_summary(summary: WorkSummary) -> None:
    texts = [*summary.issued["texts"].values(), *problem_lines(summary)]
    figures = figures_of(summary)
    words = (fill(text, figures) for text in [*texts, *improvement_lines(summary)])
    put_paper(summary, words, "工作总结 年终总结")
