import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const I18N = resolve('src/lib/i18n');
const OUT = resolve('node_modules/.cache/backstory-pseudo');

/**
 * Writes a pseudo-localised copy of the messages and returns the path of its inlang project: every text is bracketed and
 * lengthened, so that a string that is not a message, or a layout that only fits English, shows at a glance.
 */
export function writePseudoMessages(): string {
	mkdirSync(`${OUT}/messages/en`, { recursive: true });
	mkdirSync(`${OUT}/project.inlang`, { recursive: true });
	for (const file of readdirSync(`${I18N}/messages/en`)) {
		const messages = JSON.parse(readFileSync(`${I18N}/messages/en/${file}`, 'utf8')) as Record<string, unknown>;
		const pseudo = Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, toPseudo(value)]));
		writeFileSync(`${OUT}/messages/en/${file}`, JSON.stringify(pseudo));
	}
	const settings = JSON.parse(readFileSync(`${I18N}/project.inlang/settings.json`, 'utf8')) as Record<string, unknown>;
	const modules = [resolve('node_modules/@inlang/plugin-message-format/dist/index.js')];
	writeFileSync(`${OUT}/project.inlang/settings.json`, JSON.stringify({ ...settings, modules }));
	return `${OUT}/project.inlang`;
}

/** Brackets a message text; in variants, only the texts on the right-hand side of `match`. */
export function toPseudo(value: unknown): unknown {
	if (typeof value === 'string') return pseudoText(value);
	if (Array.isArray(value)) return value.map(toVariant);
	return value;
}

function toVariant(variant: { match: Record<string, string> }): unknown {
	const match = Object.fromEntries(Object.entries(variant.match).map(([key, text]) => [key, pseudoText(text)]));
	return { ...variant, match };
}

function pseudoText(text: string): string {
	const letters = text.replace(/\{[^}]*\}/g, '').length;
	return `⟦${text}${' ‏ۋ'.repeat(Math.ceil(letters / 12))}⟧`;
}
