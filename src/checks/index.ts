import noEmptySection from './no-empty-section.ts';

/** Every check, in the order in which they run. */
export const checks = [noEmptySection];
