// A file's bytes as the text that is shown and edited, and back without touching a byte outside of an edit.
type Eol = 'LF' | 'CRLF' | 'mixed';

export interface TextFile {
  /** Without BOM; CRLF is LF where the whole file uses it, and stays as it is in a mixed file. */
  readonly text: string;
  readonly eol: Eol;
  readonly bom: boolean;
  /** `latin1` stands for any encoding in which ASCII is itself: every byte is one character and comes back as that byte. */
  readonly encoding: 'utf8' | 'latin1';
}

/** Decodes a file; a string says why it is not text. */
export function decodeText(bytes: Uint8Array): TextFile | string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, [0xff, 0xfe]) || startsWith(buffer, [0xfe, 0xff])) return 'it is UTF-16';
  if (buffer.includes(0)) return 'it is binary';
  const bom = startsWith(buffer, [0xef, 0xbb, 0xbf]);
  const decoded = decode(bom ? buffer.subarray(3) : buffer);
  const eol = endOfLine(decoded.text);
  return { ...decoded, text: eol === 'CRLF' ? decoded.text.replaceAll('\r\n', '\n') : decoded.text, eol, bom };
}

/** The bytes of `text` in the manner of the file it comes from. */
export function encodeText(text: string, { eol, bom, encoding }: Omit<TextFile, 'text'>): Buffer {
  const raw = eol === 'CRLF' ? text.replaceAll('\n', '\r\n') : text;
  const body = Buffer.from(raw, encoding);
  return bom ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) : body;
}

function decode(buffer: Buffer): { text: string; encoding: 'utf8' | 'latin1' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer), encoding: 'utf8' };
  } catch {
    return { text: buffer.toString('latin1'), encoding: 'latin1' };
  }
}

function endOfLine(text: string): Eol {
  const crlf = text.split('\r\n').length - 1;
  if (crlf === 0) return 'LF';
  const all = text.split('\n').length - 1;
  return crlf === all ? 'CRLF' : 'mixed';
}

function startsWith(buffer: Buffer, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => buffer[index] === byte);
}
