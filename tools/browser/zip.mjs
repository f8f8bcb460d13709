// ZIP files as LinkedIn packs an export: deflated, with a table of contents at the end (PKWARE's APPNOTE, 4.3).

import { crc32, deflateRawSync } from "node:zlib";

const DEFLATED = 8;
const VERSION = 20;

/**
 * @param {Record<string, string | Uint8Array>} files contents by name
 * @returns {Buffer}
 */
export function zip(files) {
  const parts = [];
  const contents = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    // Flags, method, time and date, checksum, sizes, lengths of name and extra field: the same in both headers.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(VERSION, 0);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, title, packed]);
    contents.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([VERSION, 0]), facts, place, title]));
    parts.push(local);
    at += local.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, table, Buffer.from("PK\x05\x06"), end]);
}
