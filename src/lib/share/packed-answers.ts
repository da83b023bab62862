import type { Item } from '$lib/domain/item';
import { CONFIDENCES, type AnsweredQuestion } from '$lib/domain/quiz';
import type { BitReader, BitWriter } from './bits';
import { readResponse, toPackable, writeResponse } from './packed-response';
import { fromTimeStep, TIME_BITS, toTimeStep } from './packed-time';
import { readText, writeText } from './packed-text';

const [CONFIDENCE_BITS, MISSES_BITS] = [2, 2];
const MOST_MISSES = 2 ** MISSES_BITS - 1;
/** Longest report of a faulty question that travels, in UTF-16 code units. */
const MAX_REPORT = 1_000;

/** Which of the things that most results lack one of the answers has: a bit each, in this order. */
type Extras = {
	readonly confidence: boolean;
	readonly misses: boolean;
	readonly overruled: boolean;
	readonly report: boolean;
};

/** What is answered to one question of the paper; the item is undefined when the bank here lacks it. */
export type AskedAnswer = { readonly item: Item | undefined; readonly answer: AnsweredQuestion | null };

/** Writes the answers of a paper, one after the other. */
export function writeAnswers(writer: BitWriter, asked: readonly AskedAnswer[]): void {
	const answers = asked.flatMap(({ answer }) => answer ?? []);
	const extras: Extras = {
		confidence: answers.some(({ confidence }) => confidence !== undefined),
		misses: answers.some(({ misses = 0 }) => misses > 0),
		overruled: answers.some(({ overruled }) => overruled === true),
		report: answers.some(({ report = '' }) => report !== '')
	};
	writer.writeFlag(extras.confidence);
	writer.writeFlag(extras.misses);
	writer.writeFlag(extras.overruled);
	writer.writeFlag(extras.report);
	for (const { item, answer } of asked) writeAnswer(writer, item, answer, extras);
}

/**
 * Reads as many answers as there are items.
 * @returns the index of the first unreadable one in place of the answers
 */
export function readAnswers(
	reader: BitReader,
	items: readonly (Item | undefined)[]
): readonly (AnsweredQuestion | null)[] | number {
	const extras: Extras = {
		confidence: reader.readFlag(),
		misses: reader.readFlag(),
		overruled: reader.readFlag(),
		report: reader.readFlag()
	};
	const answers: (AnsweredQuestion | null)[] = [];
	for (const [index, item] of items.entries()) {
		const answer = readAnswer(reader, item, extras);
		if (answer === undefined || reader.left < 0) return index;
		answers.push(answer);
	}
	return answers;
}

function writeAnswer(writer: BitWriter, item: Item | undefined, answer: AnsweredQuestion | null, extras: Extras): void {
	const response = item === undefined || answer === null ? null : toPackable(item, answer.response);
	writer.writeFlag(response !== null);
	if (response === null) writer.writeFlag(answer !== null);
	if (answer === null) return;
	writer.write(toTimeStep(answer.tookMs), TIME_BITS);
	if (item !== undefined && response !== null) {
		writeResponse(writer, item, response);
		const { confidence } = answer;
		if (extras.confidence) {
			writer.write(confidence === undefined ? 0 : CONFIDENCES.indexOf(confidence) + 1, CONFIDENCE_BITS);
		}
		if (extras.overruled) writer.writeFlag(answer.overruled === true);
	}
	if (extras.misses) writer.write(Math.min(answer.misses ?? 0, MOST_MISSES), MISSES_BITS);
	if (!extras.report) return;
	const report = (answer.report ?? '').slice(0, MAX_REPORT);
	writer.writeFlag(report !== '');
	if (report !== '') writeText(writer, report);
}

/** @returns undefined when there is no answer to read */
function readAnswer(reader: BitReader, item: Item | undefined, extras: Extras): AnsweredQuestion | null | undefined {
	const isAnswered = reader.readFlag();
	if (!isAnswered && !reader.readFlag()) return null;
	const tookMs = fromTimeStep(reader.read(TIME_BITS));
	const response = isAnswered && item !== undefined ? readResponse(reader, item) : null;
	if (isAnswered && response === null) return undefined;
	const confidence = isAnswered && extras.confidence ? CONFIDENCES[reader.read(CONFIDENCE_BITS) - 1] : undefined;
	const overruled = isAnswered && extras.overruled && reader.readFlag();
	const misses = extras.misses ? reader.read(MISSES_BITS) : 0;
	const report = extras.report && reader.readFlag() ? readText(reader) : '';
	if (report === null) return undefined;
	return {
		response,
		tookMs,
		...(confidence === undefined ? {} : { confidence }),
		...(misses > 0 ? { misses } : {}),
		...(overruled ? { overruled: true as const } : {}),
		...(report === '' ? {} : { report })
	};
}
