import { SetMetadata } from '@nestjs/common';

export const WHOLE_WORKSPACE = 'whole workspace';

/** Closes a route, or all of a controller, to those who may see only some people's handoffs: what it says cannot be told apart by whose it is. */
export const WholeWorkspace = () => SetMetadata(WHOLE_WORKSPACE, true);
