import {decisionOf} from '../../../../csv/import-decisions.ts';
import type {ImportOptions} from '../../../../csv/import-plan.ts';
import {type MatchKey, matchKeys, matchWayOf, sourceKeys} from '../../../../csv/match-by.ts';
import {originTable} from '../../../../domain/origin.ts';
import {planRows} from '../plan-rows.ts';
import {decisionOption} from './decision-option.ts';
import {type ImportOption, turnChoice} from './import-option.ts';

/** What tells which user a row is about (rules.md 3.25). Without overwrite a row is about none, and possible duplicates are asked about. */
export const matchOption: ImportOption = {
	key: 'matchBy',
	label: 'Find users by',
	when: ({options}) => options.overwrite && !isSynchronising(options),
	value: ({options}) => matchWayOf(options.matchBy).label,
	explanation: ({options}) =>
		options.matchBy === 'id'
			? 'A row without the ID of a user is rejected. Other systems give other IDs: find users by another value then.'
			: 'It must be there once in the file and once in the sheet, or its row is rejected. IDs in the file are ignored.',
	change(model, state, by) {
		const {options} = state;
		return planRows(model, {
			...state,
			options: {...options, matchBy: turnChoice(matchKeys, options.matchBy, by)},
		});
	},
};

export const unknownRowsOption: ImportOption = {
	...decisionOption(decisionOf('unknownRows')),
	when: ({options}) => options.overwrite && options.matchBy !== 'id' && !isSynchronising(options),
};

/** Whose users the rows are (rules.md 3.28): it decides at once that they are made or refreshed. */
export const sourceOption: ImportOption = {
	key: 'source',
	label: 'Synchronise with',
	value: ({options}) => (isSynchronising(options) ? nameSource(options.matchBy) : 'no other system'),
	explanation: ({options}) =>
		isSynchronising(options)
			? `Its users are found by ${matchWayOf(options.matchBy).label}, made or refreshed, and read-only here but for the deployment.`
			: 'For an export of the system that users come from: they are then made or refreshed, and read-only here.',
	change(model, state, by) {
		const {options} = state;
		const matchBy = turnChoice<MatchKey>(
			['id', ...sourceKeys],
			isSynchronising(options) ? options.matchBy : 'id',
			by,
		);
		return planRows(model, {...state, options: {...options, matchBy, overwrite: matchBy !== 'id'}});
	},
};

function isSynchronising({matchBy}: Pick<ImportOptions, 'matchBy'>): boolean {
	return matchWayOf(matchBy).source !== undefined;
}

function nameSource(matchBy: MatchKey): string {
	const {source = 'manual'} = matchWayOf(matchBy);
	return originTable[source].label.replace('synchronised from ', '');
}

/** Only where many rows seem to be about other people: a few are told by line. */
export const otherPersonOption: ImportOption = {
	...decisionOption(decisionOf('otherPerson')),
	when: ({options, plan}) => options.overwrite && (plan?.concerned.otherPerson.size ?? 0) > 0,
};
