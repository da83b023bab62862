import type { Plugin } from 'vite';

/** With one language, a compiled message still asks at run time which one it is, and drags in the library that knows. */
const QUESTION = /^\s*(experimentalStaticLocale \?\? )?(options\.locale \?\? )?getLocale\(\);?$/m;

/** Drops that question from compiled messages. With a second language the compiled form changes, and this does nothing. */
export function singleLocale(): Plugin {
	return {
		name: 'backstory-single-locale',
		transform(code, id) {
			if (!id.includes('/i18n/paraglide/messages/') || code.includes('locale ===')) return undefined;
			return {
				code: code.replace(QUESTION, '').replace(/^import \{[^}]*\} from '\.\.\/runtime\.js';$/m, ''),
				map: null
			};
		}
	};
}
