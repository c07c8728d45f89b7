import fc from 'fast-check';
import {expect, it} from 'vitest';
import {topScreen} from '../../../source/app/model.ts';
import {checkSheet} from './check-sheet.ts';
import {arbitrarySession, World} from './play-step.ts';
import type {OneSheet} from './two-sheets.ts';

/** How many sessions are tried: more on demand, and from another seed. */
const amount = Number(process.env.USERSHEET_SESSIONS ?? 400);
const seed = Number(process.env.USERSHEET_SEED ?? 1);

/** Everything on its way arrives, and every question is answered. */
function finish(world: World): void {
	const isDone = (sheet: OneSheet): boolean =>
		sheet.inbox.length + sheet.asked.length + sheet.model.refused.length === 0 && sheet.isFree();
	let quiet = 0;
	for (let round = 0; quiet < 3 && round < 200; round += 1) {
		const {length} = world.disk.log;
		for (const [who, sheet] of world.sheets.entries()) {
			const play = (what: 'commit' | 'watch' | 'deliver' | 'leave' | 'retry') => world.play({who, do: what});
			if (sheet.inbox.length > 0) play('deliver');
			else if (sheet.asked.length > 0) play('commit');
			else if (sheet.question !== undefined) world.play({who, do: 'choose', item: round % 2});
			else if (!sheet.isFree()) play('leave');
			else if (sheet.model.save.state === 'failed' || sheet.model.refused.length > 0) play('retry');
			else play('watch');
			checkSheet(sheet);
		}
		quiet = length === world.disk.log.length && world.sheets.every(isDone) ? quiet + 1 : 0;
	}
}

function expectSettled({model, inbox}: OneSheet, world: World): void {
	expect(inbox).toEqual([]);
	expect([model.pending, model.refused, model.save, topScreen(model)]).toEqual([
		[],
		[],
		{state: 'saved'},
		undefined,
	]);
	expect(model.stored).toEqual(world.disk.sheet);
	expect(model.sheet).toEqual(world.disk.sheet);
}

it('whatever comes between what, two sheets lose nothing, ask about each refused value once, and end alike', () => {
	fc.assert(
		fc.property(arbitrarySession, (steps) => {
			const world = new World();
			for (const step of steps) checkSheet(world.play(step));
			finish(world);
			for (const sheet of world.sheets) expectSettled(sheet, world);
		}),
		{numRuns: amount, seed},
	);
}, 600_000);

it('all that one person does alone can be taken back and made again', () => {
	const alone = arbitrarySession.map((steps) => steps.map((step) => ({...step, who: 0})));
	fc.assert(
		fc.property(alone, (steps) => {
			const world = new World();
			const [sheet] = world.sheets;
			const before = sheet.model.sheet.users;
			const play = (what: 'undo' | 'redo') => checkSheet(world.play({who: 0, do: what}));
			for (const step of steps) if (step.do !== 'undo' && step.do !== 'redo') checkSheet(world.play(step));
			finish(world);
			const after = sheet.model.sheet.users;
			while (sheet.model.undo.length > 0) play('undo');
			finish(world);
			expect(sheet.model.sheet.users).toEqual(before);
			while (sheet.model.redo.length > 0) play('redo');
			finish(world);
			expect(sheet.model.sheet.users).toEqual(after);
			expectSettled(sheet, world);
		}),
		{numRuns: Math.ceil(amount / 4), seed},
	);
}, 600_000);
