import {summaryHeight} from '../../app/screens/history/history-layout.ts';
import {
	type HistoryState,
	leftOf,
	type Needs,
	type OpenedEntry,
} from '../../app/screens/history/history-state.ts';
import type {Size} from '../../app/size.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {
	describeAuthor,
	describeCounts,
	describeRows,
	describeWay,
	secretsGoneText,
} from '../../domain/describe-entry.ts';
import {describeReason} from '../../domain/describe-left.ts';
import type {EntrySummary} from '../../domain/entry.ts';
import {takeFieldChanges} from '../../domain/field-changes.ts';
import {formatLocalTime} from '../../domain/local-time.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {signs} from '../theme.ts';

/** The change under the cursor: what it was in a line, and all that is known of it in the lines below. */
export function historyDetail(entry: EntrySummary, timeZone: string, columns: number): readonly string[] {
	return [cutText(entry.label, columns - 2), ...joinParts(entryParts(entry, timeZone), columns - 2)];
}

/** What an opened change was, and who made it when and how. */
export function summaryLines(
	{timeZone}: HistoryState,
	{summary, needs}: OpenedEntry,
	size: Size,
): readonly string[] {
	const rows = describeRows(summary);
	return [
		summary.label,
		entryParts(summary, timeZone).join(' · '),
		...(rows === undefined ? [] : [`Rows: ${rows}`]),
		...(needs === undefined ? [] : [`Now: ${describeNeeds(needs)}`]),
	].slice(0, summaryHeight(summary, size));
}

/** "12 to deploy, 25 PIN not told; 2 deleted since". */
function describeNeeds({entries, gone}: Needs): string {
	const work = entries.map(({count, label}) => `${count.toLocaleString('en-US')} ${label}`).join(', ');
	const nothing = 'nothing is to do';
	return [work || nothing, ...(gone === 0 ? [] : [`${gone.toLocaleString('en-US')} deleted since`])].join(
		'; ',
	);
}

/** The value under the cursor, uncut, and what an undo would not do about it. */
export function entryDetail(opened: OpenedEntry): string {
	const place = cursorRow(opened.table);
	const [line] = place === undefined ? [] : takeFieldChanges(opened.lines, place, place + 1);
	if (line === undefined) return '';
	const {action, id, name, field, before, after} = line;
	const whose = `${id} ${name}`.trim();
	const what = {
		created: `${whose}, created. ${field}: ${after}`,
		deleted: `${whose}, deleted. ${field}: ${before}`,
		changed: `${whose}, ${field}: ${before || 'empty'} → ${after || 'empty'}`,
	}[action];
	const left = leftOf(opened, line);
	const gone = opened.entry.withoutSecrets ? [secretsGoneText] : [];
	return [
		before === after ? `${whose}: only passwords, links or codes were changed.` : what,
		...(left === undefined || left.reason === 'secret-gone'
			? gone
			: [`${signs.readOnly} An undo leaves it: ${describeReason(left)}.`, ...gone]),
	].join('\n');
}

/** Time, person, count and way of a change. */
function entryParts(entry: EntrySummary, timeZone: string): readonly string[] {
	return [
		formatLocalTime(entry.at, timeZone),
		describeAuthor(entry.author),
		describeCounts(entry.counts),
		describeWay(entry.origination),
	];
}

/** Short texts with dots between, as many in a line as it holds whole. */
export function joinParts(parts: readonly string[], width: number): readonly string[] {
	const lines: string[] = [];
	for (const part of parts) {
		const last = lines.at(-1);
		const joined = last === undefined ? part : `${last} · ${part}`;
		if (last !== undefined && textWidth(joined) <= width) lines[lines.length - 1] = joined;
		else lines.push(cutText(part, width));
	}
	return lines;
}
