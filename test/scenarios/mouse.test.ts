import {expect, it} from 'vitest';
import {type AppDriver, openApp} from '../helpers/app-driver.tsx';

const wheelDown = '\u001b[<65;10;5M';
const wheelUp = '\u001b[<64;10;5M';

/** Whether the terminal tells what the mouse does. */
function tracksMouse({terminal}: AppDriver): boolean {
	return terminal.emulator.terminal.modes.mouseTrackingMode !== 'none';
}

async function switchMouse(app: AppDriver): Promise<void> {
	await app.press('palette.open');
	await app.type('mouse');
	await app.press('commands.run');
}

it('is off until it is switched on, and is off again when the program ends', async () => {
	const app = await openApp({users: 30});
	expect(tracksMouse(app)).toBe(false);
	await switchMouse(app);
	expect(tracksMouse(app)).toBe(true);
	expect(app.screen()).toContain('The mouse is for usersheet now');
	await switchMouse(app);
	expect(tracksMouse(app)).toBe(false);
	await switchMouse(app);
	expect(await app.quit()).toBe(0);
	await app.terminal.settle();
	expect(tracksMouse(app)).toBe(false);
});

it('moves three rows with each step of the wheel, and nothing while text is typed', async () => {
	const app = await openApp({users: 30});
	app.terminal.press(wheelDown);
	await app.press('table.down');
	expect(app.screen()).toContain('Row 2 of 30');
	await switchMouse(app);
	app.terminal.press(wheelDown + wheelDown);
	await app.press('table.down');
	expect(app.screen()).toContain('Row 9 of 30');
	app.terminal.press(wheelUp);
	await app.type('Zoe');
	expect(app.screen()).toContain('Row 6 of 30');
	app.terminal.press(wheelUp);
	await app.type('!');
	expect(app.model.grid.editor?.field.text).toBe('Zoe!');
});
