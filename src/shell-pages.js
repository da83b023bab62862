/**
 * Pages that the app's scripts draw as well as any file could, by their path. Offline, and once the app is installed, one shell
 * serves them all; kept as pages of their own they would take the room of the whole question bank.
 */
export const SHELL_PAGES = [
	'about/',
	'browse/',
	'open/',
	'plan/',
	'print/',
	'quiz/',
	'quiz/review/',
	'quiz/run/',
	'read/glossary/',
	'read/people/',
	'read/sources/',
	'read/timeline/',
	'sets/',
	'sets/edit/',
	'settings/',
	'settings/memory/',
	'share/',
	'sort/',
	'stats/',
	'stats/card/',
	'sync/'
];

/** Where the shell itself stands, for pages one folder down and for pages two folders down. */
export const SHELLS = ['shell/', 'shell/deep/'];
