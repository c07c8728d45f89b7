import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {lastChangeOf, timeZoneOf} from '../../app/screens/users/user-panel.ts';
import {cursorUser} from '../../app/screens/users/users-state.ts';
import type {Tone} from '../../app/table/table.ts';
import {checkInSheet} from '../../domain/check-in-sheet.ts';
import {effectiveHost} from '../../domain/effective-host.ts';
import {isMasked, maskValue} from '../../domain/field.ts';
import {gridFields} from '../../domain/field-lists.ts';
import {describeState} from '../../domain/life-cycle/describe-state.ts';
import {describeOrigin} from '../../domain/origin.ts';
import {formatFinding} from '../../domain/problem.ts';
import {findProfile} from '../../domain/profile.ts';
import type {Sheet} from '../../domain/sheet.ts';
import {cellValue, fullName, isReadOnly, type User} from '../../domain/user.ts';
import {cutMiddle, fitText, wrapText} from '../../terminal/text/text-width.ts';
import {signs, toneStyles} from '../theme.ts';

type Line = {readonly key: string; readonly text: string; readonly tone: Tone};

/** Cells that the name of a field has at least; longer ones are cut in the middle. */
const leastLabel = 18;

/** The user under the cursor in full, at the right of the grid: every field, and what is wrong with it. */
export function UserPanel({
	model,
	width,
	height,
}: {
	readonly model: Model;
	readonly width: number;
	readonly height: number;
}): ReactElement {
	const lines = describeUser(model, width - 2, height);
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0}>
			{Array.from({length: height}, (_, index) => {
				const {key, text, tone} = lines[index] ?? {key: String(index), text: '', tone: 'plain'};
				return (
					<Text key={key} wrap="truncate">
						│ <Text {...toneStyles[tone]}>{fitText(text, width - 2)}</Text>
					</Text>
				);
			})}
		</Box>
	);
}

/** The lines of a user. Where they are more than fit, fields without a value go first. */
function describeUser(model: Model, width: number, height: number): readonly Line[] {
	const {grid, sheet, revealed} = model;
	const user = cursorUser(grid, sheet);
	if (user === undefined) return [];
	const labelWidth = Math.max(leastLabel, Math.floor(width * 0.45));
	const problems = checkInSheet(user, sheet);
	const changed = lastChangeOf(model, user);
	const wrong = new Set(problems.map(({column}) => column));
	const fields = gridFields
		.filter(({role}) => role !== 'id')
		.map((field) => {
			const own = cellValue(user, field, sheet.profiles);
			const value = field.key === 'serviceHost' && own === '' ? hostOfProfile(user, sheet) : own;
			const isHidden = isMasked(field) && !(revealed && field.role === 'stored' && field.kind === 'pin');
			const isLocked = isReadOnly(field, user.origin);
			const sign = wrong.has(field.header) ? signs.problem : isLocked ? signs.readOnly : ' ';
			const label = fitText(cutMiddle(field.header, labelWidth), labelWidth);
			const text = `${sign}${label} ${isHidden ? maskValue(value) : value}`;
			return {key: field.key, text, tone: isLocked ? 'read-only' : 'plain', value} as const;
		});
	const around: readonly [readonly Line[], readonly Line[]] = [
		[
			{key: 'name', text: ` ${fullName(user)}, ID ${user.id}`, tone: 'plain'},
			...wrapText(describeOrigin(user.origin), width - 1).map(
				(text): Line => ({key: `origin ${text}`, text: ` ${text}`, tone: 'quiet'}),
			),
			...wrapText(describeState(user, sheet, timeZoneOf(model)), width - 1).map(
				(text): Line => ({key: `state ${text}`, text: ` ${text}`, tone: 'plain'}),
			),
			...(changed === undefined
				? []
				: [{key: 'changed', text: ` changed last ${changed}`, tone: 'quiet'} as const]),
		],
		problems.flatMap((problem, place) =>
			wrapText(`${signs.problem}${problem.column}: ${formatFinding(problem)}`, width).map(
				(text, index): Line => ({
					key: `${place} ${index}`,
					text,
					tone: problem.severity === 'error' ? 'bad' : 'warning',
				}),
			),
		),
	];
	const [top, bottom] = around;
	const isTight = top.length + fields.length + bottom.length > height;
	return [...top, ...fields.filter(({value}) => !isTight || value !== ''), ...bottom];
}

/** What a user without a host of their own has: that of the profile. */
function hostOfProfile(user: User, {profiles}: Sheet): string {
	const host = effectiveHost(user, findProfile(profiles, user.profile));
	return host === '' ? '' : `${host} (profile)`;
}
