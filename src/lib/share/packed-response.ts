import { deletionNumbers } from '$lib/domain/cloze';
import type { Item } from '$lib/domain/item';
import { isAnswered, type Response } from '$lib/domain/quiz';
import { widthOf, type BitReader, type BitWriter } from './bits';
import { LABEL_NUMBERS, labelOfNumber } from './item-types';
import { readText, writeText } from './packed-text';

/** Steps of 38 m of latitude and of longitude at the equator: an answer is never moved by more than 30 m. */
const [LAT_BITS, LON_BITS] = [18, 19];
const [LAT_STEPS, LON_STEPS] = [2 ** LAT_BITS - 1, 2 ** LON_BITS - 1];
const LABEL_BITS = 2;
const LENGTH_BITS = 4;

/** Longest typed answer that travels, in UTF-16 code units. */
const MAX_TYPED = 500;

/**
 * @returns what of a response can travel: null when nothing was answered, or in a way that this item does not ask for
 */
export function toPackable(item: Item, response: Response | null): Response | null {
	return response !== null && isAnswered(response) && fits(item, response) ? response : null;
}

/**
 * Writes a response in as few bits as its item leaves open.
 * @param response that `toPackable` let through
 */
export function writeResponse(writer: BitWriter, item: Item, response: Response): void {
	switch (response.type) {
		case 'self':
			writer.writeFlag(true);
			writer.writeFlag(response.knew);
			return;
		case 'text':
			if (item.type === 'basic') writer.writeFlag(false);
			for (let place = 0; place < countGaps(item); place += 1) {
				writeText(writer, (response.values[place] ?? '').slice(0, MAX_TYPED));
			}
			return;
		case 'choice':
			writeChoice(writer, item, response.chosen);
			return;
		case 'boolean':
			writer.writeFlag(response.value);
			return;
		case 'order':
			writeOrder(writer, countParts(item), response.order);
			return;
		case 'match':
			for (let place = 0; place < countPairs(item); place += 1) {
				const side = response.right[place] ?? null;
				writer.write(side === null ? 0 : side + 1, widthOf(countParts(item) + 1));
			}
			return;
		case 'point':
			writer.write(Math.round(((response.lat + 90) / 180) * LAT_STEPS), LAT_BITS);
			writer.write(Math.round(((response.lon + 180) / 360) * LON_STEPS), LON_BITS);
			return;
		case 'label':
			writer.write(LABEL_NUMBERS[response.label], LABEL_BITS);
			return;
	}
}

/** @returns the response, or null when there is none of this item */
export function readResponse(reader: BitReader, item: Item): Response | null {
	switch (item.type) {
		case 'basic':
			if (reader.readFlag()) return { type: 'self', knew: reader.readFlag() };
			return readTyped(reader, item);
		case 'short-answer':
		case 'cloze':
			return readTyped(reader, item);
		case 'single-choice': {
			const chosen = reader.read(widthOf(item.options.length));
			return chosen < item.options.length ? { type: 'choice', chosen: [chosen] } : null;
		}
		case 'multiple-choice': {
			const chosen = item.options.flatMap((_, index) => (reader.readFlag() ? [index] : []));
			return { type: 'choice', chosen };
		}
		case 'true-false':
			return { type: 'boolean', value: reader.readFlag() };
		case 'ordering':
			return readOrder(reader, item.entries.length);
		case 'matching':
			return readMatch(reader, item);
		case 'map':
			return {
				type: 'point',
				lat: (reader.read(LAT_BITS) / LAT_STEPS) * 180 - 90,
				lon: (reader.read(LON_BITS) / LON_STEPS) * 360 - 180
			};
		case 'classify': {
			const label = labelOfNumber(reader.read(LABEL_BITS));
			return label === undefined ? null : { type: 'label', label };
		}
	}
}

function fits(item: Item, response: Response): boolean {
	const areParts = (indices: readonly number[], count: number): boolean =>
		indices.every((index) => Number.isInteger(index) && index >= 0 && index < count);
	switch (response.type) {
		case 'self':
			return item.type === 'basic';
		case 'text':
			return countGaps(item) > 0;
		case 'choice':
			if (item.type === 'single-choice') {
				return response.chosen.length === 1 && areParts(response.chosen, item.options.length);
			}
			return item.type === 'multiple-choice' && areParts(response.chosen, item.options.length);
		case 'boolean':
			return item.type === 'true-false';
		case 'order':
			return (
				item.type === 'ordering' &&
				areParts(response.order, item.entries.length) &&
				new Set(response.order).size === response.order.length
			);
		case 'match':
			return (
				item.type === 'matching' &&
				areParts(
					response.right.filter((side) => side !== null),
					countParts(item)
				)
			);
		case 'point':
			return item.type === 'map' && Math.abs(response.lat) <= 90 && Math.abs(response.lon) <= 180;
		case 'label':
			return item.type === 'classify';
	}
}

/** Typed answers that an item asks for. */
function countGaps(item: Item): number {
	if (item.type === 'cloze') return deletionNumbers(item.stem).length;
	return item.type === 'basic' || item.type === 'short-answer' ? 1 : 0;
}

function countPairs(item: Item): number {
	return item.type === 'matching' ? item.pairs.length : 0;
}

/** Entries of an ordering, right sides of a matching. */
function countParts(item: Item): number {
	if (item.type === 'ordering') return item.entries.length;
	return item.type === 'matching' ? item.pairs.length + item.extra.length : 0;
}

function writeChoice(writer: BitWriter, item: Item, chosen: readonly number[]): void {
	if (item.type === 'single-choice') writer.write(chosen[0] ?? 0, widthOf(item.options.length));
	if (item.type === 'multiple-choice') item.options.forEach((_, index) => writer.writeFlag(chosen.includes(index)));
}

/** Each place names one of the entries that are left, so that the last ones take no bits. */
function writeOrder(writer: BitWriter, count: number, order: readonly number[]): void {
	writer.writeFlag(order.length === count);
	if (order.length < count) writer.write(order.length, LENGTH_BITS);
	const left = [...Array(count).keys()];
	for (const entry of order) {
		writer.write(left.indexOf(entry), widthOf(left.length));
		left.splice(left.indexOf(entry), 1);
	}
}

function readOrder(reader: BitReader, count: number): Response | null {
	const length = reader.readFlag() ? count : reader.read(LENGTH_BITS);
	if (length > count) return null;
	const left = [...Array(count).keys()];
	const order: number[] = [];
	while (order.length < length) {
		const index = reader.read(widthOf(left.length));
		if (index >= left.length) return null;
		order.push(...left.splice(index, 1));
	}
	return { type: 'order', order };
}

function readMatch(reader: BitReader, item: Item): Response | null {
	const sides = countParts(item);
	const right = Array.from({ length: countPairs(item) }, () => reader.read(widthOf(sides + 1)));
	if (right.some((side) => side > sides)) return null;
	return { type: 'match', right: right.map((side) => (side === 0 ? null : side - 1)) };
}

function readTyped(reader: BitReader, item: Item): Response | null {
	const values = Array.from({ length: countGaps(item) }, () => readText(reader));
	const texts = values.filter((value) => value !== null);
	return texts.length === values.length ? { type: 'text', values: texts } : null;
}
