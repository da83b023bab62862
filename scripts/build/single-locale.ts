import type { Plugin } from 'vite';

/** With one language, a compiled message still asks at run time which one it is, and drags in the library that knows. */
const QUESTION = /^\s*(experimentalStaticLocale \?\? )?(options\.locale \?\? )?getLocale\(\);?$/m;
/** Where a compiled message shows what it was given. */
const GAP = /\$\{(i\?\.\w+)\}/g;
const WRITER = `import { writeValue } from '../../write-value';\n`;

/**
 * Drops that question from compiled messages, and has numbers in them written as this language does. With a second language
 * the compiled form changes, and this does nothing.
 */
export function singleLocale(): Plugin {
	return {
		name: 'backstory-single-locale',
		transform(code, id) {
			if (!id.includes('/i18n/paraglide/messages/') || code.includes('locale ===')) return undefined;
			return { code: writeNumbers(dropQuestion(code)), map: null };
		}
	};
}

function dropQuestion(code: string): string {
	return code.replace(QUESTION, '').replace(/^import \{[^}]*\} from '\.\.\/runtime\.js';$/m, '');
}

function writeNumbers(code: string): string {
	const written = code.replace(GAP, '${writeValue($1)}');
	return written === code ? code : WRITER + written;
}
