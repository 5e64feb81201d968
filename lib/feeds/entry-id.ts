import { createHash } from "node:crypto"

/** A UUID made of a record's own and a word (RFC 9562, version 8): what happens to one record twice has two. */
export function entryId(record: string, word: string): string {
  const digest = createHash("sha256").update(`${record}/${word}`).digest().subarray(0, 16)
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  return digest.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
