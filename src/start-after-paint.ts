import { createHash } from 'node:crypto';

/**
 * Lets the app of a written page be fetched and started after the page's first paint (`backstoryPaint` of app.html): words
 * come before the scripts that bring them to life, which would otherwise share the line with them and keep the screen empty.
 * @returns the page, the hash of its start script renewed in its policy
 * @throws when Kit writes that script in another way (2.70.4 is known)
 */
export function startAfterPaint(html: string): string {
	const before = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
	// A page without the app has only the script of app.html. One that is not written ahead has no words to wait for.
	if (!before.includes('node_ids:')) return html;
	const after = before
		.replace('Promise.all([', 'backstoryPaint.then(() => Promise.all([')
		.replace(/\]\)(?=\.then\()/, ']))');
	if (after.length !== before.length + LONGER || !html.includes(hashOf(before)))
		throw new Error('The start script of a page is not as Kit used to write it');
	return html
		.replace(before, () => after)
		.replace(hashOf(before), hashOf(after))
		.replaceAll(' rel="modulepreload"', ' data-app');
}

const LONGER = 'backstoryPaint.then(() => )'.length;

function hashOf(script: string): string {
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
