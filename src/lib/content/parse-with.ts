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
export function parseWith<T extends v.GenericSchema>(schema: T, input: unknown): Result<v.InferOutput<T>, ContentError> {
	const parsed = v.safeParse(schema, input);
	if (parsed.success) return ok(parsed.output);
	return err({ kind: 'invalid', issues: parsed.issues.slice(0, MAX_ISSUES).map(toContentIssue) });
}

function toContentIssue(issue: v.BaseIssue<unknown>): ContentIssue {
	return { path: (issue.path ?? []).map((part) => String(part.key)).join('.'), message: describeIssue(issue) };
}

/** The schemas bring their own sentences; what is left is objects and their keys. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
	const key = String(issue.path?.at(-1)?.key ?? '');
	if (issue.type === 'strict_object') {
		if (issue.expected === 'never') return `Nothing called "${key}" belongs here.`;
		if (issue.expected === 'Object') return 'An object with named fields is expected here.';
		return `"${key}" is missing.`;
	}
	if (issue.type === 'variant') return `"${key}" must be one of ${issue.expected ?? ''}.`;
	if (issue.type === 'picklist') return `This must be one of ${issue.expected ?? ''}.`;
	return issue.message;
}
