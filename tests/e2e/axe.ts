import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** No rule of WCAG, but how people who hear a page find their way about it. */
const HEADING_ORDER = 'heading-order';

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

/** @returns what breaks WCAG 2.2 A or AA on the page as it stands, one line for each element */
export async function violations(page: Page): Promise<string[]> {
	// A screen that is still fading in has colours between two others; what is taken away meanwhile fades no longer.
	await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
	await page.evaluate(SOURCE);
	const found = await run(page, { runOnly: TAGS, rules: { [HEADING_ORDER]: { enabled: true } } });
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`)
	);
}

function run(page: Page, options: object): Promise<Violation[]> {
	return page.evaluate(async (given) => {
		const { axe } = window as unknown as {
			axe: { run: (context: Document, options: object) => Promise<{ violations: Violation[] }> };
		};
		return (await axe.run(document, { ...given, resultTypes: ['violations'] })).violations;
	}, options);
}
