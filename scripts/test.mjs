// npm test: every suite, from a fresh clone on. Prints one closing line over all of them.
import { spawn, spawnSync } from 'node:child_process';
import { ensureInstalled, QUIET, ROOT, run } from './ensure-installed.mjs';

ensureInstalled();
const { findChromium } = await import('./chromium.mjs');
const chromium = findChromium() ?? installDebianChromium();
if (!chromium) {
	console.error(
		'The tests need a Chromium: install Chrome or Chromium, or run `npx playwright install chromium`, or set CHROMIUM_PATH.'
	);
	process.exit(1);
}
process.env.CHROMIUM_PATH = chromium;

const read = {
	vitest: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
	playwright: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
	browsers: (counts) => counts
};

run('npm', ['run', '--silent', 'sync']);
run('npm', ['run', 'build:tests']);
const counts = { passed: 0, failed: 0 };
add(
	await suite(
		'npx',
		['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
		'vitest'
	)
);
add(
	await suite(
		'npx',
		['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)],
		'playwright'
	)
);
// Other browsers are no small thing to have installed.
if (process.env.CI_LONG === '1') add(await suite('node', ['scripts/browsers.mjs'], 'browsers'));
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);

function add({ passed, failed }) {
	counts.passed += passed;
	counts.failed += failed;
}

/** As root on Debian, `apt-get install chromium` is one quiet step; elsewhere it is the person's choice. */
function installDebianChromium() {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
	spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
	return findChromium();
}

/** Runs a suite and reads its result file; a suite that dies without one counts as one failure. */
async function suite(command, args, name) {
	const { mkdirSync, readFileSync, rmSync } = await import('node:fs');
	mkdirSync(`${ROOT}test-results`, { recursive: true });
	const file = `${ROOT}test-results/${name}.json`;
	rmSync(file, { force: true });
	const code = await new Promise((resolve) => {
		spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...QUIET } }).on('close', resolve);
	});
	try {
		const { passed, failed } = read[name](JSON.parse(readFileSync(file, 'utf8')));
		return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
	} catch {
		return { passed: 0, failed: 1 };
	}
}
