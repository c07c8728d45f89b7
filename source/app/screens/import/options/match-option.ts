import {decisionOf} from '../../../../csv/import-decisions.ts';
import {matchKeys, matchWayOf} from '../../../../csv/match-by.ts';
import {planRows} from '../plan-rows.ts';
import {decisionOption} from './decision-option.ts';
import {type ImportOption, turnChoice} from './import-option.ts';

/** What tells which user a row is about (rules.md 3.25). Without overwrite a row is about none, and possible duplicates are asked about. */
export const matchOption: ImportOption = {
	key: 'matchBy',
	label: 'Find users by',
	when: ({options}) => options.overwrite,
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
	when: ({options}) => options.overwrite && options.matchBy !== 'id',
};

/** Only where many rows seem to be about other people: a few are told by line. */
export const otherPersonOption: ImportOption = {
	...decisionOption(decisionOf('otherPerson')),
	when: ({options, plan}) => options.overwrite && (plan?.concerned.otherPerson.size ?? 0) > 0,
};
