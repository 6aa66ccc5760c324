import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');

/** Collects memory now, as a server does by itself some minutes after its start: what only a weak reference holds is gone. */
export const collectMemory = runInNewContext('gc') as () => void;
