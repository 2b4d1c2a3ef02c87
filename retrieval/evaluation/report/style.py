"""The look of the report: light or dark as the reader's system has it, black on white in print."""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --soft: #5c5f66; --line: #d9dbe0; --wash: #f4f5f7;
  --blue: #1f5fbf; --faint: #b9cdec; --bad: #b3372f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181d; --ink: #e8e9ec; --soft: #a4a8b0; --line: #3a3e46; --wash: #20232a;
    --blue: #7fb0ff; --faint: #34486b; --bad: #ff8a7a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.meanings { display: block; columns: 2 24rem; column-gap: 2rem; font-size: .875rem; }
.meanings div { break-inside: avoid; display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; }
.warning { border-left: .25rem solid var(--bad); padding-left: .75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; font-size: .875rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th, .words th, .words td { text-align: left; }
tbody th { font-weight: 600; white-space: nowrap; }
tbody tr:first-child { background: var(--wash); }
.words { table-layout: fixed; }
.words tbody tr:first-child { background: none; }
.words td, .words th { overflow-wrap: anywhere; white-space: normal; }
.words .narrow { width: 6.5rem; }
.words .number { text-align: right; width: 6.5rem; }
.numbers td, .number { font-variant-numeric: tabular-nums; }
.quiet { color: var(--soft); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; break-inside: avoid; }
figcaption { color: var(--soft); font-size: .875rem; }
figcaption strong { display: block; color: var(--ink); font-size: 1rem; }
svg { width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 12px; font-family: inherit; }
svg .value, svg .note { fill: var(--ink); }
.bar { fill: var(--blue); }
.bar.bad { fill: var(--bad); }
.bar.faint { fill: var(--faint); }
.grid { stroke: var(--line); stroke-width: 1; }
.axis { stroke: var(--soft); stroke-width: 1; }
.curve { fill: none; stroke: var(--blue); stroke-width: 2; }
.ideal { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 5 4; }
.rule { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 2 3; }
.point { fill: var(--blue); stroke: var(--paper); stroke-width: 1.5; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #eee;
    --blue: #1f5fbf; --faint: #b9cdec; --bad: #b3372f; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: .15rem .25rem; }
  .plots { grid-template-columns: 1fr 1fr; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  h2, h3 { break-after: avoid; }
}
"""
