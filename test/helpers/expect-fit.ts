import stringWidth from 'string-width';
import {expect} from 'vitest';
import type {AppDriver} from './app-driver.tsx';
import type {Keys} from './go-to.ts';

/** The sizes at which every screen has to fit; the last one is the smallest that is drawn at all. */
export const sizes = [
	[80, 24],
	[120, 40],
	[60, 15],
	[40, 8],
] as const;

/** No line is wider than the terminal, no frame higher, and the last line tells how to get help or away. */
export function expectFit(app: AppDriver, what: string): void {
	const {columns, rows} = app.model.size;
	const frame = app.frame();
	for (const line of frame) expect(stringWidth(line), `${what}: ${line}`).toBeLessThanOrEqual(columns);
	expect(frame.length, `${what}\n${frame.join('\n')}`).toBeLessThanOrEqual(rows);
	expect(app.footer(), `${what}\n${app.screen()}`).toMatch(/\? Help|Esc [A-Z]|N or Esc No/);
	if (columns >= 60) expect(app.footer(), `${what}\n${app.screen()}`).not.toContain('…');
	// What the terminal shows is the frame: nothing was cut by the painter, and nothing is left of the screen before.
	expect(app.terminal.screen(), what).toEqual(frame.map((line) => line.trimEnd()));
}

/** Presses keys one by one, and looks after each. */
export async function walk(app: AppDriver, ...keys: readonly Keys[]): Promise<void> {
	for (const key of keys) {
		await app.press(key);
		expectFit(app, String(key));
	}
}
