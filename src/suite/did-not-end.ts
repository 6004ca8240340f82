/** What ends a test that does not end by itself raises an error that says so, in whatever language. */
export const didNotEnd = 'DidNotEnd';

/** The whole message where it is the same each time, as some runners name a test after its error. */
export const didNotEndInTime = `${didNotEnd}: it did not end within its share of processor time`;
