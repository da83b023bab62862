import { proseFiles } from './read-bank';
import type { BankFolder } from './read-bank';
import { findSharedRun } from './shingles';
import type { Shingles } from './shingles';
import { hasPhrase } from './style';
import type { Style } from './style';
import type { Violation } from './violation';
import { isProse, toPlainText, withoutQuotations } from './words';

/** Checks every text of every file: the words it uses, and that they are our own. */
export function checkText(folder: BankFolder, style: Style, shingles: Shingles): Violation[] {
	const hashes = new Set(shingles.hashes);
	return proseFiles(folder).flatMap(({ path, texts }) =>
		texts.flatMap(({ text, keys, line }) => {
			const plain = toPlainText(text);
			const run = findSharedRun(plain, hashes);
			const messages = run === null ? [] : [`Shares the words "${run}" with the article; say it in other words.`];
			if (isProse(keys)) messages.push(...avoidedWords(plain, style));
			return messages.map((message) => ({ file: path, line, message }));
		})
	);
}

function avoidedWords(text: string, style: Style): string[] {
	const own = withoutQuotations(text);
	return style.avoid.flatMap(({ words, use }) =>
		words.filter((word) => hasPhrase(own, word)).map((word) => `Avoid "${word}" in our own voice; use: ${use}`)
	);
}
