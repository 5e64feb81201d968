import type { MappingFormat } from "./formats"
import type { TableSheet } from "./table-sheet"
import { writeFile } from "./write-file"

// The process that `writeApart` starts: it writes one file, answers with it and ends.

/** What is asked of it, and what it answers. */
export type ToWrite = { sheet: TableSheet; format: MappingFormat }
export type Written = { file: Uint8Array } | "ready"

const answer = (message: Written, then: () => void = () => {}) => process.send?.(message, then)

process.on("message", async ({ sheet, format }: ToWrite) => {
  answer({ file: await writeFile(sheet, format) }, () => process.exit(0))
})
// Ctrl-C reaches everybody at a terminal: whoever asked decides when this ends.
process.on("SIGINT", () => undefined)
process.on("disconnect", () => process.exit(0))
answer("ready")
