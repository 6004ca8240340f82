const ANYWHERE = /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|APIKEY|COOKIE/;
const SEGMENTS =
  /^(KEY|KEYS|AUTH|PASS|PWD|PAT|JWT|DSN|CERT|SIGNATURE|.*(ACCESS|SSH|GPG|PGP|SIGNING|ENCRYPTION|MASTER|DEPLOY|SERVICE)KEYS?)$/;

// What the runner gives an action: files a later step obeys, and the runtime's addresses.
const RUNNER = /^(ACTIONS_|INPUT_|STATE_|RUNNER_TRACKING_ID$|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)$|REGREEN_)/;
// What would make our own child processes load code of the repository's choosing.
const LOADERS = /^(LD_|DYLD_)|^BASH_ENV$|^PATH$|^HOME$/;

/** True for a name (of a variable, a parameter of a URL) whose value the repository's tests and our output must not show. */
export function secretLooking(name: string): boolean {
  const upper = name
    .replaceAll('-', '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase();
  if (ANYWHERE.test(upper.replaceAll('_', '')) || RUNNER.test(upper) || LOADERS.test(upper)) return true;
  // PWD by itself is the working directory, which every shell sets.
  return upper !== 'PWD' && upper.split('_').some((segment) => SEGMENTS.test(segment));
}
