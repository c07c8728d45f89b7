import type {User} from '../user.ts';
import {slipOf, slipRows} from './slip.ts';

/** A page that loads nothing and runs nothing, whatever is in it. */
const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>PINs</title>
<style>
@page { margin: 12mm; }
body { margin: 0; font: 12pt/1.4 sans-serif; color: #000; background: #fff; }
.slip { margin: 0; padding: 6mm 4mm; border-bottom: 1px dashed #000; break-inside: avoid; page-break-inside: avoid; }
.slip div { display: flex; }
dt { flex: 0 0 24mm; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; font-weight: bold; }
.pin { font-family: monospace; font-size: 16pt; }
</style>
</head>
<body>
`;

/** The hand-out as a page to be printed by a browser; no page break goes through a slip. Yields a slip at a time. */
export function* handOutHtmlChunks(users: readonly User[]): Generator<string, void, void> {
	yield head;
	for (const user of users) yield formatSlip(user);
	yield '</body>\n</html>\n';
}

function formatSlip(user: User): string {
	const rows = slipRows(slipOf(user)).map(([label, value]) => {
		const style = label === 'PIN' ? ' class="pin"' : '';
		return `<div><dt>${label}</dt><dd${style}><bdi>${escapeHtml(value)}</bdi></dd></div>`;
	});
	return `<dl class="slip">${rows.join('')}</dl>\n`;
}

function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
