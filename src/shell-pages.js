/**
 * Pages that the app's scripts draw as well as any file could, by their path. Offline, and once the app is installed, one shell
 * serves them all; kept as pages of their own they would take the room of the whole question bank.
 */
export const SHELL_PAGES = [
	'about/',
	'browse/',
	'class/',
	'class/assignment/',
	'class/new/',
	'class/analysis/',
	'class/entry/',
	'class/live/',
	'class/paper/',
	'class/results/',
	'open/',
	'plan/',
	'print/',
	'quiz/',
	'quiz/hand-in/',
	'quiz/review/',
	'quiz/run/',
	'read/',
	'read/glossary/',
	'read/people/',
	'read/sources/',
	'read/timeline/',
	'result/',
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
