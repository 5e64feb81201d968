import type { Dirent } from "node:fs"
import { open, readdir, stat } from "node:fs/promises"
import path from "node:path"
import { refuseArrival } from "@/lib/imports/arrival"
import { filesIn, unpack } from "@/lib/imports/formats/zip"
import { isArchive } from "@/lib/imports/model"
import type { FileReading } from "@/lib/imports/read-file"
import { openSafely, readSafely } from "@/lib/imports/read-safely"

/** A file that was named, or stands in a folder or archive that was; `file` is how it is spoken of. */
export type SourceFile = { file: string; name: string; bytes: Uint8Array; reading: FileReading }

/** Files that are read ahead of the one that is looked at. */
const ahead = 32

/** The files of the paths that were given, folders with all that is below them, in the order of names. */
export async function filesBelow(given: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const each of given) {
    const isFolder = await stat(each).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isFolder) await walk(each, files)
    else files.push(each)
  }
  return files
}

async function walk(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  const name = (entry: Dirent) => entry.name
  entries.sort((a, b) => name(a).localeCompare(name(b), "en", { numeric: true }))
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) await walk(inside, files)
    else if (entry.isFile()) files.push(inside)
  }
}

/** Reads files, many at once, and gives what was read in the order of the paths. */
export async function* readSources(paths: readonly string[]): AsyncGenerator<SourceFile> {
  const begun: Promise<SourceFile[]>[] = []
  let next = 0
  const begin = () => {
    const each = paths[next++]
    if (each !== undefined) begun.push(readSource(each))
  }
  while (next < Math.min(ahead, paths.length)) begin()
  for (let first = begun.shift(); first; first = begun.shift()) {
    const sources = await first
    begin()
    yield* sources
  }
}

async function readSource(file: string): Promise<SourceFile[]> {
  const name = path.basename(file)
  const none = new Uint8Array()
  const bytes = await bytesOf(file)
  if ("refused" in bytes) return [{ file, name, bytes: none, reading: bytes }]
  if (!isArchive(name)) return [{ file, name, bytes, reading: await readSafely(bytes, name) }]
  const found = filesIn(bytes)
  if ("refused" in found)
    return [{ file, name, bytes: none, reading: { name, refused: found.refused } }]
  const inside: Promise<SourceFile>[] = []
  for await (const entry of unpack(found.files, openSafely)) {
    const source = { file: `${file}/${entry.name}`, name: entry.name, bytes: none }
    inside.push(
      "bytes" in entry
        ? readSafely(entry.bytes, entry.name).then((reading) => ({ ...source, ...entry, reading }))
        : Promise.resolve({ ...source, reading: entry }),
    )
  }
  return Promise.all(inside)
}

/** The content of a file, unless its size alone refuses it. */
async function bytesOf(
  file: string,
): Promise<Uint8Array | Extract<FileReading, { refused: unknown }>> {
  const name = path.basename(file)
  try {
    const handle = await open(file)
    try {
      const refused = refuseArrival(name, (await handle.stat()).size)
      return refused ? { name, refused } : await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch {
    return { name, refused: { code: "unreadable", name } }
  }
}
