import { describe, expect, it } from 'vitest';
import { meanOf, varianceOf } from '$lib/domain/analysis/moments';
import { feldtInterval, reliabilityOf } from '$lib/domain/analysis/reliability';
import { anAnswer, classOf, sittingsOf } from './sittings';

/**
 * The worked example of Wuensch, "The Kuder-Richardson 20": ten students, ten items.
 * @see https://core.ecu.edu/wuenschk/StatHelp/KR20.txt
 */
const TEN_BY_TEN = [
	'1111110110',
	'1011011101',
	'1111011001',
	'0010001000',
	'0000010010',
	'1110111111',
	'1101110111',
	'1111111101',
	'0101111101',
	'1101101110'
].map((row) => Array.from(row, Number));
const SHARES = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6];
const SUMS = [8, 7, 7, 2, 2, 9, 8, 9, 7, 7];

describe('reliabilityOf', () => {
	it('gives the KR-20 of a published example: item variances of 2.18 together against 5.84 of the sums', () => {
		const sums = TEN_BY_TEN.map((row) => row.reduce((sum, credit) => sum + credit, 0));
		expect(sums).toEqual(SUMS);
		expect(SHARES.map((_, item) => meanOf(TEN_BY_TEN.map((row) => row[item] ?? 0)))).toEqual(SHARES);
		expect((varianceOf(sums) * 9) / 10).toBeCloseTo(5.84, 10);
		// Ten are too few for us. Everyone twice has the same variances, so the same KR-20: 10/9 (1 - 2.18/5.84).
		const twice = reliabilityOf(sittingsOf([...TEN_BY_TEN, ...TEN_BY_TEN]));
		expect(twice?.alpha.value).toBeCloseTo(0.6963, 4);
		expect(reliabilityOf(sittingsOf(TEN_BY_TEN))).toBeNull();
	});

	it("has Feldt's interval: alpha 0.913 of 873 learners and 20 items lies between 0.904 and 0.921", () => {
		// Worked example of the MRC Cognition and Brain Sciences Unit: imaging.mrc-cbu.cam.ac.uk/statswiki/FAQ/cafun
		const { low, high } = feldtInterval(0.913, 873, 20);
		expect(low).toBeCloseTo(0.9044024, 6);
		expect(high).toBeCloseTo(0.9211588, 6);
	});

	it('says nothing of fewer than 20 learners, of two items, or where all score alike', () => {
		const able = (learner: number) => [1, 2, 3].map((item) => anAnswer(item, { credit: learner % 2 }));
		expect(reliabilityOf(classOf(20, able))?.alpha.value).toBeCloseTo(1, 9);
		expect(reliabilityOf(classOf(19, able))).toBeNull();
		expect(reliabilityOf(classOf(20, (learner) => able(learner).slice(0, 2)))).toBeNull();
		expect(reliabilityOf(classOf(20, () => able(1)))).toBeNull();
		expect(reliabilityOf([])).toBeNull();
	});

	it('is about the items that all papers share, or about the commonest paper where that has more', () => {
		const credit = (learner: number, item: number) => ((learner * 7 + item * 3) % 5 < 2 ? 1 : 0);
		const asked = (learner: number, items: readonly number[]) =>
			items.map((item) => anAnswer(item, { credit: credit(learner, item) }));
		// Form A has items 1 to 6, form B items 1 to 4 and two of its own.
		const shared = classOf(30, (learner) => asked(learner, learner < 15 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 7, 8]));
		expect(reliabilityOf(shared)).toMatchObject({ items: 4, alpha: { n: 30 } });
		const common = classOf(30, (learner) => asked(learner, learner < 22 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 7, 8]));
		expect(reliabilityOf(common)).toMatchObject({ items: 6, alpha: { n: 22 } });
		const each = classOf(30, (learner) => asked(learner, [learner, learner + 1, learner + 2]));
		expect(reliabilityOf(each)).toBeNull();
	});

	it('does not promise less than chance: an alpha below 0 leaves the whole spread as error', () => {
		const opposed = classOf(40, (learner) => [
			anAnswer(1, { credit: learner % 2 }),
			anAnswer(2, { credit: 1 - (learner % 2) }),
			anAnswer(3, { credit: learner < 20 ? 1 : 0 })
		]);
		const { alpha, error } = reliabilityOf(opposed) ?? { alpha: { value: NaN }, error: NaN };
		expect(alpha.value).toBeLessThan(0);
		expect(error).toBeCloseTo(Math.sqrt((0.25 * 40) / 39) / 3, 9);
	});
});
