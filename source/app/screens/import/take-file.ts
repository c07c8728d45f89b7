import {undecided} from '../../../csv/import-decisions.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import {countUsed} from '../../../csv/match-headers.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, withNotice} from '../../model.ts';
import {findMapping} from '../../saved-mapping.ts';
import type {Step} from '../../step.ts';
import {openTable} from '../../table/table-state.ts';
import {findUndecided, withMapping} from './columns/map-columns.ts';
import {nothingFixed} from './fix/fix-history.ts';
import type {ImportMessage} from './import-messages.ts';
import {emptyTabs, type ImportState} from './import-state.ts';
import {defaultOptions} from './options/default-options.ts';
import {planRows} from './plan-rows.ts';

/**
 * The wizard with a file that has been read. Its columns are for what a person has chosen for such a file before, and come first where
 * one of them needs a decision.
 */
export function takeFile(
	model: Model,
	state: ImportState,
	{
		path,
		reading,
		table,
		hash,
		importedBefore,
		rejectsOf,
		lastValues = new Map(),
	}: Extract<ImportMessage, {type: 'import/file-read'}>,
): Step {
	// Another file raises other questions: what was decided is not carried over.
	const isOther = state.source !== undefined && state.source.path !== path;
	const known = {hash, importedBefore, rejectsOf, lastValues};
	const read = {path, reading, table, ...known, mapping: {}, isRecalled: false};
	const source = mapAsBefore(model, state, read);
	const kept = isOther ? {...state.options, ...undecided} : state.options;
	const options = state.hasChosen ? kept : defaultOptions(model.sheet.profiles, source.table.match.columns);
	const isAgain = state.source !== undefined && !isOther;
	const {match} = source.table;
	const needsLook = !isAgain && (findUndecided(match).size > 0 || countUsed(match).used === 0);
	// Fixes are for the cells of the bytes that they were made for.
	const {delimiter = table.delimiter} = state.source?.table ?? {};
	const isSame = state.fixedFor === hash && delimiter === table.delimiter;
	const lost = isSame ? 0 : state.fixed.fixes.size;
	const told = source.isRecalled
		? withNotice(
				model,
				`The columns are matched as you chose before: ${keyName(model, 'import.columns')} shows them.`,
				'good',
			)
		: model;
	const said =
		lost === 0
			? told
			: withNotice(
					told,
					'It is another file, or it has changed or is read in another way: what was put right before is gone.',
					'bad',
				);
	return planRows(said, {
		...state,
		source,
		fixed: isSame ? state.fixed : nothingFixed,
		fixedFor: hash,
		options,
		hasChosen: true,
		step: state.isEdited ? 'preview' : needsLook ? 'columns' : 'options',
		columnsTable: isAgain ? state.columnsTable : openTable([]),
		tables: emptyTabs,
	});
}

/** What was chosen for this file, or else for one with the same headers. */
function mapAsBefore({savedMappings}: Model, {source}: ImportState, read: ImportSource): ImportSource {
	const {headers} = read.table;
	const isSame =
		source !== undefined && source.path === read.path && isSameList(source.table.headers, headers);
	if (isSame) return withMapping(read, source.mapping, source.isRecalled);
	const saved = findMapping(savedMappings, headers);
	return saved === undefined ? read : withMapping(read, saved, true);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((header, index) => header === b[index]);
}
