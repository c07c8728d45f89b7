import {createDemoStore} from '../../source/cli/demo-store.ts';
import type {Sheet} from '../../source/domain/sheet.ts';

/** The sheet of `usersheet --demo`. */
export async function demoSheet(): Promise<Sheet> {
	const demo = createDemoStore(true);
	try {
		const opened = await demo.openSheet('read');
		if ('error' in opened) throw new Error(opened.error.message);
		return opened.sheet;
	} finally {
		demo.remove();
	}
}
