import { writeFileSync } from 'node:fs';
import { aClass, classGiven } from '../tests/class-results';

// Usage: tsx scripts/bench-class-seed.ts <learners> <questions> <file>. Rows of the tables `given` and `results`, for
// scripts/bench-class.mjs. Bytes are written as lists of numbers.
const [learners = '1000', questions = '20', file = 'class-seed.json'] = process.argv.slice(2);

const given = classGiven(Number(questions));
const { assignment, set, remarks } = given;
const keys = assignment.keys.map(({ curve, bytes }) => ({ curve, bytes: [...bytes] }));
const results = aClass(given, Number(learners)).map(({ sender, result }) => ({
	id: `${assignment.id}.${sender}.${String(result.sitting)}`,
	assignment: assignment.id,
	sender,
	receivedAt: result.startedAt + result.tookMs,
	result,
	replaced: 0
}));
const row = {
	id: assignment.id,
	assignment: { ...assignment, keys },
	givenAt: 0,
	keyPairs: [],
	set,
	classList: [],
	remarks
};
writeFileSync(file, JSON.stringify({ given: row, results }));
