import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS, type Accommodations } from '$lib/domain/accommodations';
import { checkOfAssigned, itemsOfAssignment, paperOf, seedOfForm } from '$lib/domain/assigned-paper';
import type { Assignment } from '$lib/domain/assignment';
import type { AssignmentResult, GapSum } from '$lib/domain/assignment-result';
import { cleanName } from '$lib/domain/clean-text';
import type { Item } from '$lib/domain/item';
import { TIME_FACTORS, type AnsweredQuestion, type Paper } from '$lib/domain/quiz';
import { err, ok, type Result } from '$lib/domain/result';
import type { DurationMs } from '$lib/domain/units';
import { restoreResponse } from '$lib/domain/withhold-keys';
import { BitReader, BitWriter } from './bits';
import type { Bytes } from './bytes';
import { readAnswers, writeAnswers } from './packed-answers';
import { readText, writeText } from './packed-text';
import { invalidAt, type ShapeError } from './shape-error';

const [SEED_BITS, CHECK_BITS, SECONDS_BITS, FACTOR_BITS] = [32, 8, 32, 2];
/** The first time factor that these bits do not hold: such a one follows the answers, so that all before stays as it was. */
const FIRST_LATE_FACTOR = 2 ** FACTOR_BITS;

/** An assignment with the items of its set or bank, as its giver has them. */
export type AssignmentItems = { readonly assignment: Assignment; readonly items: readonly Item[] };

/**
 * Packs a result: what is known from the assignment and the paper is left out. Times but those of answers are in seconds.
 * @param items that the learner was asked
 * @param paper that the learner had
 */
export function packResult(
	result: AssignmentResult,
	assignment: Assignment,
	items: readonly Item[],
	paper: Paper
): Bytes {
	const writer = new BitWriter();
	writer.writeFlag(false);
	writeSeed(writer, result.seed, assignment);
	writer.write(result.paperCheck, CHECK_BITS);
	writer.writeNumber(result.sitting - 1);
	writer.write(Math.floor(result.startedAt / 1000), SECONDS_BITS);
	writer.writeNumber(Math.round(result.tookMs / 1000));
	writer.writeFlag(result.timedOut);
	writer.writeFlag(result.lateMs > 0);
	// Rounded up: handed in late by a moment is late.
	if (result.lateMs > 0) writer.writeNumber(Math.ceil(result.lateMs / 1000));
	for (const sum of [result.away, result.clockBack, result.paused]) writeGaps(writer, sum);
	writeAccommodations(writer, result.accommodations);
	writeText(writer, cleanName(result.name));
	const byNumber = new Map(items.map((item) => [item.number, item]));
	writeAnswers(
		writer,
		paper.map(({ item }, index) => ({ item: byNumber.get(item), answer: result.answers[index] ?? null }))
	);
	writeLateFactor(writer, result.accommodations);
	return writer.toBytes();
}

/** Why packed bytes are no result here. `other-edition`: the learner had other questions, or other editions of them. */
export type UnpackError = ShapeError | { readonly kind: 'other-edition' };

/**
 * Reads what `packResult` packed. With another edition of the items than the learner had, it may be unreadable, or read
 * although its `paperCheck` is another one.
 * @returns the result, its responses in terms of the items as written, also where the assignment withholds their keys
 */
export function unpackResult(
	bytes: Uint8Array,
	{ assignment, items }: AssignmentItems
): Result<AssignmentResult, UnpackError> {
	const reader = new BitReader(bytes);
	if (reader.readFlag()) return err(invalidAt('head'));
	const seed = readSeed(reader, assignment);
	const head = {
		assignment: assignment.id,
		seed,
		paperCheck: reader.read(CHECK_BITS),
		sitting: reader.readNumber() + 1,
		startedAt: reader.read(SECONDS_BITS) * 1000,
		tookMs: reader.readNumber() * 1000,
		timedOut: reader.readFlag(),
		lateMs: reader.readFlag() ? reader.readNumber() * 1000 : 0,
		away: readGaps(reader),
		clockBack: readGaps(reader),
		paused: readGaps(reader),
		accommodations: readAccommodations(reader)
	};
	const name = readText(reader);
	if (name === null || reader.left < 0) return err(invalidAt('name'));
	const asked = new Map(itemsOfAssignment(assignment, items).map((item) => [item.number, item]));
	const paper = paperOf(assignment, items, seed);
	const answers = readAnswers(
		reader,
		paper.map(({ item }) => asked.get(item))
	);
	const accommodations = readLateFactor(reader, head.accommodations);
	if (typeof answers === 'number' || !accommodations.ok || !reader.isUsedUp) {
		// Answers to other questions have other lengths: nobody need have changed anything.
		if (head.paperCheck !== checkOfAssigned(assignment, items, seed)) return err({ kind: 'other-edition' });
		if (typeof answers === 'number') return err(invalidAt(`answers.${String(answers)}`));
		return accommodations.ok ? err(invalidAt('answers')) : accommodations;
	}
	const restored = assignment.keyPolicy === 'withheld' ? restoreAnswers(answers, paper, items) : answers;
	return ok({ ...head, accommodations: accommodations.value, name: cleanName(name), answers: restored });
}

function restoreAnswers(
	answers: readonly (AnsweredQuestion | null)[],
	paper: Paper,
	items: readonly Item[]
): (AnsweredQuestion | null)[] {
	const written = new Map(items.map((item) => [item.number, item]));
	return answers.map((answer, index) => {
		const item = written.get(paper[index]?.item ?? 0);
		const response = answer?.response ?? null;
		return answer === null || response === null || item === undefined
			? answer
			: { ...answer, response: restoreResponse(item, response) };
	});
}

/** 0 for form A, 10 for form B, 11 and 32 bits for any other seed. */
function writeSeed(writer: BitWriter, seed: number, assignment: Assignment): void {
	const [isA, isB] = [seed === seedOfForm(assignment, 'A'), seed === seedOfForm(assignment, 'B')];
	writer.writeFlag(!isA);
	if (isA) return;
	writer.writeFlag(!isB);
	if (!isB) writer.write(seed, SEED_BITS);
}

function readSeed(reader: BitReader, assignment: Assignment): number {
	if (!reader.readFlag()) return seedOfForm(assignment, 'A');
	return reader.readFlag() ? reader.read(SEED_BITS) : seedOfForm(assignment, 'B');
}

function writeGaps(writer: BitWriter, { count, ms }: GapSum): void {
	writer.writeFlag(count > 0);
	if (count === 0) return;
	writer.writeNumber(count);
	writer.writeNumber(Math.round(ms / 1000));
}

function readGaps(reader: BitReader): { readonly count: number; readonly ms: DurationMs } {
	if (!reader.readFlag()) return { count: 0, ms: 0 };
	return { count: reader.readNumber(), ms: reader.readNumber() * 1000 };
}

function writeAccommodations(writer: BitWriter, stated: AssignmentResult['accommodations']): void {
	writer.writeFlag(stated !== null);
	if (stated === null) return;
	for (const key of ACCOMMODATION_KEYS) writer.writeFlag(stated[key]);
	const factor = TIME_FACTORS.indexOf(stated.factor);
	writer.write(factor < FIRST_LATE_FACTOR ? factor : 0, FACTOR_BITS);
}

function readAccommodations(reader: BitReader): AssignmentResult['accommodations'] {
	if (!reader.readFlag()) return null;
	const flags = ACCOMMODATION_KEYS.map((key) => [key, reader.readFlag()] as const);
	const stated: Accommodations = { ...NO_ACCOMMODATIONS, ...Object.fromEntries(flags) };
	return { ...stated, factor: TIME_FACTORS[reader.read(FACTOR_BITS)] ?? 1 };
}

function writeLateFactor(writer: BitWriter, stated: AssignmentResult['accommodations']): void {
	const factor = stated === null ? 0 : TIME_FACTORS.indexOf(stated.factor);
	if (factor < FIRST_LATE_FACTOR) return;
	writer.writeFlag(true);
	writer.writeNumber(factor);
}

/** Reads what follows the answers, where that is more than the zeros that fill the last byte. */
function readLateFactor(
	reader: BitReader,
	stated: AssignmentResult['accommodations']
): Result<AssignmentResult['accommodations'], ShapeError> {
	if (reader.isUsedUp) return ok(stated);
	const number = reader.readFlag() ? reader.readNumber() : 0;
	if (stated?.factor !== 1 || number < FIRST_LATE_FACTOR) return err(invalidAt('answers'));
	const factor = TIME_FACTORS[number];
	return factor === undefined ? err({ kind: 'newer-version' }) : ok({ ...stated, factor });
}
