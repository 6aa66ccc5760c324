import { SetMetadata } from '@nestjs/common';

export const BEFORE_SECOND_FACTOR = 'before second factor';

/** Leaves a route open to those who must set up a second factor first: to set it up, to see that, and to sign out. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);
