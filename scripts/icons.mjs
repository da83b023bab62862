// Draws the app icons from static/favicon.svg and the picture of link previews from og.svg with a real browser: npm run icons.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { ROOT } from './ensure-installed.mjs';

const svg = readFileSync(`${ROOT}static/favicon.svg`, 'utf8');
const square = svg.replace('rx="12" ', '');
/** Name, size, drawing, and how much of the square the drawing takes: maskable icons keep a safe zone. */
const ICONS = [
	['icon-192', 192, svg, 1],
	['icon-512', 512, svg, 1],
	['maskable-512', 512, square, 0.78],
	['apple-touch-icon', 180, square, 0.9]
];

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const [name, size, drawing, share] of ICONS) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const url = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
	await page.setContent(
		`<body style="margin:0;background:#f9f9f7;display:grid;place-items:center;height:100vh"><img src="${url}" width="${size * share}">`
	);
	const omitBackground = share === 1;
	if (omitBackground) await page.evaluate(() => (document.body.style.background = 'transparent'));
	writeFileSync(`${ROOT}static/icons/${name}.png`, await page.screenshot({ omitBackground }));
	await page.close();
}
const preview = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await preview.setContent(`<body style="margin:0">${readFileSync(`${ROOT}scripts/og.svg`, 'utf8')}</body>`);
writeFileSync(`${ROOT}static/og.png`, await preview.screenshot());
await browser.close();
