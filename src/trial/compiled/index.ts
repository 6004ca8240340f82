// The languages of which many candidates can be compiled at once.
import type { SuitePlan } from '../../suite/index.ts';
import { go } from './go.ts';
import type { CompiledLanguage } from './language.ts';
import { rust } from './rust.ts';

const byRunner: Readonly<Partial<Record<SuitePlan['runner'], CompiledLanguage>>> = { 'go test': go, 'cargo test': rust };

/** Null where each candidate is compiled by itself, or none is. */
export function compiledBy({ ecosystem, runner, parts }: SuitePlan): CompiledLanguage | null {
  return ecosystem === 'languages' && parts === undefined ? (byRunner[runner] ?? null) : null;
}
