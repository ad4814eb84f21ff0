"""The rejects workbench: how causes stand over the runs, the workbook to correct them in."""
