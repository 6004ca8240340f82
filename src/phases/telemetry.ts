import type { Inputs } from '../inputs/index.ts';
import type { Report } from '../report/index.ts';

/** Sends the run to `otlp-endpoint`, when there is one. Null, or in one sentence what did not work: it changes nothing of the run. */
export async function sendTelemetry(inputs: Inputs, report: Report, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { otlpEndpoint: endpoint, otlpHeaders: headers } = inputs;
  if (endpoint === null) return null;
  const { sendTraces } = await import('../report/index.ts');
  const problem = await sendTraces(report, { endpoint, headers, traceparent: env.TRACEPARENT });
  return problem === null ? null : `The traces were not sent: ${problem}.`;
}
