/** How the page looks, on screens of any width and in print. */
export const style: string = `
:root { --ink: #1c2430; --soft: #566070; --line: #d5dae1; --ground: #ffffff; --pale: #f5f7f9; --mark: #00568a; --fill: #0072b2; --divide: #c4500a; font: 16px/1.45 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink); background: var(--ground); }
* { box-sizing: border-box; }
body { margin: 0; }
h1 { font-size: 1.35rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0 0 .4rem; }
h3 { font-size: 1.02rem; margin: .8rem 0 .3rem; }
h4 { font-size: .95rem; margin: .4rem 0 .2rem; }
h1, h2, h3, li, td, th, button, label { overflow-wrap: break-word; }
.name, h1, h2, h3 { overflow-wrap: anywhere; }
p { margin: .3rem 0 .6rem; }
small { color: var(--soft); font-size: .8rem; font-weight: normal; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .5rem; z-index: 9; }
:focus-visible { outline: 3px solid #e69f00; outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; justify-content: space-between; padding: .8rem 1.2rem; border-bottom: 1px solid var(--line); background: var(--pale); }
.language { display: flex; gap: .5rem; align-items: center; font-size: .9rem; }
.columns { display: grid; grid-template-columns: 20rem minmax(0, 1fr); gap: 1.4rem; padding: 1rem 1.2rem; max-width: 100rem; margin: 0 auto; align-items: start; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.2rem; align-items: start; min-width: 0; }
#take-away { grid-column: 1 / -1; border-top: 1px solid var(--line); padding-top: .8rem; }
@media (max-width: 75rem) { main { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 50rem) { .columns { grid-template-columns: minmax(0, 1fr); padding: .8rem; } header { padding: .7rem .8rem; } }
.toggle { display: none; }
@media (max-width: 50rem) { .toggle { display: list-item; margin-left: 1.2rem; font-weight: 600; font-size: 1rem; padding: .5rem .2rem; } }
footer { border-top: 1px solid var(--line); padding: .8rem 1.2rem; color: var(--soft); font-size: .82rem; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .9rem; padding: .5rem .8rem .7rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .3rem; }
.field { display: block; margin: .3rem 0 .6rem; font-size: .9rem; }
.field > span, .field > label { display: block; margin-bottom: .15rem; }
input[type="text"], input[type="number"], select { font: inherit; width: 100%; padding: .35rem .5rem; border: 1px solid #8a93a0; border-radius: .3rem; background: #fff; color: inherit; min-height: 2.2rem; }
.language select { width: auto; }
.two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .2rem .9rem; align-items: end; }
.pair .two { align-items: start; }
.hint { color: var(--soft); font-size: .85rem; }
.notice { background: var(--pale); border-left: 4px solid var(--fill); padding: .6rem .8rem; }
.problem { background: #fdf1ea; border-left: 4px solid #b34700; padding: .6rem .8rem; }
.answer { font-weight: 600; }
button { font: inherit; cursor: pointer; background: #fff; color: var(--mark); border: 1px solid #8a93a0; border-radius: .3rem; padding: .35rem .7rem; min-height: 2.2rem; }
button:hover:not(:disabled) { background: #e8f2f9; }
button:disabled { color: #6b7480; cursor: default; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.search { position: relative; margin-bottom: .9rem; }
.search label { font-weight: 600; }
.search ul { position: absolute; z-index: 5; left: 0; right: 0; top: 4.1rem; max-height: 20rem; overflow: auto; margin: 0; padding: .2rem; list-style: none; background: #fff; border: 1px solid #8a93a0; border-radius: .3rem; box-shadow: 0 4px 14px #0003; }
.search li { padding: .4rem .5rem; border-radius: .2rem; cursor: pointer; }
.search li[aria-selected="true"], .search li:hover { background: #d9ecf8; }
.tick { display: flex; gap: .45rem; align-items: baseline; font-size: .9rem; padding: .15rem 0; }
.ticks { display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
summary { cursor: pointer; padding: .25rem 0; font-size: .9rem; }
.dimension { border-top: 1px solid var(--line); padding: .4rem 0; }
.dimension details { padding-left: .6rem; }
.dimension summary { color: var(--soft); font-size: .82rem; }
.slider { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; column-gap: .6rem; grid-template-areas: "name share lock" "range range range"; align-items: center; font-size: .92rem; }
.slider > :first-child { grid-area: name; overflow-wrap: anywhere; }
.slider input[type="range"] { grid-area: range; width: 100%; accent-color: var(--fill); min-height: 1.6rem; }
.slider output { grid-area: share; text-align: right; font-variant-numeric: tabular-nums; }
.slider .lock { grid-area: lock; text-align: right; }
.pick input { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--fill); }
.lock input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--fill); }
.lock label { display: inline-flex; gap: .3rem; align-items: center; font-size: .78rem; color: var(--soft); }
.list { list-style: none; margin: 0; padding: 0; }
.list.long li { content-visibility: auto; contain-intrinsic-size: auto 5rem; }
.list li { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr) 8.5rem 1.6rem; gap: .2rem .6rem; padding: .5rem .3rem; border-top: 1px solid var(--line); }
.list li.chosen { background: #eaf4fb; }
.rank { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
.name { border: 0; padding: 0; min-height: 1.6rem; background: none; text-align: start; font-weight: 600; text-decoration: underline; text-underline-offset: .15em; }
.country { white-space: nowrap; color: var(--soft); font-size: .82rem; }
.reasons { display: block; font-size: .84rem; color: var(--soft); }
.near { font-size: .84rem; }
.near > span { display: block; }
.bar { display: block; height: .5rem; background: #e4e8ed; border-radius: .25rem; overflow: hidden; margin: .15rem 0; }
.fill { display: block; height: 100%; background: var(--fill); }
.fill.divides { background: var(--divide); }
.fill.typical, .fill.weightless { background: #7a8491; }
[role="tablist"] { display: flex; flex-wrap: wrap; gap: .15rem; border-bottom: 2px solid var(--line); margin-bottom: .7rem; }
[role="tab"] { border: 0; border-bottom: 3px solid transparent; border-radius: .3rem .3rem 0 0; color: var(--ink); }
[role="tab"][aria-selected="true"] { border-bottom-color: var(--fill); font-weight: 600; background: #eaf4fb; }
.chart { width: 100%; }
table { width: 100%; border-collapse: collapse; font-size: .86rem; margin: .6rem 0; table-layout: auto; }
caption { text-align: start; color: var(--soft); padding: .2rem 0; }
th, td { text-align: start; padding: .3rem .4rem; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; border-bottom: 2px solid var(--line); }
tbody th { font-weight: normal; }
[role="tabpanel"] { overflow-x: auto; padding: 2px; }
td { font-variant-numeric: tabular-nums; }
.share { display: block; min-width: 4.2rem; }
.standing.ahead { color: #00568a; font-weight: 600; }
.standing.ahead::before { content: "\\25B2  "; }
.standing.behind { color: #a23c00; font-weight: 600; }
.standing.behind::before { content: "\\25BC  "; }
progress { width: 12rem; max-width: 100%; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.mark { display: inline-block; width: .8rem; height: .8rem; border-radius: .15rem; }
.lost { font-size: .85rem; }
@media (max-width: 30rem) {
  .list li { grid-template-columns: 1.6rem minmax(0, 1fr) 1.6rem; }
  .list .near { grid-column: 2; grid-row: 2; display: grid; grid-template-columns: auto minmax(2rem, 1fr) auto; gap: .2rem .6rem; align-items: center; }
  .list .sure { grid-column: 1 / -1; }
  .list .pick { grid-column: 3; grid-row: 1; }
  th, td { padding: .25rem .2rem; font-size: .78rem; }
}
@media print {
  .settings, #take-away, [role="tablist"], .language, .skip, .pick, .buttons, #list > .hint, #panels .hint:not(.key), .search, #panels button:not(.name) { display: none !important; }
  .columns, main { display: block; padding: 0; }
  header { background: none; }
  .list li { break-inside: avoid; content-visibility: visible !important; }
  #panels { break-before: page; }
  .bar { border: 1px solid #777; }
  .fill { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
