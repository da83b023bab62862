import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { cleanText } from '$lib/domain/clean-text';
import { err, ok, type Result } from '$lib/domain/result';
import { toSharedSet, type SharedSet } from '$lib/domain/share-model';
import { BitReader, BitWriter } from './bits';
import type { Bytes } from './bytes';
import { MAX_ITEMS, MAX_TEXT } from './limits';
import type { ParseSet } from './link';
import { readRawText, readText, writeText } from './packed-text';
import { fromPlainText, toPlainText } from './positional';
import { invalidAt, type ShapeError } from './shape-error';

/** None, all, does not count, or a share in twelve bits: 2,520 can be divided by every number up to ten. */
const [NOTHING, ALL, LEFT_OUT, SHARE] = [0, 1, 2, 3];
const [KIND_BITS, SHARE_BITS, WHOLE] = [2, 12, 2_520];

/** Packs feedback: sitting, comment, a credit for each question, and the set where the link had withheld its keys. */
export function packFeedback({ sitting, comment, credits, set }: AssignmentFeedback): Bytes {
	const writer = new BitWriter();
	writer.writeFlag(false);
	writer.writeNumber(sitting - 1);
	writeText(writer, cleanText(comment).slice(0, MAX_TEXT));
	writer.writeNumber(credits.length);
	for (const credit of credits) writeCredit(writer, credit);
	writer.writeFlag(set !== undefined);
	if (set !== undefined) writeText(writer, toPlainText({ kind: 'set', set: toSharedSet(set) }));
	return writer.toBytes();
}

/** Reads what `packFeedback` packed. */
export function unpackFeedback(
	bytes: Uint8Array,
	assignment: string,
	parseSet: ParseSet
): Result<AssignmentFeedback, ShapeError> {
	const reader = new BitReader(bytes);
	if (reader.readFlag()) return err(invalidAt('head'));
	const sitting = reader.readNumber() + 1;
	const comment = readText(reader);
	if (comment === null || comment.length > MAX_TEXT) return err(invalidAt('comment'));
	const count = reader.readNumber();
	if (count > MAX_ITEMS) return err(invalidAt('credits'));
	const credits = Array.from({ length: count }, () => readCredit(reader));
	if (credits.some((credit) => credit !== null && credit > 1)) return err(invalidAt('credits'));
	const set = reader.readFlag() ? readSet(reader, parseSet) : ok(undefined);
	if (!set.ok) return set;
	if (!reader.isUsedUp) return err(invalidAt('credits'));
	return ok({ assignment, sitting, comment, credits, ...(set.value === undefined ? {} : { set: set.value }) });
}

function writeCredit(writer: BitWriter, credit: number | null): void {
	if (credit === null || credit <= 0 || credit >= 1) {
		writer.write(credit === null ? LEFT_OUT : credit <= 0 ? NOTHING : ALL, KIND_BITS);
		return;
	}
	writer.write(SHARE, KIND_BITS);
	writer.write(Math.round(credit * WHOLE), SHARE_BITS);
}

function readCredit(reader: BitReader): number | null {
	const kind = reader.read(KIND_BITS);
	if (kind === SHARE) return reader.read(SHARE_BITS) / WHOLE;
	return kind === LEFT_OUT ? null : kind === ALL ? 1 : 0;
}

function readSet(reader: BitReader, parseSet: ParseSet): Result<SharedSet, ShapeError> {
	const plain = readRawText(reader);
	const read = plain === null ? err(invalidAt('set')) : fromPlainText(plain);
	if (!read.ok) return read;
	if (read.value.kind !== 'set') return err(invalidAt('set'));
	const parsed = parseSet(read.value.set);
	return parsed.ok ? ok(toSharedSet(parsed.value)) : err(invalidAt(`set.${parsed.error.issues[0]?.path ?? ''}`));
}
