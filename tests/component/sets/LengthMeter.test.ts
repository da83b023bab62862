import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import LengthMeter from '../../../src/lib/components/share/LengthMeter.svelte';
import QrImage from '../../../src/lib/components/share/QrImage.svelte';

const limits = { qr: 270, chat: 4100 };
const used = () => Number(document.querySelector('.used')?.getAttribute('width'));

describe('the ruler under a link', () => {
	it('is filled as far as the link is long and sets the name of what it fits in bold', async () => {
		const screen = await render(LengthMeter, { characters: 135, fits: 'qr', sentence: '135 characters', ...limits });
		expect(used()).toBeCloseTo(43.5);
		await expect.element(page.getByText('QR code')).toHaveStyle({ fontWeight: '700' });
		await screen.rerender({ characters: 2185, fits: 'chat' });
		expect(used()).toBeCloseTo(156.5);
		await expect.element(page.getByText('Chat message')).toHaveStyle({ fontWeight: '700' });
		await expect.element(page.getByText('QR code')).toHaveStyle({ fontWeight: '400' });
	});

	it('is one picture with its finding as its name, and needs no style attribute', async () => {
		await render(LengthMeter, { characters: 9000, fits: 'file', sentence: '9,000 characters', ...limits });
		await expect.element(page.getByRole('img', { name: 'Length of the link: 9,000 characters' })).toBeVisible();
		expect(document.querySelector('.meter [style]')).toBeNull();
		expect(used()).toBeLessThan(342);
	});
});

describe('a QR code', () => {
	it('stands black on white in a quiet zone of four modules', async () => {
		await render(QrImage, { code: { size: 21, path: 'M0 0h7v1H0z' } });
		const picture = page.getByRole('img', { name: 'QR code for this link' }).element();
		expect(picture.getAttribute('viewBox')).toBe('-4 -4 29 29');
		expect([...picture.children].map((child) => getComputedStyle(child).fill)).toEqual([
			'rgb(255, 255, 255)',
			'rgb(0, 0, 0)'
		]);
	});
});
