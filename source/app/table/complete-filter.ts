import {count} from '../../domain/problem.ts';
import {formatQueryProblem} from '../../domain/query/compile-query.ts';
import {type Candidate, completeQuery} from '../../domain/query/complete-query.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {keyName} from '../keymap/keymap.ts';
import type {Model} from '../model.ts';
import type {Step} from '../step.ts';
import {graphemesOf, textField} from '../text-field-state.ts';
import {editFilter} from './filter-table.ts';
import type {Table} from './table.ts';

/** Cells beside the line of completions: for whether all is saved. */
const besideLine = 16;

type Offered = {readonly before: string; readonly after: string; readonly candidates: readonly Candidate[]};

/** Whether something fits at the caret. */
export function canComplete(table: Table): boolean {
	return offerCompletions(table)?.candidates[0] !== undefined;
}

/** Takes the first of what fits at the caret. */
export function completeFilter(table: Table): Step {
	const {before = '', after = '', candidates: [first] = []} = offerCompletions(table) ?? {};
	if (first === undefined) return [table.keep(table.state), []];
	const {caret} = textField(before + first.text);
	return editFilter(table, () => ({text: before + first.text + after, caret}));
}

/** What may be put in at the caret, and the text around it; undefined where no filter is typed. */
function offerCompletions({state: {filterEditor}, query}: Table): Offered | undefined {
	if (filterEditor === undefined || query === undefined) return undefined;
	const {text, caret} = filterEditor.field;
	const place = graphemesOf(text).slice(0, caret).join('').length;
	const {start, end, candidates} = completeQuery(text, place, query());
	const typed = text.slice(start, end);
	return {
		before: text.slice(0, start),
		after: text.slice(end),
		candidates: candidates.filter((candidate) => candidate.text !== typed),
	};
}

/** How many rows match what is typed, in few cells where the terminal is narrow. */
export function describeFound({size}: Model, {kind, state, rowCount}: Table): string {
	const {rows, arranging, filterEditor} = state;
	if (filterEditor?.problem !== undefined) return '';
	if (arranging !== undefined) return 'looking …';
	if (size.columns > 70) return count(rows.length, `${kind.noun.one} matches`, `${kind.noun.many} match`);
	return `${rows.length.toLocaleString('en-US')} of ${rowCount.toLocaleString('en-US')}`;
}

/** What helps to type a filter: what would complete it, the first with a few words about it, or else what is wrong. */
export function describeFilterHelp(model: Model, table: Table): string | undefined {
	const [first, ...others] = offerCompletions(table)?.candidates ?? [];
	const problem = table.state.filterEditor?.problem;
	if (first === undefined) return problem && formatQueryProblem(problem);
	const rest = others.map(({text}) => `  ${text}`).join('');
	const {columns} = model.size;
	const help = cutText(first.help, Math.floor(columns / 3));
	return cutText(`${keyName(model, 'filter.complete')} ${first.text} (${help})${rest}`, columns - besideLine);
}
