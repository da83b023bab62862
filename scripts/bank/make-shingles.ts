// Usage: tsx scripts/bank/make-shingles.ts <bank id> <article.md>
import { readFileSync, writeFileSync } from 'node:fs';
import { bodyOfArticle, makeShingles } from './shingles';

const [bank, article] = process.argv.slice(2);
if (bank === undefined || article === undefined) {
	console.error('Usage: tsx scripts/bank/make-shingles.ts <bank id> <article.md>');
	process.exit(1);
}
const shingles = makeShingles(bodyOfArticle(readFileSync(article, 'utf8')));
const path = `questions/${bank}/article-shingles.json`;
writeFileSync(path, `${JSON.stringify(shingles, null, '\t')}\n`);
console.log(`${path}: ${String(shingles.hashes.length)} runs of ${String(shingles.words)} words`);
