"""What people take away: the table behind a figure, a workbook, templates to fill in. Everything here takes what was published, and nothing else."""
