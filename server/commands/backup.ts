import { parseArgs } from "node:util"
import { now } from "@/lib/platform/clock"
import { EnvError, env } from "@/lib/platform/env"
import { BackupError, writeBackup } from "../backup/write-backup"
import { withDatabase } from "./with-database"

const usage = `npm run backup -- [FILE]
  Writes everything that the portal holds, files included, as one moment of it, into one file: an archive
  (.tar.gz) of the tables and a manifest of counts, hashes and the heads of the ledgers. The portal may run
  meanwhile. Without FILE its name is made of the time. It holds all that people wrote: keep it safe.

  Exit status: 0 written, 1 not written, 2 the call was not understood.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (asked === null) {
    complain(`One file is taken, and nothing else.\n\n${usage}`)
    return 2
  }
  const at = now()
  const file =
    asked.file ?? `rapporteur-${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z.tar.gz`
  // The database stays as it is: a backup is what one makes before bringing it up to date.
  const { manifest } = await withDatabase(() => writeBackup(env().migrationUrl, file, at), {
    asItIs: true,
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`${file}: ${manifest.tables.length} tables, ${rows} rows.`)
  for (const { group, position, hash } of manifest.heads)
    say(`/${group}/record  ${position}  ${hash}`)
  return 0
}

function readArguments(args: string[]): { file: string | null } | "help" | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    })
    if (values.help) return "help"
    return positionals.length > 1 ? null : { file: positionals[0] ?? null }
  } catch {
    return null
  }
}

function explain(error: unknown): string {
  if (error instanceof EnvError)
    return `Nothing was written:\n${error.message.replace(/^/gm, "  ")}`
  if (error instanceof BackupError) return `Nothing was written: ${error.message}`
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
