/** What one look at this machine, this checkout or a far side came to. */
export interface Check {
  readonly name: 'node' | 'git' | 'checkout' | 'tests' | 'sandbox' | 'model' | 'token';
  /** `problem`: a run would end without a repair; `warning`: it works, and something is worth knowing; `unused`: nothing of it is set up. */
  readonly state: 'ok' | 'warning' | 'problem' | 'unused';
  /** One sentence without a full stop. */
  readonly summary: string;
  /** Reasons and facts behind it, a line each. */
  readonly details: readonly string[];
  /** What to do; null when there is nothing to do. */
  readonly remedy: string | null;
}

export function check(
  name: Check['name'],
  state: Check['state'],
  summary: string,
  more: { readonly details?: readonly string[]; readonly remedy?: string | null } = {},
): Check {
  return { name, state, summary, details: more.details ?? [], remedy: more.remedy ?? null };
}
