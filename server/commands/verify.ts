import { parseArgs } from "node:util"
import { assertUpToDate, NotUpToDate } from "@/db/up-to-date"
import { database } from "@/lib/platform/database"
import { EnvError } from "@/lib/platform/env"
import { verifyRecord } from "@/lib/record/verify/verify"
import { summaryOf } from "../backup/summary"
import { withDatabase } from "./with-database"

const usage = `npm run verify -- [--files] [HASH …]
  Computes the whole record again from the database: every published version, its names, what the check
  found, every stored file, the chain of every group, and the guards of the database. Changes nothing.

  --files make PDF, DOCX and pictures of every report again too and compare them, about a second for each
          version; without it those are compared with their hashes alone. After an update that makes them
          otherwise, files of before differ
  HASH    a hash that you saw on a group's record before: it must still stand there

  Exit status: 0 the record is sound, 1 something differs, 2 the call was not understood.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (!asked) {
    complain(`Only hashes of 64 hexadecimal digits are taken.\n\n${usage}`)
    return 2
  }
  // As it is: bringing it up to date would give back rights that somebody has changed.
  const found = await withDatabase(
    async () => {
      await assertUpToDate(database())
      return verifyRecord(asked.heads, asked)
    },
    { asItIs: true },
  )
  say(summaryOf(found))
  say(
    asked.allFiles
      ? "Every file of a report was made again and compared."
      : "PDF, DOCX and pictures of reports were compared with their stored hashes alone: --files makes them again.",
  )
  for (const { where, what } of found.differences) complain(`${where}: ${what}.`)
  const { length } = found.differences
  if (length === 0) say("\nThe record is sound.")
  else
    complain(
      `\nThe record is NOT sound: ${length === 1 ? "one thing differs" : `${length} things differ`}.`,
    )
  return length === 0 ? 0 : 1
}

type Asked = { heads: string[]; allFiles: boolean }

function readArguments(args: string[]): Asked | "help" | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" }, files: { type: "boolean" } },
    })
    if (values.help) return "help"
    const heads = positionals.map((each) => each.replace(/\s/g, "").toLowerCase())
    const allFiles = values.files === true
    return heads.every((each) => /^[0-9a-f]{64}$/.test(each)) ? { heads, allFiles } : null
  } catch {
    return null
  }
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(
      error instanceof NotUpToDate
        ? `Nothing was verified: ${error.message}`
        : error instanceof EnvError
          ? `Nothing was verified:\n${error.message.replace(/^/gm, "  ")}`
          : error instanceof Error
            ? (error.stack ?? error.message)
            : String(error),
    )
    process.exitCode = 1
  },
)
