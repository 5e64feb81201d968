import { inflateRawSync } from "node:zlib"
import type { FileRefusal } from "../decode"

export type Unpacked = { files: { name: string; bytes: Uint8Array }[] } | { refused: FileRefusal }

const most = { files: 5000, bytes: 200 * 1024 * 1024 }
const broken: Unpacked = { refused: { code: "binary", kind: "ZIP" } }

/** The files of an archive in its order, under the names that they have in it, or why it was refused. */
export async function unpack(bytes: Uint8Array, _name: string): Promise<Unpacked> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = data.lastIndexOf("PK\x05\x06", undefined, "latin1")
  if (end < 0 || end + 22 > data.length) return broken
  const files: { name: string; bytes: Uint8Array }[] = []
  let left = most.bytes
  let at = data.readUInt32LE(end + 16)
  try {
    for (let entry = 0; entry < data.readUInt16LE(end + 10); entry++) {
      if (files.length === most.files || left <= 0) return broken
      const [name, extra, comment] = [28, 30, 32].map((field) => data.readUInt16LE(at + field))
      const title = data.toString("utf8", at + 46, at + 46 + (name ?? 0))
      if (!title.endsWith("/")) {
        const local = data.readUInt32LE(at + 42)
        const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
        const packed = data.subarray(from, from + data.readUInt32LE(at + 20))
        const isPacked = data.readUInt16LE(at + 10) === 8
        const content = isPacked ? inflateRawSync(packed, { maxOutputLength: left }) : packed
        left -= content.length
        files.push({ name: title, bytes: content })
      }
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
    }
  } catch {
    return broken
  }
  return { files }
}
