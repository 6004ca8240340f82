// What a peer is told, by its environment.

/** The base URL of the tape, with /v1. */
export const baseUrl = process.env.WIRE_BASE_URL ?? '';
export const apiKey = 'sk-wire-bench-no-secret';
/** Bytes of a tool's answer. */
export const resultBytes = Number(process.env.WIRE_RESULT_BYTES ?? 4096);
/** Frames above this are compressed, in bytes; absent: no compression is offered. */
export const compressAbove = process.env.WIRE_COMPRESS_ABOVE === undefined ? null : Number(process.env.WIRE_COMPRESS_ABOVE);
