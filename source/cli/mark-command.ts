import {Argument, type Command} from 'commander';
import {type MarkName, markNames} from '../domain/life-cycle/mark-table.ts';
import {describeOthers, planMarks} from '../domain/life-cycle/plan-marks.ts';
import {finishWork} from '../domain/work.ts';
import type {Act} from './act.ts';
import {addChangeFlags, type ChangeFlags, changeChosenUsers} from './change-chosen-users.ts';
import type {Context} from './context.ts';
import {printLine} from './io.ts';

/** `usersheet mark`. */
export function registerMark(program: Command, act: Act): void {
	addChangeFlags(
		program
			.command('mark')
			.description('say what has happened to users elsewhere: deployed, downloaded, reset or withdrawn')
			.addArgument(new Argument('<what>', 'what has happened').choices(markNames)),
	).action(act(runMark));
}

function runMark(context: Context, what: MarkName, flags: ChangeFlags): Promise<number> {
	const {io} = context;
	return changeChosenUsers(flags, context, {
		plan(users, {sheet}) {
			const ids = users.map(({id}) => id);
			const plan = finishWork(planMarks(what, ids, new Date().toISOString(), sheet));
			const others = describeOthers(what, plan);
			return {
				change: plan.change,
				problems: [],
				nothing: `Nothing was changed.${others === undefined ? '' : ` ${others}`}`,
				facts: {leftAlone: plan.others},
			};
		},
		tell: async ({label}) => printLine(io.stdout, `${label.replace('Mark', 'Marked')}.`),
	});
}
