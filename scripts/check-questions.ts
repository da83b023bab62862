// Usage: npm run check:questions [-- --update-lock] [-- --schema]
import { checkQuestions } from './bank/check-questions-command';

const KNOWN = ['--update-lock', '--schema'];
const flags = process.argv.slice(2);
const stranger = flags.find((flag) => !KNOWN.includes(flag));
if (stranger === undefined) {
	const { lines, ok } = checkQuestions({
		root: process.cwd(),
		updateLock: flags.includes('--update-lock'),
		writeSchema: flags.includes('--schema')
	});
	console.log(lines.join('\n'));
	process.exitCode = ok ? 0 : 1;
} else {
	console.error(`Unknown option ${stranger}; there are ${KNOWN.join(' and ')}.`);
	process.exitCode = 2;
}
