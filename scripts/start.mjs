// npm start: from a fresh clone to the running product.
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
run('node', ['scripts/headers.mjs']);
const { serve } = await import('./serve.mjs');
const { address } = await serve({ port: Number(process.env.PORT ?? 4173) });
console.log(`\nBackstory is ready: ${address}\n(Ctrl+C ends it.)`);
