import { Worker } from "node:worker_threads"
import { loadSpeller } from "@/lib/check/dictionary"
import { type CheckContext, NO_CONTEXT } from "@/lib/check/model"
import { openHere, type UnpackedFile } from "./formats/zip"
import { readBytes, readTextAs, type Text } from "./read-file"
import { readTable, type TableReading } from "./tables/read-table"

// The process that `readSafely` starts and stops: it reads one file at a time and answers with the reading.

/** What is asked of it, and what it answers. `rss`: the bytes of memory that it holds after that. */
export type Asked = {
  bytes: Uint8Array
  name: string
  context?: KnownAround | undefined
  /** Whether a table is to be read, rather than a report. */
  table?: true
  /** Whether they are a file of an archive that is to be unpacked; how, and to how many bytes at most. */
  packed?: { method: number; size: number }
  /** A text that was read before, to be read as another kind; `bytes` are empty then. */
  text?: { of: Text; as: "report" | "document" }
}
/** What may be known around a report; the dictionary is a process's own. */
export type KnownAround = Omit<CheckContext, "speller">
export type Reading = Awaited<ReturnType<typeof readBytes>> | TableReading | UnpackedFile
export type Answered = { reading: Reading; rss: number } | "ready"

const most = Number(process.argv[2])
const tired = Number(process.argv[3])
const answer = (message: Answered) => process.send?.(message)

/** Bytes of memory that it holds. The engine itself would let them grow as far as it may. */
function held(): number {
  const rss = process.memoryUsage.rss()
  if (rss < tired) return rss
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

/**
 * Looks at the memory of the whole process from a thread of its own, which runs on while a file keeps
 * this one busy. Buffers count too, which no limit of the engine knows. It also ends with its parent.
 */
const watch = `
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > ${most} || process.ppid !== parent) process.kill(process.pid, "SIGKILL")
  }, 25)
`
new Worker(watch, {
  eval: true,
  stdin: false,
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 16 },
})

// Loaded before the first file, whose time it must not take.
const speller = await loadSpeller()

process.on("message", async ({ bytes, name, context = NO_CONTEXT, table, packed, text }: Asked) => {
  const known = { ...context, speller }
  const reading = await readAsAsked()
  answer({ reading, rss: held() })

  async function readAsAsked() {
    if (packed) return openHere({ bytes, ...packed }, name)
    if (table) return readTable(bytes, name)
    if (text) return readTextAs(text.of, text.as, known)
    return readBytes(bytes, name, known)
  }
})
// Ctrl-C reaches everybody at a terminal: whoever asked decides when this ends.
process.on("SIGINT", () => undefined)
process.on("disconnect", () => process.exit(0))
answer("ready")
