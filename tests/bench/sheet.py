"""Reading a workbook as a project does, child and all:  python -m tests.bench.sheet F.xlsx"""

from __future__ import annotations

import json
import sys
import time

from migrator.sources.opening import open_source

if __name__ == "__main__":
    started = time.monotonic()
    source = open_source(sys.argv[1])
    rows = 0
    for table in source.discover():
        rows += sum(batch.rows.num_rows for batch in source.read(table.name))
    source.close()
    print(json.dumps({"seconds": time.monotonic() - started, "rows": rows}))
