/** A worker thread for what takes long: it does one task, answers and ends. */
import {parentPort, workerData} from 'node:worker_threads';
import type {StoreTask} from './store-task.ts';
import {writeBackup} from './write-backup.ts';
import {writeCheckpoint} from './write-checkpoint.ts';

const {task, file}: StoreTask = workerData;
parentPort?.postMessage(await (task === 'checkpoint' ? writeCheckpoint(file) : writeBackup(file)));
