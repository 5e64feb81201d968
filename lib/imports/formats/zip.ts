import { type FileRefusal, LARGEST_FILE } from "../decode"
import {
  type ArchiveEntry,
  BrokenArchive,
  isZip,
  listEntries,
  TooMuchInside,
  unpackEntry,
} from "./archive"

/** What an archive of reports may hold: files, and bytes when they are unpacked. */
export const archiveLimits = { files: 5000, bytes: 200 * 1024 * 1024 }

export type Unpacked = { files: { name: string; bytes: Uint8Array }[] } | { refused: FileRefusal }

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
 * like others, which the reader then refuses. Bytes are counted while they are unpacked, and no more than
 * one file is unpacked at a time.
 */
export async function unpack(bytes: Uint8Array, name: string): Promise<Unpacked> {
  try {
    const entries = listEntries(bytes).filter(isFile)
    if (entries.length === 0) return { refused: { code: "empty" } }
    if (entries.length > archiveLimits.files) return tooMany()
    if (entries.some(({ encrypted }) => encrypted)) return { refused: { code: "password" } }
    const files: { name: string; bytes: Uint8Array }[] = []
    const taken = new Set<string>()
    let left = archiveLimits.bytes
    for (const entry of entries) {
      const content = await unpackEntry(bytes, entry, Math.min(left, LARGEST_FILE))
      left -= content.length
      files.push({ name: freeName(safeName(entry.name), taken), bytes: content })
    }
    return { files }
  } catch (error) {
    if (error instanceof TooMuchInside) return tooBig()
    if (error instanceof BrokenArchive) return { refused: { code: "damaged", kind: "ZIP" } }
    throw new Error(`${name} could not be unpacked`, { cause: error })
  }
}

const tooMany = (): Unpacked => ({
  refused: { code: "too-many-inside", most: archiveLimits.files },
})
const tooBig = (): Unpacked => ({
  refused: { code: "too-big-unpacked", most: archiveLimits.bytes / 1024 / 1024 },
})

function isFile({ name }: ArchiveEntry): boolean {
  return (
    !/[/\\]$/.test(name) && !/(?:^|[/\\])(?:__MACOSX[/\\]|\._|\.DS_Store$|Thumbs\.db$)/i.test(name)
  )
}

/** The last part of a path, without what a file system or a page could take for more than a name. */
function safeName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? ""
  const clean = [...last].filter((char) => char >= " " && !/[\u007f:*?"<>|]/.test(char)).join("")
  return /^\.*$/.test(clean.trim()) ? "file" : clean.trim().slice(-200)
}

/** Two files of one name from two folders stay two. */
function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".")
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""]
  let free = name
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${stem} (${count})${ending}`
  taken.add(free.toLowerCase())
  return free
}
