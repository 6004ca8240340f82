// What a run needs next, once the model is preparing: the checkout, the sandbox, and the copy of the files that is repaired.
import { openGitHub } from '../delivery/index.ts';
import { ensureCheckout, readLocalIncident } from '../incident/index.ts';
import { openCheckout, openWorkspace } from '../workspace/index.ts';

export { confine, enableSandbox } from './confine.ts';
export { pathPolicyOf } from './path-policy.ts';
export { ensureCheckout, openCheckout, openGitHub, openWorkspace, readLocalIncident };
