import { open } from "node:fs/promises"
import path from "node:path"
import { checkReport } from "@/lib/check/check"
import type { Finding } from "@/lib/check/model"
import { type Decoded, decodeFile, type FileRefusal, refuseSize } from "./decode"
import { LIKELY, type ReadReport } from "./read/model"
import { readReport } from "./read/report"

/** What became of one file: its text, what was read in it and what the rules found, or why it was refused. */
export type FileReading =
  | { name: string; source: string; report: ReadReport; findings: Finding[] }
  | { name: string; refused: FileRefusal }

/** Reads a file that has arrived whole, as through a form. */
export function readBytes(bytes: Uint8Array, name: string): FileReading {
  return readDecoded(decodeFile(bytes, name), name)
}

/** Reads a file of this machine. One that is too large is refused by its size, unread. */
export async function readPath(file: string): Promise<FileReading> {
  const name = path.basename(file)
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      const refused = refuseSize(size)
      return refused ? { name, refused } : readBytes(await handle.readFile(), name)
    } finally {
      await handle.close()
    }
  } catch {
    return { name, refused: { code: "unreadable", name } }
  }
}

function readDecoded(decoded: Decoded, name: string): FileReading {
  if ("refused" in decoded) return { name, refused: decoded.refused }
  const report = readReport(decoded.text, name)
  if (report.likelihood.score < LIKELY) return { name, refused: { code: "no-report" } }
  return { name, source: decoded.text, report, findings: checkReport(report) }
}
