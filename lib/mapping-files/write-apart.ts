import { type ChildProcess, fork } from "node:child_process"
import { setPriority } from "node:os"
import path from "node:path"
import { Refusal } from "@/lib/platform/errors"
import type { MappingFormat } from "./formats"
import type { TableSheet } from "./table-sheet"
import { writeFile } from "./write-file"
import type { ToWrite, Written } from "./writer-process"

/** From so many rows and entries on a file is written apart: below that a process takes longer to start. */
const many = 200
const apart: readonly MappingFormat[] = ["docx", "pdf", "xlsx"]

/** What writing may take: a minute for one file, and so many that wait for their turn. */
const limits = { milliseconds: 60_000, waiting: 20 }
const heap = "--max-old-space-size=512"

type Writers = { last: Promise<unknown>; waiting: number; child: ChildProcess | null }
// One after the other for the whole process, although Next bundles its own copies of this file.
const shared = globalThis as { rapporteurWriters?: Writers }

/** What writes a file now, and how many were asked for. */
export const writers = (): Writers => {
  shared.rapporteurWriters ??= { last: Promise.resolve(), waiting: 0, child: null }
  return shared.rapporteurWriters
}

/**
 * Writes a mapping as a file. A large one is written in a process of its own, one after the other, so
 * that pages are answered meanwhile. Refuses with `too_many` where too many wait already; throws where
 * a file takes longer than a minute.
 */
export async function writeApart(
  sheet: TableSheet,
  format: MappingFormat,
  within = limits,
): Promise<Buffer> {
  const isSmall = sheet.rows.length + sheet.annex.length < many
  if (isSmall || !apart.includes(format)) return writeFile(sheet, format)
  const all = writers()
  if (all.waiting >= within.waiting) throw new Refusal("too_many", "mapping.filesWaiting")
  all.waiting++
  const written = all.last.then(() => write({ sheet: { ...sheet, record: null }, format }, within))
  // Whoever comes next waits for this one, whatever became of it.
  all.last = written.then(
    () => all.waiting--,
    () => all.waiting--,
  )
  return written
}

function write(asked: ToWrite, { milliseconds }: typeof limits): Promise<Buffer> {
  return new Promise((done, failed) => {
    // Next bundles this file, but the process is started from the sources.
    const entry = path.join(
      /* turbopackIgnore: true */ process.cwd(),
      "lib/mapping-files/writer-process.ts",
    )
    const child = fork(/* turbopackIgnore: true */ entry, [], {
      execArgv: ["--import", "tsx", heap],
      env: { NODE_ENV: "production" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    writers().child = child
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds)
    let written: Buffer | null = null
    child.on("message", (message: Written) => {
      if (message !== "ready") written = Buffer.from(message.file)
      else child.send(asked, (error) => error && child.kill("SIGKILL"))
    })
    const end = (cause: unknown) => {
      clearTimeout(timer)
      writers().child = null
      if (written) done(written)
      else failed(new Error(`A mapping was not written as ${asked.format}`, { cause }))
    }
    child.once("error", end)
    child.once("exit", (code, signal) => end(signal ?? code))
    if (child.pid) yieldTo(child.pid)
  })
}

/** Pages come first. Where the system does not allow it, both have the same share. */
function yieldTo(pid: number): void {
  try {
    setPriority(pid, 5)
  } catch {
    // Not a reason to write nothing.
  }
}
