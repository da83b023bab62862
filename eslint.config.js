import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Which layers of src/lib a layer may import, besides itself and the messages in i18n. */
const LAYERS = {
	domain: [],
	content: ['domain'],
	share: ['domain'],
	storage: ['domain'],
	interop: ['domain', 'content'],
	workers: ['domain', 'content', 'storage'],
	state: ['domain', 'content', 'share', 'storage', 'interop', 'workers', 'i18n'],
	components: ['domain', 'state', 'i18n'],
	i18n: ['domain']
};

const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => {
	const others = Object.keys(LAYERS).filter((name) => name !== layer && !allowed.includes(name));
	const patterns = [
		{
			regex: `(^\\$lib/|^(\\.\\./)+)(${others.join('|')})(/|$)`,
			message: `${layer} may import only ${allowed.join(', ') || 'itself'}.`
		}
	];
	if (layer === 'domain')
		patterns.push({ regex: '^(svelte|dexie|\\$app|\\$env|node:)', message: 'The domain is pure.' });
	return {
		files: [`src/lib/${layer}/**`],
		rules: { 'no-restricted-imports': ['error', { patterns }] }
	};
});

export default ts.config(
	{
		ignores: ['build/', 'build-pseudo/', '.svelte-kit/', 'node_modules/', 'test-results/', 'src/lib/i18n/paraglide/']
	},
	js.configs.recommended,
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-undef': 'off',
			'max-lines': ['error', 400],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Svelte's snippets and callbacks are often void arrows.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'svelte/no-at-html-tags': 'error',
			// Addresses with a query and links to other sites look unresolved to it; the base path test follows every link.
			'svelte/no-navigation-without-resolve': [
				'error',
				{ ignoreLinks: true, ignoreGoto: true, ignoreReplaceState: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		rules: {
			// Sets and maps here live in $state.raw and are replaced, never changed.
			'svelte/prefer-svelte-reactivity': 'off',
			// The linter sees callbacks between components as any; svelte-check, which knows their types, checks them.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{ files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
	{
		files: ['src/lib/domain/**'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time is a parameter.' },
				{ object: 'Math', property: 'random', message: 'Chance is a parameter.' }
			]
		}
	},
	{
		files: ['src/lib/domain/**'],
		ignores: ['src/lib/domain/fsrs-scheduler.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: "ImportDeclaration[source.value='ts-fsrs']", message: 'Only fsrs-scheduler.ts knows ts-fsrs.' },
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is a parameter.' }
			]
		}
	},
	...layerRules,
	{
		files: ['tests/**'],
		rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	}
);
