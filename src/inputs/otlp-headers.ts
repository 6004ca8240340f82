/**
 * `OTEL_EXPORTER_OTLP_HEADERS` as OpenTelemetry specifies it: `name=value` pairs separated by commas, values percent-encoded. What is no
 * header is left out: telemetry that does not arrive is better than a run that does not start.
 */
export function parseOtlpHeaders(text: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const pair of text.slice(0, 20_000).split(',')) {
    const [, name = '', raw = ''] = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
    const value = decoded(raw);
    if (name !== '' && value !== null && /^[\u0020-\u007e]{1,4000}$/.test(value)) headers[name.toLowerCase()] = value;
  }
  return headers;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
