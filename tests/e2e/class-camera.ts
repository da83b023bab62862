import type { Page } from 'playwright/test';
import { encodeQr } from '../../src/lib/share/qr';

/** Gives a page a camera that looks at whatever `showToCamera` holds up. To be called before the page is opened. */
export async function giveCamera(page: Page): Promise<void> {
	await page.addInitScript(() => {
		if (!isSecureContext) return;
		const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
		const context = canvas.getContext('2d');
		if (context === null) throw new Error('Nothing can be drawn');
		let code: { size: number; path: Path2D } | null = null;
		setInterval(() => {
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.fillStyle = '#fff';
			context.fillRect(0, 0, canvas.width, canvas.height);
			if (code === null) return;
			const scale = canvas.width / (code.size + 8);
			context.setTransform(scale, 0, 0, scale, 4 * scale, 4 * scale);
			context.fillStyle = '#000';
			context.fill(code.path);
		}, 50);
		navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20));
		Object.assign(globalThis, {
			holdUp: (size: number, path: string) => (code = { size, path: new Path2D(path) })
		});
	});
}

/** Holds the code of an address up to the camera of a page. */
export async function showToCamera(page: Page, address: string): Promise<void> {
	await page.evaluate(({ size, path }) => {
		(globalThis as unknown as { holdUp: (size: number, path: string) => void }).holdUp(size, path);
	}, encodeQr(address));
}

/** Makes the browser of a page refuse its camera, as it does when somebody says no. */
export async function refuseCamera(page: Page): Promise<void> {
	await page.addInitScript(() => {
		if (!isSecureContext) return;
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
	});
}
