import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'public';

/** Opens a route, or all of a controller, to those who are not signed in. Everything else is guarded. */
export const Public = () => SetMetadata(PUBLIC, true);
