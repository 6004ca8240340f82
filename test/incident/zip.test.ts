// Archives as GitHub gives them, and archives as somebody might make them to do harm.
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip, type ZipLimits } from '../../src/incident/distill/zip.ts';
import { distillate, nothingGathered, readArchive } from '../../src/incident/index.ts';

interface Entry {
  readonly name: string;
  readonly data: string | Buffer;
  /** What the archive claims; default: the truth. */
  readonly size?: number;
  readonly encrypted?: boolean;
}

/** A zip archive (PKWARE APPNOTE 4.3), written by hand so that it can lie. */
function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size, encrypted = false } of entries) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | Number(encrypted), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const limits: ZipLimits = { entries: 100, entryBytes: 1_000_000, totalBytes: 2_000_000 };

async function read(zip: Buffer, given: ZipLimits = limits): Promise<{ files: Record<string, number>; problems: readonly string[] }> {
  const files: Record<string, number> = {};
  const { problems } = await readZip(zip, given, async (entry) => {
    files[entry.name] = 0;
    for await (const chunk of entry.read()) files[entry.name] = (files[entry.name] ?? 0) + chunk.length;
  });
  return { files, problems };
}

const failing = '2026-11-25T10:00:00.1234567Z not ok 2 - adds the tax\n';

describe("an archive of a run's logs", () => {
  it('is read once, as whole jobs: the parts below the folders say the same again', async () => {
    const zip = zipOf([
      { name: '0_test (20).txt', data: failing },
      { name: '1_test (22).txt', data: failing },
      { name: 'test (20)/system.txt', data: failing },
      { name: 'test (20)/3_Run npm test.txt', data: failing },
    ]);
    const gathered = nothingGathered();
    await readArchive('logs.zip', zip, gathered);
    expect(gathered.legs.map(({ name }) => name)).toEqual(['test (20)', 'test (22)']);
    const { tests } = distillate(gathered, { mask: (text) => text });
    expect(tests).toMatchObject([{ name: 'adds the tax', from: ['test (20)', 'test (22)'] }]);
  });
});

describe('an archive that means harm', () => {
  it('is read up to the limit of an entry and of all, whatever it claims', async () => {
    const bomb = Buffer.alloc(5_000_000);
    const { files, problems } = await read(zipOf([1, 2, 3, 4].map((n) => ({ name: `${n}.txt`, data: bomb }))));
    expect(Object.values(files).reduce((sum, bytes) => sum + bytes, 0)).toBe(limits.totalBytes);
    expect(problems.join()).toMatch(/larger than 1 MB.*unpacks to more than 2 MB/s);
  });

  it('does not pass with a size that is a lie', async () => {
    const { files, problems } = await read(zipOf([{ name: 'a.txt', data: Buffer.alloc(5_000_000), size: 10 }]));
    expect(files['a.txt']).toBeLessThanOrEqual(limits.entryBytes);
    expect(problems).toHaveLength(1);
  });

  it('has no more entries read than allowed', async () => {
    const zip = zipOf(Array.from({ length: 150 }, (_, n) => ({ name: `${n}.txt`, data: 'x' })));
    const { files, problems } = await read(zip);
    expect(Object.keys(files)).toHaveLength(100);
    expect(problems).toEqual(['only the first 100 of its 150 files were read']);
  });

  it.each(['../out.txt', '/etc/passwd', 'a/../../out.txt', 'C:\\out.txt', 'C:/out.txt'])('is refused at the name %s', async (name) => {
    const { files, problems } = await read(zipOf([{ name, data: 'x' }]));
    expect(files).toEqual({});
    expect(problems).toHaveLength(1);
  });

  it('is passed over where it is encrypted, and the rest is read', async () => {
    const { files, problems } = await read(
      zipOf([
        { name: 'a.txt', data: 'x', encrypted: true },
        { name: 'b.txt', data: 'x' },
      ]),
    );
    expect(files).toEqual({ 'b.txt': 1 });
    expect(problems).toEqual(['a.txt is encrypted or packed in an unknown way']);
  });

  it('is said to be broken wherever it was cut off, and nothing is thrown', async () => {
    const zip = zipOf([{ name: 'a.txt', data: failing.repeat(50) }]);
    for (let length = 0; length < zip.length; length += 7) {
      const { problems } = await read(zip.subarray(0, length));
      expect(problems).toHaveLength(1);
    }
  });
});
