import type {FieldKey} from '../domain/field.ts';

/** What may tell which user a row is about (rules.md 3.25); without a field it is the ID. */
const ways = [
	{key: 'id', label: 'ID'},
	{key: 'email', label: 'e-mail address', field: 'email'},
	{key: 'number', label: 'directory number', field: 'directoryNumber'},
	{key: 'service-user', label: 'service user name', field: 'serviceUser'},
] as const satisfies readonly {readonly key: string; readonly label: string; readonly field?: FieldKey}[];

export type MatchKey = (typeof ways)[number]['key'];

/** A way to find users: as flags have it, and as sentences name it. */
export type MatchWay = {readonly key: MatchKey; readonly label: string; readonly field?: FieldKey};

/** The table of all ways; the first one is the vendor's. */
export const matchWays: readonly MatchWay[] = ways;

export const matchKeys = ways.map(({key}) => key);

/** The table's row for an option. */
export function matchWayOf(key: MatchKey): MatchWay {
	const found = matchWays.find((way) => way.key === key);
	if (found === undefined) throw new Error(`No way to match ${key}`);
	return found;
}

/** Whether an import may make users: an overwrite by ID never does, and one by another value where rows fit no user. */
export function mayCreate({
	overwrite,
	matchBy,
}: {
	readonly overwrite: boolean;
	readonly matchBy: MatchKey;
}): boolean {
	return !overwrite || matchBy !== 'id';
}
