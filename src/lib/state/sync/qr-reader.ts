/** A picture that codes are looked for in. */
export type CodePicture = HTMLVideoElement | ImageBitmap;

/** Finds the codes in a picture. */
export type QrReader = (picture: CodePicture) => Promise<readonly string[]>;

/** What the DOM library does not know yet. @see https://wicg.github.io/shape-detection-api/ */
type Detector = { detect(source: CodePicture): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = {
	new (options: { readonly formats: readonly string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
};

/** A code of 73 modules and its margin is sharp enough at this size, and small enough to be searched many times a second. */
const LONGEST_SIDE = 1000;

/** @returns the browser's own reader where it has one, else ours */
export async function createQrReader(): Promise<QrReader> {
	const own = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
	const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
	if (own !== undefined && formats.includes('qr_code')) {
		const detector = new own({ formats: ['qr_code'] });
		return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
	}
	const { decodeQR } = await import('qr/decode.js');
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('2d', { willReadFrequently: true });
	return (picture) => {
		const image = context === null ? null : draw(canvas, context, picture);
		return Promise.resolve(image === null ? [] : textsIn(decodeQR, image));
	};
}

function draw(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, picture: CodePicture): ImageData | null {
	const [width, height] =
		'videoWidth' in picture ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
	if (width === 0 || height === 0) return null;
	const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

function textsIn(decode: (image: ImageData) => string, image: ImageData): readonly string[] {
	try {
		return [decode(image)];
	} catch {
		// It throws whenever there is no code in sight, which is most of the time.
		return [];
	}
}
