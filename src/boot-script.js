const SCRIPT = /(?<=<script>)[\s\S]*?(?=<\/script>)/;

/**
 * The script of app.html stands in every page and is never fetched: it goes without its comments and indents.
 * @param {string} html app.html, or a page made of it
 * @returns {string} the same with the shorter script
 */
export function shortenBootScript(html) {
	return html.replace(SCRIPT, (script) => {
		const lines = script.split('\n').map((line) => line.trim());
		return lines.filter((line) => line !== '' && !line.startsWith('//')).join('\n');
	});
}

/**
 * @param {string} html app.html
 * @returns {string} the script as pages carry it
 */
export function bootScript(html) {
	return SCRIPT.exec(shortenBootScript(html))?.[0] ?? '';
}
