import { writeFileSync } from 'node:fs';
import { BACKUP_APP, BACKUP_FORMAT } from '../src/lib/storage/backup';
import { checksumOf } from '../src/lib/storage/checksum';

const DAY_MS = 86_400_000;
/** A set holds at most this many items. */
const PER_SET = 500;

/**
 * Writes a backup file with sets of `cards` cards in all, each answered twice so that it is due by now.
 * Usage: tsx scripts/bench-seed.ts <cards> <file>
 */
async function writeSeed(cards: number, file: string, now: number): Promise<void> {
	const sets = Array.from({ length: Math.ceil(cards / PER_SET) }, (_, index) => ({
		id: `benchmark${index + 1}`,
		title: `Benchmark ${index + 1}`,
		lang: 'en',
		origin: 'received',
		revision: 1,
		addedAt: now - 30 * DAY_MS,
		topics: [],
		items: Array.from({ length: Math.min(PER_SET, cards - index * PER_SET) }, (_, item) => toItem(index + 1, item + 1))
	}));
	const ids = sets.flatMap((set) => set.items.map(({ number }) => `${set.id}.${number}.1`));
	const events = ids.flatMap((card, index) =>
		[20, 19].map((daysAgo, nth) => {
			const at = now - daysAgo * DAY_MS + index * 1000;
			const seq = index * 2 + nth;
			const id = `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
			const day = Math.floor(at / DAY_MS);
			return { kind: 'review', id, device: 'benchmark', seq, at, day, card, rating: 3, tookMs: 4000 };
		})
	);
	const body = {
		app: BACKUP_APP,
		format: BACKUP_FORMAT,
		exportedAt: now,
		device: 'benchmark',
		events,
		sets,
		attempts: [],
		settings: { reviewsPerDay: 9999 }
	};
	writeFileSync(file, JSON.stringify({ ...body, checksum: await checksumOf(body) }));
}

function toItem(volume: number, number: number) {
	return {
		number,
		id: String(number),
		revision: 1,
		type: 'basic',
		stem: `Volume ${volume}, question ${number}: what does entry ${number} of the register say about its neighbours?`,
		answer: `That it stands between ${number - 1} and ${number + 1}.`,
		explanation: 'The register is numbered without gaps, so each entry has exactly two neighbours.'
	};
}

const [cards = '1000', file = 'seed.json'] = process.argv.slice(2);
await writeSeed(Number(cards), file, Date.now());
