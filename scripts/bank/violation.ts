/** Something wrong in a bank's source, and where: a path from the repository root and a line counted from 1. */
export type Violation = { readonly file: string; readonly line: number; readonly message: string };

/** @returns `file:line: message`, which terminals and editors turn into a link */
export function formatViolation({ file, line, message }: Violation): string {
	return `${file}:${String(line)}: ${message}`;
}
