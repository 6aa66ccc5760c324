import { Impossible, type Rig } from './fault.js';

/** Fills one of the disks of the rig to the last page; the end of it frees what was filled. */
export const full =
  (which: 'database' | 'data') =>
  async ({ disks }: Rig) => {
    if (!disks) throw new Impossible('only root may mount a disk that can be filled');
    await disks[which].fill();
    return () => disks[which].empty();
  };
