/** The command line was used wrongly; the message says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
