"""The mapping document on its travels: workbook, HTML, Markdown and JSON out, workbooks back in."""
