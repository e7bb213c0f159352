declare const VERSION: string;
declare const BUILD: string;

/** The version that we were published as; run from the source there is none. */
export const version = typeof VERSION === 'undefined' ? '0.0.0' : VERSION;

/** A hash of all that we were built from; nothing when run from the source, which may change any time. */
export const fingerprint = typeof BUILD === 'undefined' ? undefined : BUILD;
