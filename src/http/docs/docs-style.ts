/** How the page of the API looks: the colours of the app, paper by day and lamplight by night. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f4ee, #14191d);
  --surface: light-dark(#fffdf9, #1c2328);
  --sunken: light-dark(#ede8de, #0e1215);
  --ink: light-dark(#23201b, #ede8de);
  --ink-2: light-dark(#5f574b, #b7b1a6);
  --lamp: light-dark(#9c4611, #f0b26a);
  --line: light-dark(#ddd5c7, #2c353c);
  --good: light-dark(#2c6a4c, #84c7a3);
  --bad: light-dark(#a0303b, #f09aa0);
  --note: light-dark(#2e5b86, #9cc3ea);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 24px; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--lamp); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--lamp); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 16px; padding: 8px 12px; background: var(--surface); z-index: 1; }
header { padding: 24px; border-block-end: 1px solid var(--line); }
.product { margin: 0 0 12px; font: 560 19px/1.2 Literata, Georgia, serif; }
nav { font-size: 14px; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 3px 0; color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--lamp); }
nav ul ul { display: none; }
main { max-width: 880px; padding: 24px 24px 96px; }
h1, h2 { font: 560 27px/1.25 Literata, Georgia, serif; margin: 0 0 16px; text-wrap: balance; }
h1 { font-size: 34px; }
h2 { margin-block: 64px 20px; padding-block-end: 8px; border-block-end: 1px solid var(--line); }
h3 { margin: 0 0 8px; font-size: 16px; font-weight: 560; overflow-wrap: anywhere; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover code { text-decoration: underline; }
.lead { font-size: 18px; max-width: 68ch; }
p { margin: 0 0 12px; max-width: 72ch; }
article { margin-block: 0 24px; padding: 20px 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; }
article:target { border-color: var(--lamp); }
code, pre { font-family: var(--mono); font-size: .86em; }
pre { margin: 0; padding: 14px 16px; overflow-x: auto; background: var(--sunken); border-radius: 8px; line-height: 1.5; }
pre + p { margin-block-start: 20px; }
.method { font: 600 12px/1 var(--mono); text-transform: uppercase; letter-spacing: .04em; color: var(--ink-2); }
h3 .method { margin-inline-end: 6px; color: var(--note); }
h3 .post { color: var(--good); }
h3 .delete { color: var(--bad); }
h3 .put, h3 .patch { color: var(--lamp); }
nav .method { font-size: 10px; display: inline-block; min-width: 44px; }
.who, .meaning, small, .answer { color: var(--ink-2); }
table { width: 100%; margin: 0 0 16px; border-collapse: collapse; font-size: 14px; }
caption { padding-block: 8px 4px; text-align: start; font-weight: 600; color: var(--ink-2); }
th, td { padding: 6px 12px 6px 0; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
th { width: 36%; }
@media (min-width: 1000px) {
  body { display: grid; grid-template-columns: 320px minmax(0, 1fr); }
  header { position: sticky; top: 0; height: 100dvh; overflow-y: auto; border-block-end: 0; border-inline-end: 1px solid var(--line); }
  nav ul ul { display: block; margin: 0 0 8px; font-size: 13px; }
  nav ul ul a { color: var(--ink-2); overflow-wrap: anywhere; }
  main { padding: 48px 48px 128px; }
}
@media (max-width: 999px) {
  nav > ul { display: flex; flex-wrap: wrap; gap: 4px 20px; }
}
@media (max-width: 560px) {
  main { padding-inline: 16px; }
  article { padding: 16px; }
  tr, th, td { display: block; width: auto; }
  td { border: 0; padding-block-start: 0; }
}
@media print {
  header { display: none; }
  article { break-inside: avoid; }
}
`;
