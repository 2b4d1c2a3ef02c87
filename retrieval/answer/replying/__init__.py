"""What is shown of the findings: citations, refusals, bylines and what else was meant."""
