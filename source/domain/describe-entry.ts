import type {Change} from './change.ts';
import {type Author, type Counts, countChange, type EntrySummary, type Origination} from './entry.ts';
import {count} from './problem.ts';

/** Longer than anybody compares by eye, short enough for a line. */
const shownHash = 12;

/** "Ann Archer (ann)" or "root (ann@laptop)" where more than the account is known; over SSH "ann at 10.0.0.5". */
export function describeAuthor({user, name, key, client}: Author): string {
	const account = key === undefined || name !== undefined ? user : `${user} (${key})`;
	const who = name === undefined || name === user ? account : `${name} (${user})`;
	return client === undefined ? who : `${who} at ${client}`;
}

/** The same in a narrow column: the name, or else the account; of the administrator's account the key. */
export function nameAuthor({user, name, key}: Author): string {
	return name ?? (user === 'root' && key !== undefined ? key : user);
}

/** One or two words: "grid", "import", "command line". */
export function describeOrigination({from}: Origination): string {
	return from === 'command-line' ? 'command line' : from;
}

/** "in the grid", "import of users.csv (SHA-256 9f86d081884c…)". */
export function describeWay(origination: Origination): string {
	switch (origination.from) {
		case 'grid':
			return 'in the grid';
		case 'form':
			return 'in the form';
		case 'command-line':
			return 'on the command line';
		case 'undo':
			return 'by an undo';
		case 'restore':
			return 'by a restore';
		case 'import': {
			const {fileName, hash, rejectsOf} = origination;
			const first =
				rejectsOf === undefined ? '' : `, rows that change ${rejectsOf.toLocaleString('en-US')} rejected`;
			return `import of ${fileName}${first} (SHA-256 ${hash.slice(0, shownHash)}…)`;
		}
	}
}

/** What became of the rows of a file: "25 created, 2 rejected, 4 unchanged; 1 cell put right". Undefined for other changes, and where it was not kept. */
export function describeRows({origination, counts}: EntrySummary): string | undefined {
	const rows = origination.from === 'import' ? origination.counts : undefined;
	if (rows === undefined) return undefined;
	const amounts = [
		[counts.added, 'created'],
		[counts.updated, 'updated'],
		[rows.rejected, 'rejected'],
		[rows.leftOut, 'left out'],
		[rows.skipped, 'skipped'],
		[rows.unchanged, 'unchanged'],
	] as const;
	const named = amounts.filter(([amount]) => amount > 0);
	const told = named.map(([amount, word]) => `${amount.toLocaleString('en-US')} ${word}`).join(', ');
	return rows.fixedCells === 0 ? told : `${told}; ${count(rows.fixedCells, 'cell')} put right`;
}

/** "3 users created, 1 changed", or "profiles changed". */
export function describeCount(change: Change): string {
	return describeCounts(countChange(change));
}

/** The same for a change that has been counted. */
export function describeCounts({added, updated, removed, profiles, settings, withdrawn}: Counts): string {
	const users = [
		[added, 'created'],
		[updated, 'changed'],
		[removed, 'deleted'],
	] as const;
	const counted = users
		.filter(([amount]) => amount > 0)
		.map(([amount, verb], index) =>
			index === 0 ? `${count(amount, 'user')} ${verb}` : `${amount.toLocaleString('en-US')} ${verb}`,
		);
	return (
		[
			...counted,
			...(profiles ? ['profiles changed'] : []),
			...(settings ? ['settings changed'] : []),
			...(withdrawn ? ['list of withdrawals changed'] : []),
		].join(', ') || 'nothing changed'
	);
}

/** How many users an entry touched, for a column; empty where it was about something else. */
export function countText({counts: {added, updated, removed}}: EntrySummary): string {
	const users = added + updated + removed;
	return users === 0 ? '' : users.toLocaleString('en-US');
}

/** What is said of an entry whose secrets compaction has taken out. */
export const secretsGoneText =
	'Passwords, voicemail PINs, links and codes have left the history: an undo cannot bring them back.';
