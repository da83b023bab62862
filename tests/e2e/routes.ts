/** Every screen, relative to where the site is served. */
export const ROUTES = [
	'',
	'read/',
	'read/timeline/',
	'read/people/',
	'read/glossary/',
	'read/sources/',
	'read/questions/',
	'study/',
	'quiz/',
	'sort/',
	'sets/',
	'browse/',
	'share/',
	'print/',
	'open/',
	'stats/',
	'stats/card/',
	'settings/',
	'about/'
] as const;
