import { type FileRefusal, LARGEST_FILE, refuseSize } from "../decode"
import {
  type ArchiveEntry,
  BrokenArchive,
  inflateEntry,
  isZip,
  listEntries,
  packedOf,
  TooMuchInside,
} from "./archive"

/** What an archive of reports may hold: files, and bytes when they are unpacked. */
export const archiveLimits = { files: 5000, bytes: 200 * 1024 * 1024 }

/** A file of an archive, still packed, or why it is not opened. */
export type PackedFile = { name: string; packed: Packed } | { name: string; refused: FileRefusal }
/** `size` is what it inflates to, as the archive says; what inflates to more is given up there. */
export type Packed = { bytes: Uint8Array; method: number; size: number }
export type UnpackedFile =
  | { name: string; bytes: Uint8Array }
  | { name: string; refused: FileRefusal }
/** Opens one file of an archive. */
export type Opener = (packed: Packed, name: string) => Promise<UnpackedFile>

/** So many files are unpacked at once, and so many bytes, unless one alone is larger. */
const atOnce = { files: 32, bytes: 16 * 1024 * 1024 }

/** Whether a file is an archive to be expanded, rather than a document that is stored as one (DOCX). */
export function holdsFiles(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false
  try {
    return !listEntries(bytes).some(({ name }) => OF_A_DOCUMENT.test(name))
  } catch {
    return true
  }
}

const OF_A_DOCUMENT = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/container\.xml)$/

/**
 * The files of an archive of reports, by their names alone: no name leads out of a folder, and folders
 * and what systems add (`__MACOSX`, `.DS_Store`) are left out. An archive inside is handed on as a file
 * like others, which the reader then refuses. Nothing is unpacked: a file that is too large, behind a
 * password or broken is refused by itself, and the whole where its directory, their number or the sum
 * of what they come to is not to be taken.
 */
export function filesIn(bytes: Uint8Array): { files: PackedFile[] } | { refused: FileRefusal } {
  const entries = entriesOf(bytes)
  if (entries === null) return { refused: { code: "damaged", kind: "ZIP" } }
  if (entries.length === 0) return { refused: { code: "empty" } }
  if (entries.length > archiveLimits.files)
    return { refused: { code: "too-many-inside", most: archiveLimits.files } }
  const freeName = namesApart()
  const files = entries.map((entry): PackedFile => {
    const name = freeName(safeName(entry.name))
    const packed = packedIn(bytes, entry)
    return "code" in packed ? { name, refused: packed } : { name, packed }
  })
  const sum = files.reduce((all, file) => all + ("packed" in file ? file.packed.size : 0), 0)
  if (sum > archiveLimits.bytes)
    return { refused: { code: "too-big-unpacked", most: archiveLimits.bytes / 1024 / 1024 } }
  return { files }
}

/** The files of an archive with their bytes, in their order, a few at a time; each refused by itself. */
export async function* unpack(
  files: readonly PackedFile[],
  open: Opener = openHere,
): AsyncGenerator<UnpackedFile> {
  for (const some of inWindows(files)) {
    yield* await Promise.all(
      some.map((file) => ("packed" in file ? open(file.packed, file.name) : file)),
    )
  }
}

/** Opens a file of an archive in this thread. Nothing in it makes it throw. */
export async function openHere(
  { bytes, method, size }: Packed,
  name: string,
): Promise<UnpackedFile> {
  try {
    return { name, bytes: await inflateEntry(bytes, method, size) }
  } catch (error) {
    if (error instanceof BrokenArchive || error instanceof TooMuchInside)
      return { name, refused: { code: "damaged-inside" } }
    throw error
  }
}

function entriesOf(bytes: Uint8Array): ArchiveEntry[] | null {
  try {
    return listEntries(bytes, Number.POSITIVE_INFINITY).filter(isFile)
  } catch (error) {
    if (error instanceof BrokenArchive) return null
    throw error
  }
}

/** Sizes that do not fit into the directory stand as this elsewhere, where nobody looks. */
const UNSAID = 0xffffffff

function packedIn(bytes: Uint8Array, entry: ArchiveEntry): Packed | FileRefusal {
  const { encrypted, method, size } = entry
  if (encrypted) return { code: "password" }
  if (size === UNSAID || entry.packed === UNSAID) return { code: "damaged-inside" }
  const refused = refuseSize(size)
  if (refused) return refused
  try {
    const packed = packedOf(bytes, entry)
    const isKnown = method === 0 || method === 8
    if (!isKnown || packed.length > LARGEST_FILE * 1.01) return { code: "damaged-inside" }
    return { bytes: packed, method, size }
  } catch (error) {
    if (error instanceof BrokenArchive) return { code: "damaged-inside" }
    throw error
  }
}

function inWindows(files: readonly PackedFile[]): PackedFile[][] {
  const windows: PackedFile[][] = []
  let bytes = 0
  for (const file of files) {
    const size = "packed" in file ? file.packed.size : 0
    const last = windows.at(-1)
    if (last && last.length < atOnce.files && bytes + size <= atOnce.bytes) {
      last.push(file)
      bytes += size
    } else {
      windows.push([file])
      bytes = size
    }
  }
  return windows
}

function isFile({ name }: ArchiveEntry): boolean {
  return (
    !/[/\\]$/.test(name) && !/(?:^|[/\\])(?:__MACOSX[/\\]|\._|\.DS_Store$|Thumbs\.db$)/i.test(name)
  )
}

/** The last part of a path, without what a file system or a page could take for more than a name. */
export function safeName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? ""
  const clean = [...last].filter((char) => char >= " " && !/[\u007f:*?"<>|]/.test(char)).join("")
  return /^\.*$/.test(clean.trim()) ? "file" : clean.trim().slice(-200)
}

/** Two files of one name from two folders stay two. */
function namesApart(): (name: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (name) => {
    const dot = name.lastIndexOf(".")
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""]
    let free = name
    let count = next.get(name.toLowerCase()) ?? 2
    for (; taken.has(free.toLowerCase()); count++) free = `${stem} (${count})${ending}`
    next.set(name.toLowerCase(), count)
    taken.add(free.toLowerCase())
    return free
  }
}
