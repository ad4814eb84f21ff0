"""The look of the HTML report: one style sheet, no font or picture from elsewhere."""

from __future__ import annotations

GREEN, AMBER, RED, BLUE, VIOLET, GREY = (
    "#178a5a",
    "#b36b00",
    "#c8372d",
    "#2563eb",
    "#6d4bc3",
    "#9aa3b2",
)

CSS = """
:root{--ink:#1b2130;--soft:#5d677a;--line:#e3e6ec;--page:#f5f6f8;--card:#fff;--blue:#2563eb;
--green:#178a5a;--amber:#b36b00;--red:#c8372d;--violet:#6d4bc3}
*{box-sizing:border-box}
html{background:var(--page);-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;max-width:1080px;padding:32px 28px 56px;color:var(--ink);
font:14px/1.6 Vazirmatn,"Segoe UI",Roboto,"Helvetica Neue",Tahoma,Arial,sans-serif}
h1{font-size:26px;line-height:1.3;margin:0 0 2px}
h2{font-size:17px;margin:0 0 12px}
h3{font-size:14px;margin:18px 0 6px;color:var(--soft);font-weight:600}
p{margin:0 0 10px}
.soft{color:var(--soft)}
.small{font-size:12px}
header{display:flex;justify-content:space-between;gap:24px;align-items:flex-start;margin-bottom:20px}
header .mark{color:var(--blue);font-weight:700;font-size:15px;white-space:nowrap}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 22px;
margin:0 0 16px;break-inside:avoid}
.card.long{break-inside:auto}
.kpis{display:grid;grid-template-columns:repeat(5,1fr);gap:12px;margin:0 0 16px}
.kpi{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;
border-block-start:3px solid var(--tone,var(--line))}
.kpi b{display:block;font-size:24px;line-height:1.25;font-variant-numeric:tabular-nums}
.kpi span{color:var(--soft);font-size:12.5px}
.verdict{display:flex;gap:14px;align-items:center;border-inline-start:4px solid var(--tone)}
.verdict svg{flex:none}
.verdict b{font-size:16px;color:var(--tone)}
.verdict p{margin:0}
.good{--tone:var(--green)}.bad{--tone:var(--red)}
.facts{display:grid;grid-template-columns:repeat(3,1fr);gap:8px 24px;margin:0}
.facts div{display:flex;gap:8px;min-width:0}
.facts dt{color:var(--soft);white-space:nowrap}
.facts dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:13px}
th{text-align:start;color:var(--soft);font-weight:600;background:#f5f6f9;padding:7px 10px;
border-block-end:1px solid var(--line)}
td{padding:6px 10px;border-block-end:1px solid var(--line);vertical-align:top;
overflow-wrap:anywhere}
tr:last-child td{border-block-end:0}
thead{display:table-header-group}
tr{break-inside:avoid}
td.n,th.n{text-align:end}
td.n{font-variant-numeric:tabular-nums;white-space:nowrap}
tr.sum td{font-weight:600;background:#fafbfc}
.chip{display:inline-block;border-radius:9px;padding:1px 9px;font-size:12px;font-weight:600;
background:color-mix(in srgb,var(--tone) 12%,#fff);color:var(--tone);white-space:nowrap}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin-top:10px;font-size:12.5px;color:var(--soft)}
.legend i{display:inline-block;width:10px;height:10px;border-radius:3px;margin-inline-end:6px}
svg{display:block;max-width:100%;height:auto}
svg text{font-family:inherit}
code,.mono{font:12px/1.5 ui-monospace,Consolas,Menlo,monospace;overflow-wrap:anywhere}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:36px;margin-top:16px}
.signs div div{border-block-end:1px solid var(--ink);height:40px;display:flex;align-items:flex-end;
color:var(--soft);font-size:12px;padding-block-end:3px}
footer{color:var(--soft);font-size:12px;margin-top:20px}
@page{size:A4;margin:14mm 12mm}
@media print{html{background:#fff}body{max-width:none;padding:0;font-size:11px}
.card,.kpi{border-color:#d5d9e0}table{font-size:10.5px}.kpi b{font-size:19px}h1{font-size:21px}}
@media(max-width:760px){.kpis{grid-template-columns:repeat(2,1fr)}.facts,.signs{grid-template-columns:1fr}}
"""
