import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {playJob} from '../helpers/count-job-keys.ts';
import {goTo} from '../helpers/go-to.ts';
import {realJobs} from '../helpers/real-jobs.ts';

it.each(realJobs)('$job: at most $most keys', async (job) => {
	const {keys, session} = playJob(job);
	expect(keys).toBeLessThanOrEqual(job.most);
	const app = await openApp({sheet: job.sheet()});
	const before = (await app.stored()).users;
	if (job.from !== undefined) await app.press(goTo(job.from));
	for (const step of job.steps)
		if (typeof step === 'object' && 'typed' in step) await app.type(step.typed);
		else if (typeof step === 'object') await app.paste(step.pasted);
		else await app.press(step);
	const {users} = await app.stored();
	expect(users.filter(job.isDone)).toHaveLength(job.users);
	expect(users).toEqual(session.stored().users);
	// One change, and one key takes it back.
	await app.press('table.clear', 'change.undo');
	expect((await app.stored()).users).toEqual(before);
});
