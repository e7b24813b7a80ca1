/** The only style sheet of a page; its hash is what the page's content security policy admits. */
export const style = `
:root { color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1c2326; --soft: #566166; --line: #e0ddd5; --later: #d6d3ca;
  --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a;
  --ready-wash: #e2f0ea; --open-wash: #f8efd9; --failed-wash: #fae5e2; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181a; --card: #1c2225; --ink: #e8e6e0; --soft: #a3adb1; --line: #30383c; --later: #434c50;
  --measured: #5cc5a5; --signed: #86b3ee; --failed: #ff8f85; --open: #e0b252;
  --ready-wash: #16302a; --open-wash: #332a14; --failed-wash: #3b1f1d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--signed); outline-offset: 2px; border-radius: 4px; }
code, .mono { font: .86em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; margin: .2rem 0 .7rem; }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 0 0 .9rem; }
h3 { font-size: .78rem; font-weight: 650; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.6rem 0 .5rem; }
section { margin: 2.6rem 0; }
.band { border-bottom: 1px solid var(--line); padding: 2.2rem 0 2rem; }
.band.ready { background: var(--ready-wash); } .band.open { background: var(--open-wash); } .band.failed { background: var(--failed-wash); }
.head { display: grid; grid-template-columns: 1fr auto; gap: 1.5rem 3rem; align-items: center; }
.kicker { margin: 0; color: var(--soft); font-weight: 550; }
.why { font-size: 1.13rem; max-width: 44rem; margin: 0 0 1.1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.6rem; margin: 0; }
.facts div { display: flex; gap: .45rem; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
.ring { width: 12rem; height: 12rem; display: block; }
.ring text { fill: var(--ink); text-anchor: middle; font: 650 21px system-ui, sans-serif; letter-spacing: -.5px; }
.ring .small { fill: var(--soft); font: 500 9.5px system-ui, sans-serif; letter-spacing: 0; }
.measured { --tone: var(--measured); } .signed { --tone: var(--signed); } .failed { --tone: var(--failed); } .open, .waived { --tone: var(--open); } .later { --tone: var(--later); } .refused { --tone: var(--failed); } .missing { --tone: var(--open); }
.ring circle { fill: none; stroke-width: 13; stroke: var(--tone, var(--line)); }
.bar rect { fill: var(--tone, var(--line)); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; padding: 0; margin: 0; }
.legend li { display: flex; align-items: center; gap: .5rem; } .legend b { font-variant-numeric: tabular-nums; }
.dot { width: .75rem; height: .75rem; flex: none; border-radius: 50%; background: var(--tone); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.4rem), 1fr)); gap: .8rem; list-style: none; margin: 0; padding: 0; }
.cards li { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 8px; padding: .8rem 1rem; }
.cards p { margin: .2rem 0 0; color: var(--soft); font-size: .93rem; } .cards .who { color: var(--ink); font-size: 1rem; }
.cards .state { font-size: .9rem; }
.cards .role { display: flex; align-items: baseline; flex-wrap: wrap; justify-content: space-between; gap: 0 .6rem; margin: 0; color: var(--ink); font-size: 1rem; }
.state { color: var(--tone); font-weight: 600; white-space: nowrap; } .later .state { color: var(--soft); }
.rows { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
details + details { border-top: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1fr 9rem 7.5rem 1rem; gap: 1rem; align-items: center; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ''; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); }
details[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
.files .rows { border-width: 1px 0 0; border-radius: 0; }
.figure { white-space: nowrap; font-variant-numeric: tabular-nums; }
.line { grid-column: 1 / -2; }
summary:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
.bar { width: 100%; height: .5rem; display: block; border-radius: 4px; }
.count { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .8rem; padding: .4rem 1rem; }
td { vertical-align: top; padding: .5rem 1rem; border-top: 1px solid var(--line); }
.boxes col.number { width: 4.4rem; } .boxes col.verdict { width: 7.5rem; } .boxes col.text { width: 27%; } .boxes col.when { width: 6rem; }
.boxes table { table-layout: fixed; } .number { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.origin { display: block; color: var(--soft); font-size: .85rem; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; } td time { color: var(--soft); }
.verbatim { margin: 0; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.sha { white-space: nowrap; }
.planned summary { grid-template-columns: 1fr auto 1rem; } .planned .state { text-align: right; } .planned .verbatim { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
.timeline { list-style: none; margin: 0; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line); }
.timeline li { position: relative; padding: .18rem 0; display: grid; grid-template-columns: 5.2rem 9.5rem 1fr; gap: .8rem; }
.timeline li::before { content: ''; position: absolute; left: -1.48rem; top: .62rem; width: .6rem; height: .6rem; border-radius: 50%; background: var(--tone, var(--later)); border: 2px solid var(--paper); }
.timeline time, .timeline .action { color: var(--soft); }
footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); padding-top: 1.2rem; padding-bottom: 2.5rem; }
@media screen and (max-width: 44rem) {
  .head { grid-template-columns: 1fr; } .ring { width: 10rem; height: 10rem; }
  summary { grid-template-columns: 1fr auto 1rem; } summary .bar { grid-column: 1 / -1; grid-row: 2; }
  .boxes thead { position: absolute; clip-path: inset(50%); } .boxes colgroup { display: none; }
  .boxes tr { display: grid; grid-template-columns: 2.4rem 1fr auto; padding: .6rem 1rem; border-top: 1px solid var(--line); gap: .1rem .4rem; }
  .boxes td { display: block; border: 0; padding: 0; } .boxes .fact, .boxes .name { grid-column: 2 / -1; } .boxes .name { font-weight: 550; }
  .boxes tr { grid-template-areas: 'n v w' '. t t' '. f f'; } .boxes .number { grid-area: n; } .boxes .verdict { grid-area: v; } .boxes .when { grid-area: w; } .boxes .name { grid-area: t; } .boxes .fact { grid-area: f; }
  .planned summary { grid-template-columns: 1fr 1rem; } .planned .state { grid-area: 2 / 1; text-align: left; }
  .rows td, .rows th { padding-left: .38rem; padding-right: .38rem; } .rows td { overflow-wrap: anywhere; } .rows th { font-size: .7rem; overflow-wrap: normal; } .rows table { font-size: .86rem; }
  .timeline li { grid-template-columns: 4.6rem 1fr; gap: 0 .8rem; } .timeline .what { grid-column: 1 / -1; }
}
@page { margin: 16mm 14mm 17mm;
  @bottom-left { content: 'Golive'; font: 8pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
@page :first { margin-top: 12mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #111; --soft: #444; --line: #ccc; --later: #ccc; --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a; --ready-wash: #fff; --open-wash: #fff; --failed-wash: #fff; }
  html { font-size: 68%; } body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .band { padding: 0 0 1rem; } section { margin: 1.4rem 0; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; } summary::after { display: none; } summary { background: #f4f4f2; }
  td, th { padding: .25rem .5rem; } summary { padding: .3rem .5rem; } .cards { grid-template-columns: repeat(4, 1fr); } .timeline li { padding: 0; }
  tr, .cards li, .timeline li, summary { break-inside: avoid; } summary, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .rows { overflow: visible; }
}
`;
