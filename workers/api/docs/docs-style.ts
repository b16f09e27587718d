/** The page's own style: the colours of the web app, light and dark. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --surface: #fbf9f6; --raised: #fff; --text: #1d1a16; --soft: #6a635a; --line: #e4ded5; --accent: #8a5a12; }
@media (prefers-color-scheme: dark) {
  :root { --surface: #0c0a08; --raised: #16130f; --text: #f1ece4; --soft: #a89f93; --line: #2b2620; --accent: #e0a458; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--surface); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre, .path { font: 14px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
pre { overflow-x: auto; padding: 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.layout { display: grid; grid-template-columns: 280px minmax(0, 1fr); max-width: 1240px; margin: 0 auto; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 24px 16px; border-right: 1px solid var(--line); font-size: 14px; }
nav h2 { margin: 20px 0 4px; font-size: 12px; color: var(--soft); text-transform: capitalize; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 4px 8px; border-radius: 6px; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { background: var(--raised); }
main { padding: 24px clamp(16px, 4vw, 48px) 96px; }
h1 { margin: 0; font-size: 28px; }
main > h2 { margin: 56px 0 16px; font-size: 20px; text-transform: capitalize; }
article { margin: 0 0 16px; padding: 16px 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); }
article h3 { margin: 0; font-size: 16px; }
h4 { margin: 20px 0 8px; font-size: 14px; color: var(--soft); }
.path { margin: 4px 0 0; overflow-wrap: anywhere; }
.method { font-weight: 700; color: var(--accent); text-transform: uppercase; }
.access { float: right; font-size: 12px; color: var(--soft); }
.scroll { overflow-x: auto; }
details { margin-top: 12px; font-size: 14px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 500; color: var(--soft); }
th, td { padding: 6px 16px 6px 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; }
.soft { color: var(--soft); }
@media (max-width: 820px) { .layout { grid-template-columns: minmax(0, 1fr); } nav { position: static; height: auto; max-height: 40vh; border: 0; border-bottom: 1px solid var(--line); } }
`;
