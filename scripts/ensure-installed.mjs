import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Vite 8 announces a future loader of its configuration at every start; nothing to act on. */
export const QUIET = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's folder, showing its output; ends this process when it fails. */
export function run(command, args, env = {}) {
	const shell = process.platform === 'win32';
	const result = spawnSync(command, args, {
		cwd: ROOT,
		stdio: 'inherit',
		shell,
		env: { ...process.env, ...QUIET, ...env }
	});
	if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the dependencies when they are absent or older than the lock file. */
export function ensureInstalled() {
	const marker = `${ROOT}node_modules/.package-lock.json`;
	const lock = `${ROOT}package-lock.json`;
	if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
	console.log('Installing the dependencies (once).');
	run('npm', ['ci', '--no-audit', '--no-fund']);
}

if (process.argv[1]?.endsWith('ensure-installed.mjs')) ensureInstalled();
