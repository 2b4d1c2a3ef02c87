"""An evaluation as one HTML page that needs nothing beside it: figures, plots, and the questions that went wrong."""

from retrieval.evaluation.report.page import report_page

__all__ = ["report_page"]
