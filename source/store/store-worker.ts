/** A worker thread for what takes long: it does one task, answers and ends. */
import {setPriority} from 'node:os';
import {parentPort, workerData} from 'node:worker_threads';
import {writeBackup} from './backup/write-backup.ts';
import type {StoreTask} from './store-task.ts';
import {writeCheckpoint} from './write-checkpoint.ts';

// On Linux this is about the calling thread alone: on a machine with few processors, key presses come first.
if (process.platform === 'linux') setPriority(0, 5);

const {task, file, seal}: StoreTask = workerData;
parentPort?.postMessage(
	await (task === 'checkpoint' ? writeCheckpoint(file, seal) : writeBackup(file, seal)),
);
