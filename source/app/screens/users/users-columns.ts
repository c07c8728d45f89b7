import {type GridColumn, isMasked} from '../../../domain/field.ts';
import {gridColumns} from '../../../domain/life-cycle/grid-columns.ts';
import type {Column, Preset} from '../../table/table.ts';

/** What people look for first stands beside the name. */
const first: readonly GridColumn['key'][] = [
	'id',
	'firstName',
	'lastName',
	'directoryNumber',
	'email',
	'deploymentPin',
	'profile',
	'state',
	'selfDeploy',
];
const who: readonly GridColumn['key'][] = ['id', 'firstName', 'lastName'];

const ordered = gridColumns.toSorted((a, b) => rankOf(a.key) - rankOf(b.key));

const catalogues = {usual: toColumns(false), standAlone: toColumns(true)};

/** Every column of the users; where all have to have PBX data (rules.md 1.2), those are shown empty, too. */
export function usersColumns(isStandAlone: boolean): readonly Column[] {
	return isStandAlone ? catalogues.standAlone : catalogues.usual;
}

/** Fields that one looks at together. */
export const usersPresets: readonly Preset[] = [
	{name: 'Everything', keys: ordered.map(({key}) => key)},
	{name: 'People', keys: [...who, 'directoryNumber', 'email', 'profile']},
	{name: 'PBX', keys: [...who, 'directoryNumber', 'pbxSipHost', 'pbxSipUser', 'pbxSipPassword']},
	{
		name: 'MBG',
		keys: [...who, 'profile', 'mbgSipHost', 'mbgWebrtcSipHost', 'mbgSipUser', 'mbgSipPassword'],
	},
	{name: 'Service', keys: [...who, 'serviceHost', 'serviceUser', 'servicePassword', 'voicemailNumber']},
	{name: 'PIN', keys: [...who, 'directoryNumber', 'email', 'deploymentPin']},
	{
		name: 'Deployment',
		keys: [
			...who,
			'state',
			'selfDeploy',
			'profile',
			'serviceUser',
			'email',
			'deploymentLink',
			'authenticationCode',
		],
	},
];

/** The fields as columns; one that comes from the profile says so. */
function toColumns(isStandAlone: boolean): readonly Column[] {
	return ordered.map((field) => {
		const {key, header, short = header, width, frozen, role} = field;
		const isRequired = field.role === 'stored' && field.required === 'stand-alone' && isStandAlone;
		return {
			key,
			header: role === 'derived' ? `= ${short}` : short,
			name: header,
			width,
			frozen,
			// Only synchronised users have a self-deployment.
			isOptional: (!first.includes(key) || key === 'selfDeploy') && !isRequired,
			...(key === 'id' ? {align: 'right'} : {}),
		};
	});
}

function rankOf(key: GridColumn['key']): number {
	const place = first.indexOf(key);
	return place < 0 ? first.length : place;
}

/** Whether the values of a field may be seen in how wide it is. */
export function isMeasured(field: GridColumn): boolean {
	return !isMasked(field) || (field.role === 'stored' && field.kind === 'pin');
}
