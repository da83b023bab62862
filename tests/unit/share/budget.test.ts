import { describe, expect, it } from 'vitest';
import { CHAT_CHARACTERS, linkBudget, QR_CHARACTERS } from '$lib/share/budget';

describe('linkBudget', () => {
	it('has room for a QR code up to 270 characters and for a chat message up to 4,100', () => {
		expect([QR_CHARACTERS, CHAT_CHARACTERS]).toEqual([270, 4_100]);
		expect(linkBudget(134)).toEqual({ fits: 'qr', room: 136, opensAsLink: true });
		expect(linkBudget(270)).toEqual({ fits: 'qr', room: 0, opensAsLink: true });
		expect(linkBudget(271)).toEqual({ fits: 'chat', room: 3_829, opensAsLink: true });
		expect(linkBudget(4_100)).toEqual({ fits: 'chat', room: 0, opensAsLink: true });
	});

	it('leaves only a file above that, though a link opens up to 32,000 characters', () => {
		expect(linkBudget(4_101)).toEqual({ fits: 'file', room: null, opensAsLink: true });
		expect(linkBudget(32_000).opensAsLink).toBe(true);
		expect(linkBudget(32_001)).toEqual({ fits: 'file', room: null, opensAsLink: false });
	});
});
