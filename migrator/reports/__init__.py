"""What leaves the house: the workbook, the HTML report, the sign-off pack."""
