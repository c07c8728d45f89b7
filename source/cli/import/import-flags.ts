import type {FixName} from '../../csv/fix/fix-kinds.ts';
import type {Decisions} from '../../csv/import-decisions.ts';
import type {MostChanges} from '../../csv/import-guards.ts';
import type {Delimiter} from '../../csv/import-plan.ts';
import type {MatchKey} from '../../csv/match-by.ts';
import type {ChosenEncoding} from '../../csv/reading-choice.ts';

/** The flags of `usersheet import`, as typed. */
export type ImportFlags = Partial<Decisions> & {
	readonly profile?: string;
	readonly profileFromCsv?: boolean;
	readonly keepProfile?: boolean;
	readonly sheet?: string;
	readonly encoding?: ChosenEncoding;
	readonly delimiter?: Delimiter;
	/** Line of the header, from 1. */
	readonly headerRow?: number;
	/** `Header=Field`, each as typed. */
	readonly map?: readonly string[];
	readonly mapNear?: boolean;
	readonly partial?: boolean;
	readonly overwrite?: boolean;
	readonly match?: MatchKey;
	readonly source?: MatchKey;
	readonly maxChanges?: MostChanges;
	readonly listMissing?: string;
	readonly missingWhere?: string;
	readonly takeOlderValues?: boolean;
	readonly plan?: string;
	readonly apply?: string;
	readonly progress?: boolean;
	/** All that were typed, in one form: `--match=email`. */
	readonly typed?: readonly string[];
	readonly dryRun?: boolean;
	readonly rejects?: string;
	readonly force?: boolean;
	readonly json?: boolean;
	readonly fix?: ReadonlySet<FixName>;
};
