import type {FieldKey, StoredField} from '../../domain/field.ts';
import {type Finding, writeInstead} from '../../domain/problem.ts';

/** Numbers that are text: a spreadsheet takes them for amounts and dates. */
export const numberKeys: ReadonlySet<FieldKey> = new Set([
	'directoryNumber',
	'pbxSipUser',
	'voicemailNumber',
	'voicemailPin',
	'deploymentPin',
]);
/** User names that may be numbers: nothing in them is a date or has separators unless the stored value says so. */
export const loginKeys: ReadonlySet<FieldKey> = new Set(['mbgSipUser', 'serviceUser']);

/** A cell that would be stored. */
export type DoubtfulCell = {
	readonly field: StoredField;
	/** As the file has it, untrimmed. */
	readonly raw: string;
	/** As it would be stored; never blank. */
	readonly value: string;
	/** What is stored now, which differs; '' for a new user. */
	readonly stored: string;
	/** Whether its bytes are not in the encoding of the file. */
	readonly isMisread: boolean;
};

/** What makes a cell doubtful, and what it was before it was damaged, where that can be told. */
export type Doubt = {readonly finding: Finding; readonly likely: string | undefined};

/** A doubt that names the likely value as its fix, unless that must not be shown. */
export function makeDoubt(
	{field, value}: Pick<DoubtfulCell, 'field' | 'value'>,
	finding: Finding,
	likely?: string,
): Doubt {
	const isShown = likely !== undefined && likely !== value && field.kind !== 'secret' && field.kind !== 'pin';
	return {finding: isShown ? {...finding, ...writeInstead(likely)} : finding, likely};
}
