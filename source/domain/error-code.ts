/** The code that Node gives to an error of the system, such as ENOENT; '' for anything else. */
export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
