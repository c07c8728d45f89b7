import type {ImportState, OptionRow} from '../../app/screens/import/import-state.ts';
import {countConcerned, decisionOf, type ImportDecision, listChoices} from '../../csv/import-decisions.ts';
import type {ImportOptions, ImportPlan} from '../../csv/import-plan.ts';
import {count} from '../../domain/problem.ts';

/** An option as its line and the explanation below show it. */
export type DescribedOption = {
	readonly label: string;
	readonly value: string;
	readonly explanation: string;
	/** Whether nothing can be imported before it is decided. */
	readonly isOpen: boolean;
};

type PlainOption = Exclude<OptionRow, ImportDecision['key']>;

const plainOptions: Readonly<
	Record<PlainOption, (options: ImportOptions, plan?: ImportPlan) => Omit<DescribedOption, 'isOpen'>>
> = {
	profile: (options, plan) => ({
		label: 'Profile',
		value: describeProfile(options, plan),
		explanation: options.overwrite
			? '"Keep" moves no user, a chosen profile moves all users of the file, and "From CSV" needs the column on every row.'
			: 'One profile for every row, or "From CSV": then the Profile column must be filled on every row.',
	}),
	partial: ({partial}) => ({
		label: 'Allow partial import',
		value: partial ? 'yes' : 'no',
		explanation: partial
			? 'Rows with errors are left out, and the others go in.'
			: 'One row with an error, and nothing goes in.',
	}),
	overwrite: ({overwrite}) => ({
		label: 'Allow overwrite import',
		value: overwrite ? 'yes' : 'no',
		explanation: overwrite
			? 'Rows change the users with their ID; rows without a known ID are rejected.'
			: 'Every row creates a user; rows whose ID is known are rejected.',
	}),
};

/** What is chosen for an option, what it does, and what it would do to this very file. */
export function describeOption(row: OptionRow, {options, plan}: ImportState): DescribedOption {
	if (isPlain(row)) return {...plainOptions[row](options, plan), isOpen: false};
	const decision = decisionOf(row);
	const {label, explanation} = decision;
	const value = plan === undefined ? '…' : describeValue(decision, plan);
	return {label, value, explanation, isOpen: plan?.open.includes(row) === true};
}

/** The profile, and how many users it moves. */
function describeProfile({profile, overwrite}: ImportOptions, plan?: ImportPlan): string {
	if (overwrite && profile.from === 'keep') return 'Keep';
	const name = profile.from === 'csv' ? 'From CSV' : profile.name;
	const moved = plan?.moved ?? 0;
	return moved === 0 ? name : `${name}: moves ${count(moved, 'user')}`;
}

function isPlain(row: OptionRow): row is PlainOption {
	return row in plainOptions;
}

/** "8 values: keep or clear? MBG SIP user name 8", and once decided "keep 8 values: MBG SIP user name 8". */
function describeValue(decision: ImportDecision, {options, concerned}: ImportPlan): string {
	const {key, unit, none} = decision;
	const total = countConcerned(concerned, key);
	if (total === 0) return none;
	const what = count(total, unit.one, unit.many);
	const chosen = options[key];
	const where = [...concerned[key]].map(([name, amount]) => `${name} ${amount.toLocaleString('en-US')}`);
	const start = chosen === 'undecided' ? `${what}: ${listChoices(decision)}?` : `${chosen} ${what}:`;
	return `${start} ${where.join(', ')}`;
}
