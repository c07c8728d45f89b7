import type {Command} from 'commander';
import {describeTold, planTold} from '../domain/pins/told-pin.ts';
import {count} from '../domain/problem.ts';
import {finishWork} from '../domain/work.ts';
import type {Act} from './act.ts';
import {addChangeFlags, type ChangeFlags, changeChosenUsers} from './change-chosen-users.ts';
import type {Context} from './context.ts';
import {printLine} from './io.ts';

type ToldFlags = ChangeFlags & {readonly not?: boolean};

/** `usersheet told`. */
export function registerTold(program: Command, act: Act): void {
	const command = program
		.command('told')
		.description('tick that users were told their deployment PINs; another PIN is not told by that');
	addChangeFlags(command.option('--not', 'take the ticks away')).action(act(runTold));
}

function runTold(context: Context, flags: ToldFlags): Promise<number> {
	const told = flags.not !== true;
	return changeChosenUsers(flags, context, {
		plan(users) {
			const plan = finishWork(planTold(users, told));
			const left = describeTold(plan, told);
			const {change, withoutPin, already} = plan;
			return {
				change,
				problems: [],
				nothing: ['Nothing was changed.', ...left].join(' '),
				facts: {withoutPin, already},
			};
		},
		async tell({updated}) {
			printLine(
				context.io.stdout,
				`${count(updated.length, 'PIN')} ticked as ${told ? 'told' : 'not told'}.`,
			);
		},
	});
}
