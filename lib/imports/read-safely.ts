import { open } from "node:fs/promises"
import path from "node:path"
import { refuseSize } from "./decode"
import { openHere, type Packed, type UnpackedFile } from "./formats/zip"
import type { FileReading, Text } from "./read-file"
import { ReaderPool } from "./reader-pool"
import type { KnownAround, Reading } from "./reader-process"
import type { TableReading } from "./tables/read-table"

let pool: ReaderPool | null = null

/**
 * Reads a file in a process of its own that may take 10 seconds and 256 MB; one that takes more is
 * stopped and replaced, and its file refused. Nothing in a file makes it throw. Many can be asked for at
 * once: as many as there are processors, two at most, are read at a time. The rules that look beyond the
 * report are given what they need in `context`.
 */
export async function readSafely(
  bytes: Uint8Array,
  name: string,
  context?: KnownAround,
): Promise<FileReading> {
  const refused = refuseSize(bytes.length)
  if (refused) return { name, refused }
  pool ??= new ReaderPool()
  const reading = await pool.read({ bytes, name, context })
  if (isOfTable(reading) || "bytes" in reading)
    throw new Error("A report was asked for, and something else read")
  return reading as FileReading
}

/** Reads a text that was read before as the kind that somebody says it is, with the same limits. */
export async function readTextSafely(
  of: Text,
  as: "report" | "document",
  context?: KnownAround,
): Promise<FileReading> {
  pool ??= new ReaderPool()
  const asked = { bytes: new Uint8Array(), name: of.name, context, text: { of, as } }
  return (await pool.read(asked)) as FileReading
}

/** Reads a file that holds a table, with the same limits. Nothing in a file makes it throw. */
export async function readTableSafely(bytes: Uint8Array, name: string): Promise<TableReading> {
  pool ??= new ReaderPool()
  const reading = await pool.read({ bytes, name, table: true })
  if ("refused" in reading || isOfTable(reading)) return reading
  throw new Error("A table was asked for, and something else read")
}

/** Unpacks a file of an archive, with the same limits. Nothing in it makes it throw. */
export async function openSafely(
  { bytes, ...packed }: Packed,
  name: string,
): Promise<UnpackedFile> {
  // What lies there as it is needs no opening.
  if (packed.method === 0) return openHere({ bytes, ...packed }, name)
  pool ??= new ReaderPool()
  const opened = await pool.read({ bytes, name, packed })
  if ("refused" in opened || "bytes" in opened) return opened as UnpackedFile
  throw new Error("A file was to be unpacked, and was read")
}

const isOfTable = (
  reading: Reading,
): reading is Extract<TableReading, { kind: "table" | "record" }> =>
  "kind" in reading && (reading.kind === "table" || reading.kind === "record")

/** Reads a file of this machine, safely. One that is too large is refused by its size, unread. */
export async function readPath(file: string, context?: KnownAround): Promise<FileReading> {
  const name = path.basename(file)
  const bytes = await bytesOf(file)
  return bytes instanceof Uint8Array ? readSafely(bytes, name, context) : { name, refused: bytes }
}

/**
 * Ends the processes at once; the next reading starts new ones. Idle ones end by themselves and keep no
 * program from ending, so this is for those that want their memory back.
 */
export function closeReaders(): void {
  pool?.close()
  pool = null
}

async function bytesOf(file: string) {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      return refuseSize(size) ?? (await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch {
    return { code: "unreadable", name: path.basename(file) } as const
  }
}
