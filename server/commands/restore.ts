import { parseArgs } from "node:util"
import { RestoreError } from "@/db/backup/load"
import { EnvError, env } from "@/lib/platform/env"
import { readBackup, UnfinishedRestore } from "../backup/read-backup"
import { summaryOf } from "../backup/summary"
import { withDatabase } from "./with-database"

const usage = `npm run restore -- FILE
  Brings a backup back into an empty database: the embedded one of a new RAPPORTEUR_DATA, or the one of
  DATABASE_URL. Brings it up to date, verifies the record against the heads that the backup tells, and ends
  all sessions: everybody signs in again. Goes over nothing that stands there.

  Exit status: 0 restored and sound, 1 not restored, or restored and something differs, 2 not understood.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status. */
async function run(args: string[]): Promise<number> {
  const file = readArguments(args)
  if (file === "help") say(usage)
  if (file === "help") return 0
  if (!file) {
    complain(`One file is needed, and nothing else.\n\n${usage}`)
    return 2
  }
  const restored = await withDatabase(
    () => readBackup(file, { ownerUrl: env().migrationUrl, appUrl: env().databaseUrl }),
    { asItIs: true },
  )
  const { madeAt, tables, rows, jobs, verification } = restored
  say(`Restored the backup of ${madeAt}: ${tables} tables, ${rows} rows, ${jobs} jobs that waited.`)
  say(summaryOf(verification))
  for (const { where, what } of verification.differences) complain(`${where}: ${what}.`)
  if (verification.differences.length === 0) {
    say("\nThe record is sound. All sessions were ended.")
    return 0
  }
  complain(
    "\nThe record is NOT sound: it was not when the backup was made, or the backup was changed.",
  )
  return 1
}

function readArguments(args: string[]): string | "help" | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    })
    if (values.help) return "help"
    return positionals.length === 1 ? (positionals[0] ?? null) : null
  } catch {
    return null
  }
}

function explain(error: unknown): string {
  if (error instanceof EnvError)
    return `Nothing was restored:\n${error.message.replace(/^/gm, "  ")}`
  if (error instanceof RestoreError) return `Nothing was restored: ${error.message}`
  if (error instanceof UnfinishedRestore)
    return `Not finished: ${error.message}\n${explain(error.cause)}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(explain(error))
    process.exitCode = 1
  },
)
