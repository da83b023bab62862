/** Every screen, relative to where the site is served. */
export const ROUTES = [
	'',
	'read/',
	'read/background/',
	'study/',
	'quiz/',
	'sets/',
	'browse/',
	'share/',
	'open/',
	'stats/',
	'settings/',
	'about/'
] as const;
