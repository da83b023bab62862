import { violationAt } from './parse-bank';
import type { LocatedItem, SourceBank } from './parse-bank';
import { hasPhrase } from './style';
import type { Style } from './style';
import type { Violation } from './violation';
import { countWords } from './words';

const MAX_EXPLANATION_WORDS = 60;
const MAX_GLOSSARY_WORDS = 40;
const AFTER_ARTICLE = 'after_article';

/** Applies the rules of good questions that the schema cannot know. */
export function checkItems(source: SourceBank, style: Style): Violation[] {
	const paragraphs = source.bank?.value.article.paragraphs ?? Infinity;
	return [
		...source.items.flatMap((at) => [
			...checkExplanation(at),
			...checkParagraphs(at, paragraphs),
			...checkDate(at, source.bank?.value.defaultAsOf),
			...checkOptions(at, style),
			...checkOrder(at),
			...checkMatching(at)
		]),
		...source.glossary.flatMap((at) => {
			const words = countWords(at.value.text);
			if (words <= MAX_GLOSSARY_WORDS) return [];
			return [
				violationAt(at, ['text'], `${String(words)} words; a glossary text has at most ${String(MAX_GLOSSARY_WORDS)}.`)
			];
		}),
		...checkCompanion(source)
	];
}

function checkExplanation(at: LocatedItem): Violation[] {
	const words = countWords(at.value.explanation);
	if (words <= MAX_EXPLANATION_WORDS) return [];
	const message = `${String(words)} words; an explanation has at most ${String(MAX_EXPLANATION_WORDS)}.`;
	return [violationAt(at, ['explanation'], message)];
}

function checkParagraphs(at: LocatedItem, last: number): Violation[] {
	if (at.value.paragraphs.every((paragraph) => paragraph <= last)) return [];
	return [violationAt(at, ['paragraphs'], `The article has ${String(last)} paragraphs.`)];
}

function checkDate(at: LocatedItem, defaultAsOf: string | undefined): Violation[] {
	const { tags, asOf } = at.value;
	if (tags?.includes(AFTER_ARTICLE) !== true || defaultAsOf === undefined) return [];
	if (asOf !== undefined && asOf > defaultAsOf) return [];
	return [violationAt(at, ['tags'], `An item tagged ${AFTER_ARTICLE} needs its own, later asOf.`)];
}

function checkOptions(at: LocatedItem, style: Style): Violation[] {
	const item = at.value;
	if (item.type !== 'single-choice' && item.type !== 'multiple-choice') return [];
	const seen = new Set<string>();
	return item.options.flatMap(({ text, correct, rationale }, i) => {
		const field = ['options', i];
		const found = style.avoidInOptions.filter((phrase) => hasPhrase(text, phrase));
		const violations = found.map((phrase) => violationAt(at, field, `No option says "${phrase}".`));
		if (correct !== true && rationale === undefined) {
			violations.push(violationAt(at, field, 'A wrong option needs a rationale.'));
		}
		if (seen.has(text)) violations.push(violationAt(at, field, 'This option is there already.'));
		seen.add(text);
		return violations;
	});
}

/** Dates of different precision are compared as far as both go. */
function checkOrder(at: LocatedItem): Violation[] {
	if (at.value.type !== 'ordering') return [];
	const { entries } = at.value;
	return entries.flatMap(({ date }, i) => {
		const before = entries[i - 1]?.date;
		if (date === undefined || before === undefined) return [];
		const length = Math.min(date.length, before.length);
		if (before.slice(0, length) <= date.slice(0, length)) return [];
		return [violationAt(at, ['entries', i, 'date'], `This date lies before ${before}, the one above it.`)];
	});
}

function checkMatching(at: LocatedItem): Violation[] {
	if (at.value.type !== 'matching') return [];
	const { pairs, extra = [] } = at.value;
	const right = [...pairs.map((pair) => pair.right), ...extra];
	return [
		...(extra.length === 0 ? [violationAt(at, [], 'Matching needs at least one surplus option in "extra".')] : []),
		...(new Set(right).size < right.length ? [violationAt(at, ['pairs'], 'Two right-hand sides are the same.')] : [])
	];
}

function checkCompanion({ bank, companion }: SourceBank): Violation[] {
	if (bank === null || companion.length === 0) return [];
	const { paragraphs } = bank.value.article;
	const violations = companion.flatMap((at, i) =>
		at.value.number === i + 1 ? [] : [violationAt(at, ['number'], `This is paragraph ${String(i + 1)}.`)]
	);
	const [first] = companion;
	if (companion.length !== paragraphs && first !== undefined) {
		const message = `The companion has ${String(companion.length)} paragraphs, the article ${String(paragraphs)}.`;
		violations.push({ file: first.file.path, line: 1, message });
	}
	return violations;
}
