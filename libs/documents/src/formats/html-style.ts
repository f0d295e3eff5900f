/** Of the printable page. Severities are told by words; colour only helps. */
export const htmlStyle = `
:root { color-scheme: light; --ink: #1f2933; --quiet: #616e7c; --rule: #cbd2d9; --blue: #0b6fb8; --pale: #f0f4f8; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 2rem 3rem; font: 14px/1.45 Roboto, "Segoe UI", Arial, sans-serif; color: var(--ink); background: #fff; }
header { border-bottom: 3px solid var(--blue); margin-bottom: 1.2rem; padding-bottom: .6rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .1rem 0; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; padding-bottom: .15rem; border-bottom: 1px solid var(--rule); break-after: avoid; }
h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; break-after: avoid; }
p { margin: .35rem 0 .6rem; }
.organization { color: var(--quiet); margin: 0; }
.subtitle { font-size: 1.05rem; margin: 0; color: var(--blue); font-weight: 600; }
.banner { background: #fff3c4; border: 1px solid #b7791f; padding: .4rem .8rem; font-weight: 600; margin: 0 0 1rem; }
.lead { font-size: 1.05rem; }
.note { color: var(--quiet); font-size: .9em; }
.warning:is(p) { border-left: 4px solid #b7791f; padding-left: .6rem; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; margin: 0 0 1rem; }
.figures div { background: var(--pale); border-top: 3px solid var(--blue); padding: .5rem .8rem .6rem; break-inside: avoid; }
.figures dt { color: var(--quiet); font-size: .85em; }
.figures dd { margin: 0; }
.figures b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures span { color: var(--quiet); font-size: .85em; }
figure { margin: .4rem 0 .8rem; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; font-size: .86em; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-size: .94em; letter-spacing: -.01em; vertical-align: bottom; border-bottom: 2px solid var(--ink); padding: .25rem .35rem; font-weight: 600; hyphens: auto; }
td { vertical-align: top; border-bottom: 1px solid #e4e7eb; padding: .22rem .35rem; hyphens: auto; }
/* Sources, identifiers and hashes have no blank to break at. */
td.quiet { overflow-wrap: anywhere; }
tbody tr:nth-child(even) { background: #f8fafc; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; hyphens: manual; }
th.number { white-space: normal; hyphens: auto; }
.day { white-space: nowrap; }
.total td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 700; background: #fff; }
.quiet { color: var(--quiet); }
.strong { font-weight: 600; }
td.critical { color: #9b1c1c; font-weight: 700; }
td.warning { color: #975a16; font-weight: 600; }
td.watch { color: #2c5282; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .4rem; color: var(--quiet); font-size: .78em; overflow-wrap: anywhere; }
@page { size: A4; margin: 16mm 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } table { font-size: 8pt; } .figures b { font-size: 16pt; } }
@media (max-width: 44rem) { .figures { grid-template-columns: repeat(2, 1fr); } main { overflow-x: auto; } table { min-width: 40rem; } }
`;
