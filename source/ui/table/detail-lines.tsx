import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {pendingText} from '../../app/keymap/pressed-keys.ts';
import type {Model, Notice} from '../../app/model.ts';
import {cutText, textWidth, wrapToHeight} from '../../terminal/text/text-width.ts';
import {noticeStyles, signs} from '../theme.ts';
import {describeSave} from './save-state.ts';

/** A line below the rows. */
export type DetailLine = {readonly text: string; readonly tone: Notice['tone']};

/** Cells that the line above the keys keeps free of whether all is saved. */
const leastBesideSaved = 20;

/**
 * What is said below the rows, in lines: more of the row under the cursor, and an answer to the last key. A short answer takes
 * the last line only, a longer one takes all.
 *
 * @param height lines that there are at any time; what does not fit may take as many as `most`
 */
export function detailLines(
	model: Model,
	detail: Notice,
	height: number,
	most: number,
): readonly DetailLine[] {
	const {notice} = model;
	const {columns} = model.size;
	const room = columns - textWidth(describeEnd(model).text) - 4;
	const isShort = notice !== undefined && height > 1 && textWidth(notice.text) <= room;
	const shown = isShort ? detail : (notice ?? detail);
	const lines = wrapToHeight(shown.text, columns - 1, isShort ? height : most).map(
		(text, index): DetailLine => signLine(text, index === 0 ? shown.tone : 'plain', shown.tone),
	);
	// A blank, as a line without any character has no height.
	while (lines.length < height) lines.push({text: ' ', tone: 'plain'});
	if (isShort) return lines.with(-1, signLine(notice.text, notice.tone, notice.tone));
	const isCut = textWidth(lines.at(-1)?.text ?? '') > room + 1;
	return isCut && lines.length < most ? [...lines, {text: '', tone: 'plain'}] : lines;
}

function signLine(text: string, sign: Notice['tone'], tone: Notice['tone']): DetailLine {
	return {text: `${sign === 'bad' ? signs.problem : ' '}${text}`, tone};
}

/** The lines below the rows, with keys that wait for another one and whether all is saved at the end of the last. */
export function DetailLines({
	model,
	lines,
}: {
	readonly model: Model;
	readonly lines: readonly DetailLine[];
}): ReactElement {
	const {columns} = model.size;
	const end = describeEnd(model);
	const room = columns - textWidth(end.text) - 3;
	return (
		<Box flexDirection="column" height={lines.length} flexShrink={0}>
			{lines.map(({text, tone}, index) => {
				const isLast = index === lines.length - 1;
				const shown = cutText(text, isLast ? room : columns);
				const gap = isLast ? ' '.repeat(Math.max(2, room - textWidth(shown) + 2)) : '';
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
					<Text key={index} wrap="truncate">
						<Text {...noticeStyles[tone]}>{shown}</Text>
						{gap}
						{isLast ? <Text {...end.style}>{end.text}</Text> : null}
					</Text>
				);
			})}
		</Box>
	);
}

function describeEnd(model: Model): {readonly text: string; readonly style: object} {
	const {text, style} = describeSave(model);
	const pending = pendingText(model);
	const shown = pending === undefined ? text : `${pending}  ${text}`;
	return {text: cutText(shown, Math.max(10, model.size.columns - leastBesideSaved)), style};
}
