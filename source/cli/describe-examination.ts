import {count} from '../domain/problem.ts';
import type {Examination} from '../store/doctor/examine-store.ts';
import type {FoundFile} from '../store/doctor/find-store-files.ts';
import {formatTextTable} from './text-table.ts';

/** More of one kind is told by its number: a file that is all damaged has thousands. */
const shownProblems = 20;

const roles: Readonly<Record<FoundFile['role'], string>> = {
	checkpoint: 'sheet',
	journal: 'journal',
	history: 'history',
	key: 'key',
	mailing: 'messages',
	backup: 'dated copy',
	draft: 'draft',
	lock: 'lock',
	leftover: 'leftover',
	folder: 'copies in',
	copy: 'copy by hand',
};

/**
 * What an examination has found, as lines for an administrator: the files, what they hold, what is wrong, what to do.
 *
 * @param refusal why the store cannot be opened although no file is damaged
 */
export function describeExamination(found: Examination, refusal: string | undefined): readonly string[] {
	const {file, files, problems, checkpoint, isDamaged, isEncrypted} = found;
	if ('kind' in checkpoint && checkpoint.kind === 'missing' && !isDamaged && refusal === undefined)
		return [`There is no store at ${file} yet: the first change makes it.`];
	const all = refusal === undefined ? problems : [refusal, ...problems];
	return [
		`The store at ${file}${isEncrypted ? ', encrypted' : ''}:`,
		'',
		...listFiles(files),
		'',
		...describeParts(found),
		'',
		...(all.length === 0
			? ['All is well.']
			: [
					`${count(all.length, 'remark')}:`,
					...all.slice(0, shownProblems).map((problem) => `- ${problem}`),
					...(all.length > shownProblems
						? [`- and ${count(all.length - shownProblems, 'more remark')}`]
						: []),
					'',
					...describeRemedy(found, refusal),
				]),
	];
}

function listFiles(files: readonly FoundFile[]): readonly string[] {
	const column = (header: string, text: (found: FoundFile) => string) => ({header, cells: files.map(text)});
	const {lines} = formatTextTable([
		column('What', ({role}) => roles[role]),
		column('Bytes', ({size, role}) =>
			role === 'lock' || role === 'folder' ? '' : size.toLocaleString('en-US'),
		),
		column('Mode', ({mode}) => mode),
		column('File', ({file}) => file),
	]);
	return lines;
}

function describeParts({checkpoint, journal, history, misfit, sheet}: Examination): readonly string[] {
	return [
		'reason' in checkpoint
			? `The sheet's file cannot be used: ${checkpoint.reason}.`
			: `The sheet's file has ${count(checkpoint.users, 'user')} as of revision ${checkpoint.revision}, in format ${checkpoint.version}.`,
		journal === undefined
			? misfit === 'missing'
				? 'The journal is missing.'
				: 'There is no journal: nothing was changed since.'
			: `The journal has ${count(journal.entries, 'change')} since${describeSpan(journal)}.`,
		history === undefined
			? 'There is no history of changes before that.'
			: `The history has ${count(history.entries, 'change')} before that${describeSpan(history)}.`,
		...(sheet === undefined
			? []
			: [`Together they make ${count(sheet.users.length, 'user')} as of revision ${sheet.revision}.`]),
	];
}

function describeSpan({revisions}: NonNullable<Examination['journal']>): string {
	if (revisions === undefined) return '';
	const [first, last] = revisions;
	return first === last ? `: revision ${first}` : `: revisions ${first} to ${last}`;
}

function isOnlyHistory({checkpoint, journal, history, misfit}: Examination): boolean {
	if ('reason' in checkpoint || misfit !== undefined || journal?.fault !== undefined) return false;
	return (journal?.bad.length ?? 0) + (journal?.lost ?? 0) === 0 && (history?.bad.length ?? 0) > 0;
}

function describeRemedy(found: Examination, refusal: string | undefined): readonly string[] {
	const {checkpoint, files, sheet, isDamaged} = found;
	if ('kind' in checkpoint && checkpoint.kind === 'newer')
		return ['Nothing is lost: install the newer usersheet that wrote it.'];
	if (isDamaged || refusal !== undefined) {
		const copy = files.some(({role}) => role === 'backup');
		const left =
			sheet === undefined
				? copy
					? 'the newest dated copy that can be read, with what the journal has after it,'
					: undefined
				: `${count(sheet.users.length, 'user')} as of revision ${sheet.revision}`;
		return [
			...(isOnlyHistory(found)
				? ['The sheet itself is whole and can be used: only part of its past is lost.']
				: []),
			left === undefined
				? 'Nothing of it can be read here: put a copy of the folder from elsewhere in its place.'
				: `"usersheet doctor --salvage DIR" writes ${left} into the new folder DIR. Nothing here is changed by it.`,
			...(copy
				? [
						'"usersheet --store DIR restore FILE" brings a dated copy back into such a folder, or into an empty one.',
					]
				: []),
		];
	}
	const isOpen = found.problems.some((problem) => problem.includes('can be read by others'));
	return [
		'All that was saved can be read, and the store can be used.',
		...(isOpen ? ['"chmod 600 FILE" takes the others’ right to read away.'] : []),
	];
}
