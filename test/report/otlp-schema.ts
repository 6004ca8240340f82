// opentelemetry-proto v1 (`ExportTraceServiceRequest`) in its JSON form, as the OTLP specification maps it: lowerCamelCase names, ids as
// hexadecimal text, 64-bit integers as decimal text, enums as numbers. Strict: a field that the schema does not have is an error.
import * as z from 'zod';

const nanos = z.string().regex(/^\d{1,20}$/);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const uint32 = z.int().min(0).max(0xffffffff);

// A `oneof`: exactly one of them.
const anyValue: z.ZodType = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ intValue: z.string().regex(/^-?\d{1,19}$/) }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ arrayValue: z.strictObject({ values: z.array(z.lazy(() => anyValue)) }) }),
]);
const attributes = z
  .array(z.strictObject({ key: z.string().min(1), value: anyValue }))
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, 'keys are unique');

const span = z
  .strictObject({
    traceId: hex(16),
    spanId: hex(8),
    parentSpanId: z.union([hex(8), z.literal('')]),
    traceState: z.string().optional(),
    flags: uint32.optional(),
    name: z.string().min(1),
    kind: z.int().min(0).max(5),
    startTimeUnixNano: nanos,
    endTimeUnixNano: nanos,
    attributes,
    droppedAttributesCount: uint32.optional(),
    status: z.strictObject({ message: z.string().optional(), code: z.int().min(0).max(2) }),
  })
  .refine(({ startTimeUnixNano, endTimeUnixNano }) => BigInt(startTimeUnixNano) <= BigInt(endTimeUnixNano), 'it ends after its start');

export const exportTraceServiceRequest = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes, droppedAttributesCount: uint32.optional() }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string().optional() }),
          spans: z.array(span),
          schemaUrl: z.url().optional(),
        }),
      ),
      schemaUrl: z.url().optional(),
    }),
  ),
});

export type Span = z.infer<typeof span>;
