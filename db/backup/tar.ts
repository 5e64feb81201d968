/** A file within an archive, or a piece of it. */
export type Member = { name: string; bytes: Buffer }

const block = 512
/** What is read at once: the first release wrote a row of a table into one member, however large it was. */
const most = 16 * 1024 * 1024

/** A member as a tar archive (POSIX ustar) holds it: header, bytes, padding. */
export function tarMember({ name, bytes }: Member): Buffer {
  const header = Buffer.alloc(block)
  header.write(name, 0, 100)
  header.write("0000600\0", 100)
  header.write("0000000\0", 108)
  header.write("0000000\0", 116)
  header.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124)
  header.write("00000000000\0", 136)
  header.write("        ", 148)
  header.write("0", 156)
  header.write("ustar\u000000", 257)
  header.write(`${sumOf(header).toString(8).padStart(6, "0")}\0 `, 148)
  const padding = Buffer.alloc((block - (bytes.length % block)) % block)
  return Buffer.concat([header, bytes, padding])
}

/** What stands at the end of an archive. */
export const tarEnd: Buffer = Buffer.alloc(2 * block)

/**
 * The members of an archive, one after the other; one of more than 16 MB in several pieces under its name, so
 * that whatever size an archive claims, no more is held. Throws when it is damaged or ends too early.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const take = async (size: number): Promise<Buffer> => {
    const parts = [held]
    let length = held.length
    while (length < size) {
      const next = await chunks.next()
      if (next.done) throw new Error("The archive ends too early: it was not copied whole.")
      parts.push(next.value)
      length += next.value.length
    }
    const all = Buffer.concat(parts, length)
    held = all.subarray(size)
    return all.subarray(0, size)
  }
  for (;;) {
    const header = await take(block)
    if (header.every((byte) => byte === 0)) return
    if (Number.parseInt(header.toString("latin1", 148, 156), 8) !== sumOf(header))
      throw new Error("The archive is damaged, or is none.")
    const size = Number.parseInt(header.toString("latin1", 124, 136), 8)
    if (!(size >= 0)) throw new Error("The archive is damaged, or is none.")
    const name = header.toString("utf8", 0, 100).replace(/\0.*$/s, "")
    let left = size
    do {
      const bytes = await take(Math.min(left, most))
      left -= bytes.length
      yield { name, bytes }
    } while (left > 0)
    await take((block - (size % block)) % block)
  }
}

/** The sum of a header's bytes, its own field counted as blanks. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}
