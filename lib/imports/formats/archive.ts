import { promisify } from "node:util"
import { inflateRaw } from "node:zlib"

const inflated = promisify(inflateRaw)

/** One file of a ZIP archive: where its bytes stand and what it says of its size, which may be a lie. */
export type ArchiveEntry = {
  name: string
  method: number
  encrypted: boolean
  offset: number
  packed: number
  size: number
}

/** What the whole of an archive may come to when it is unpacked. */
export class TooMuchInside extends Error {}
export class BrokenArchive extends Error {}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Whether bytes are those of a ZIP archive, an empty one among them. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && [0x0403, 0x0605].includes(le16(bytes, 2))
}

/** The files of an archive by its directory, without unpacking any. Throws `BrokenArchive`. */
export function listEntries(bytes: Uint8Array, most = 10_000): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const furthest = Math.max(0, end - 0xffff)
  while (end >= furthest && view.getUint32(end, true) !== END) end -= 1
  if (end < furthest || end < 0) throw new BrokenArchive()
  const entries: ArchiveEntry[] = []
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new BrokenArchive()
    if (entries.length >= most) throw new TooMuchInside()
    const flags = view.getUint16(at + 8, true)
    const length = view.getUint16(at + 28, true)
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The bytes of one file of an archive, never more than `most`: what inflates to more is given up at
 * that point, whatever size it claims (`TooMuchInside`). Inflating runs beside the calling thread.
 */
export async function unpackEntry(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  most: number,
): Promise<Uint8Array> {
  return inflateEntry(packedOf(bytes, entry), entry.method, most)
}

/** The bytes of one file as they lie in the archive. Throws `BrokenArchive`. */
export function packedOf(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw new BrokenArchive()
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + entry.packed > bytes.length) throw new BrokenArchive()
  return bytes.subarray(from, from + entry.packed)
}

/** What such bytes inflate to, never more than `most`, as `unpackEntry` says. */
export async function inflateEntry(
  packed: Uint8Array,
  method: number,
  most: number,
): Promise<Uint8Array> {
  if (method === 0) {
    if (packed.length > most) throw new TooMuchInside()
    return packed
  }
  if (method !== 8) throw new BrokenArchive()
  try {
    return await inflated(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : ""
    throw code === "ERR_BUFFER_TOO_LARGE" ? new TooMuchInside() : new BrokenArchive()
  }
}

function le16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
}

/** Names are UTF-8 where the archive says so, or where they can be; else what old programs wrote. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !utf8 }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
