import { describe, expect, it } from 'vitest';
import { METER, toMeterPlace } from '../../../../src/lib/components/share/meter-scale';

const place = (characters: number) => toMeterPlace(characters, 270, 4100);

describe('the ruler of link lengths', () => {
	it('puts the limits at the ends of their parts', () => {
		expect(place(0)).toBe(0);
		expect(place(270)).toBe(METER.qrEnd);
		expect(place(4100)).toBe(METER.chatEnd);
	});

	it('grows with the length and never leaves the ruler', () => {
		const lengths = [0, 1, 100, 269, 270, 271, 1000, 4099, 4100, 4101, 32_000, 1_400_000];
		const places = lengths.map(place);
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(new Set(places).size).toBe(lengths.length);
		expect(Math.max(...places)).toBeLessThan(METER.width);
	});
});
