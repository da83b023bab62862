// Both builds that the end-to-end tests need: the pseudo-localised one first, so that the real messages are compiled last.
import { ROOT, run } from './ensure-installed.mjs';
import { writeHeaders } from './headers.mjs';

run('npx', ['vite', 'build', '--logLevel', 'warn'], { BACKSTORY_PSEUDO: '1' });
writeHeaders(`${ROOT}build-pseudo`);
run('npx', ['vite', 'build', '--logLevel', 'warn'], { BACKSTORY_PSEUDO: '' });
writeHeaders(`${ROOT}build`);
