import { crc32, deflateRawSync } from "node:zlib"

/** A ZIP archive of files in their order, each packed unless it would not get smaller. */
export function makeZip(files: readonly { name: string; text: string }[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const { name, text } of files) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const isPacked = packed.length < plain.length
    const content = isPacked ? packed : plain
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt16LE(isPacked ? 8 : 0, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(plain.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, title, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const made = Buffer.from([20, 0])
    index.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, facts, rest, title]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, directory, Buffer.from("PK\x05\x06", "latin1"), end])
}
