import * as v from 'valibot';
import { err, ok } from '../domain/result';
import type { Result } from '../domain/result';
import type { ContentError, ContentIssue } from './content-error';

/** More than anyone reads; hostile content could have many thousands. */
const MAX_ISSUES = 50;

/**
 * Runs a schema over something unknown.
 * @returns the parsed value, or where it is wrong and why, at most 50 issues
 */
export function parseWith<T extends v.GenericSchema>(
	schema: T,
	input: unknown
): Result<v.InferOutput<T>, ContentError> {
	const parsed = v.safeParse(schema, input);
	if (parsed.success) return ok(parsed.output);
	return err({ kind: 'invalid', issues: parsed.issues.slice(0, MAX_ISSUES).map(toContentIssue) });
}

function toContentIssue(issue: v.BaseIssue<unknown>): ContentIssue {
	return { path: (issue.path ?? []).map((part) => String(part.key)).join('.'), message: describeIssue(issue) };
}

/** The schemas bring their own sentences; what is left are shapes and names, for which valibot has none that help. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
	const last = issue.path?.at(-1)?.key;
	const key = typeof last === 'string' ? last : '';
	switch (issue.type) {
		case 'strict_object':
			if (issue.expected === 'never') return `Nothing called "${key}" belongs here.`;
			if (issue.expected?.startsWith('"') === true) return `"${key}" is missing.`;
			return 'An object with named fields is expected here.';
		case 'record':
			return 'An object with named fields is expected here.';
		case 'variant':
			if (issue.expected === 'Object') return 'An object with named fields is expected here.';
			return `"${key}" must be one of ${toList(issue.expected)}.`;
		case 'picklist':
			return `This must be one of ${toList(issue.expected)}.`;
		case 'array':
			return issue.message.startsWith('Invalid type') ? 'A list is expected here.' : issue.message;
		default:
			return issue.message;
	}
}

/** From `("a" | "b")` to `a, b`. */
function toList(expected: string | null): string {
	return (expected ?? '').replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
}
