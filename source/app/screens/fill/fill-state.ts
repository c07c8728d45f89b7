import type {CellsJob} from '../../../domain/cells/plan-job.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {TextFieldState} from '../../text-field-state.ts';
import type {Targets} from '../users/describe-targets.ts';

/** One value for cells of many users: it is typed, or it is known, and what it would do is worked out. */
export type FillState = {
	readonly name: 'fill';
	readonly aboutUsers: true;
	readonly targets: Targets;
	readonly keys: readonly FieldKey[];
	/** What is typed; undefined where the values are known. */
	readonly field: TextFieldState | undefined;
	/** Why what was typed cannot be. */
	readonly problem: string | undefined;
	/** While the shell works out what these values would do. */
	readonly planning: CellsJob | undefined;
	/** What a person should know before, beside what is worked out. */
	readonly notes: readonly string[];
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly fill: FillState;
	}
}
