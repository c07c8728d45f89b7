import {chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {compileCacheFolder} from '../../source/cli/compile-cache-folder.ts';
import {makeFolder} from './run-cli.ts';

describe.skipIf(process.getuid === undefined)(
	'the folder of the compile cache, from which Node runs code',
	() => {
		it("is made in the person's own cache folder, and closed to others", () => {
			const base = join(makeFolder(), 'deep');
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBe(join(base, 'usersheet'));
			expect(statSync(join(base, 'usersheet')).mode & 0o777).toBe(0o700);
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBe(join(base, 'usersheet'));
		});

		it('is not used when others may write to it, or to a folder above it', () => {
			const base = makeFolder();
			mkdirSync(join(base, 'usersheet'), {mode: 0o755});
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBeUndefined();
			chmodSync(join(base, 'usersheet'), 0o700);
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBeDefined();
			chmodSync(base, 0o777);
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBeUndefined();
		});

		it('is not used when it is a link, or no folder', () => {
			const base = makeFolder();
			symlinkSync(makeFolder(), join(base, 'usersheet'));
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBeUndefined();
			expect(compileCacheFolder({XDG_CACHE_HOME: '/dev/null'})).toBeUndefined();
			expect(compileCacheFolder({XDG_CACHE_HOME: 'relative'})).toBeUndefined();
			expect(existsSync('relative')).toBe(false);
		});

		it.skipIf(process.getuid?.() !== 0)('is not used when it belongs to somebody else', () => {
			const base = makeFolder();
			mkdirSync(join(base, 'usersheet'), {mode: 0o700});
			chownSync(join(base, 'usersheet'), 65_534, 65_534);
			expect(compileCacheFolder({XDG_CACHE_HOME: base})).toBeUndefined();
			const other = makeFolder();
			chownSync(other, 65_534, 65_534);
			expect(compileCacheFolder({XDG_CACHE_HOME: other})).toBeUndefined();
		});
	},
);
