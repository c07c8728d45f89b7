import type {Progress} from '../../domain/work.ts';

/** How far a computation has come, as a line: nothing turns, so nothing is written while nothing changes. */
export function progressText(verb: string, progress: Progress | undefined): string {
	if (progress === undefined || progress.total === 0) return `${verb}…`;
	return `${verb}… ${Math.floor((progress.done / progress.total) * 100)}%`;
}
