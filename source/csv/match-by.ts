import type {FieldKey} from '../domain/field.ts';
import type {SyncSource} from '../domain/origin.ts';

type Way = {
	readonly key: string;
	readonly label: string;
	readonly field?: FieldKey;
	/** The system whose users the rows are: they are found by what it calls them (rules.md 3.28), and no others are. */
	readonly source?: SyncSource;
};

/** What may tell which user a row is about (rules.md 3.25); without a field it is the ID. */
const ways = [
	{key: 'id', label: 'ID'},
	{key: 'email', label: 'e-mail address', field: 'email'},
	{key: 'number', label: 'directory number', field: 'directoryNumber'},
	{key: 'service-user', label: 'service user name', field: 'serviceUser'},
	{
		key: 'client-service',
		label: 'service user name',
		field: 'serviceUser',
		source: 'client-service',
	},
	{
		key: 'users-and-services',
		label: 'service user name',
		field: 'serviceUser',
		source: 'users-and-services',
	},
	{key: 'mbg', label: 'MBG user name', field: 'mbgSipUser', source: 'mbg'},
] as const satisfies readonly Way[];

export type MatchKey = (typeof ways)[number]['key'];

/** A way to find users: as flags have it, and as sentences name it. */
export type MatchWay = Way & {readonly key: MatchKey};

/** The table of all ways; the first one is the vendor's. */
export const matchWays: readonly MatchWay[] = ways;

/** Those of an ordinary import, and those that synchronise with another system. */
export const matchKeys = matchWays.filter(({source}) => source === undefined).map(({key}) => key);
export const sourceKeys = matchWays.filter(({source}) => source !== undefined).map(({key}) => key);

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
