import { parentPort, workerData } from 'node:worker_threads';
import { learn } from './learn.js';
import type { Past } from './past.js';

parentPort?.postMessage(learn(workerData as Past));
