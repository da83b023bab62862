import { createQrReader } from './qr-reader';

/** @returns the texts of the codes in some picture files; those that show none, or are no pictures, give nothing */
export async function codesInPictures(files: readonly File[]): Promise<string[]> {
	const read = await createQrReader();
	const texts: string[] = [];
	for (const file of files) {
		const picture = await createImageBitmap(file).catch(() => null);
		if (picture === null) continue;
		texts.push(...(await read(picture)));
		picture.close();
	}
	return texts;
}
