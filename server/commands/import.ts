import { parseArgs } from "node:util"
import { describeFinding } from "@/lib/check/describe"
import { type Finding, placeAt } from "@/lib/check/model"
import { reportAsJson } from "@/lib/imports/as-json"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { fingerprint } from "@/lib/imports/fingerprint"
import type { ReadDocument } from "@/lib/imports/read/document"
import { EnvError } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { complain, type DocumentJson, type Printed, Printer, say } from "./import-print"
import { filesBelow, readSources, type SourceFile } from "./source-files"

const usage = `npm run --silent import -- --dry-run [--json] FILE…
  Reads reports of meetings and prints what was read and found in them. Saves nothing.
npm run --silent import -- --group SLUG --by MAIL [--save] FILE…
  Saves each as a draft meeting of the group, in the name of a co-chair, once all are read. While a question
  about a person is open nothing is saved: it waits on the desk, to be answered and saved there. With --save
  nobody is asked, and whoever is not surely known becomes a new person; only a report that names somebody
  whose very name another person bears waits on the desk.
A folder stands for all files below it, a ZIP archive for what is in it. Ctrl-C stops between two files.
`

type Asked = { files: string[]; json: boolean; into: Into | null }
type Into = { group: string; by: string; save: boolean }

/** Files that are brought in together, and how large they are in all (bytes). */
const part = { files: 50, bytes: 16 * 1024 * 1024 }
let stopped = false
const isOver = () => stopped

/** Resolves to the exit status: 0 all read and saved, 1 some refused or waiting on the desk, 2 not understood, 130 stopped. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (!asked) {
    complain(`Files are needed, and either --dry-run or --group and --by.\n\n${usage}`)
    return 2
  }
  const paths = await filesBelow(asked.files)
  if (paths.length === 0) complain("There is no file in what was given.")
  const { into } = asked
  const printer = new Printer(asked.json, paths.length)
  if (into) await saved(paths, into, printer)
  else for await (const each of entries(paths)) printer.print(each.entry)
  printer.end()
  if (!stopped) return printer.refused > 0 || printer.kept || paths.length === 0 ? 1 : 0
  const done = into ? `${printer.saved} saved` : "nothing saved"
  complain(
    `Stopped: ${printer.printed} files are done, ${done}, ${printer.refused} refused. ` +
      "Call it again for the rest: what is here already is recognised.",
  )
  return 130
}

/** Saves what was read, and says of each file what became of it. Loaded late: a dry run needs no database. */
async function saved(paths: readonly string[], into: Into, printer: Printer): Promise<void> {
  const [{ ReportSaver }, { withDatabase }] = await Promise.all([
    import("./save-reports"),
    import("./with-database"),
  ])
  await withDatabase(async () => {
    const saver = await ReportSaver.open(into, isOver)
    // Of the files only what is printed is held until all are in: numbers and people are settled then.
    const read: Printed[] = []
    let held: SourceFile[] = []
    let bytes = 0
    const flush = async () => {
      if (held.length > 0) await saver.bring(held)
      held = []
      bytes = 0
    }
    for await (const { entry, source } of entries(paths)) {
      if (held.length >= part.files || bytes + source.bytes.length > part.bytes) await flush()
      read.push(entry)
      if ("refused" in entry) continue
      held.push(source)
      bytes += source.bytes.length
    }
    await flush()
    const none = { count: 0, said: [] }
    const questions = stopped || into.save ? none : await saver.questions()
    const isKept = stopped || questions.count > 0
    const became = isKept ? saver.refused() : saver.save()
    for (const entry of read) {
      if ("refused" in entry) {
        printer.print(entry)
        continue
      }
      const { value: end, done } = await became.next()
      if (done) break
      const { file } = entry
      printer.print(end && "code" in end ? { file, refused: end } : { ...entry, ...end })
    }
    if (isKept) printer.keep(questions, saver.addresses)
    else if (printer.refused > 0) printer.leave(await saver.questions(), saver.addresses)
  })
}

type Entry = { source: SourceFile; entry: Printed }

/** Every file as it is printed, until it is stopped; a text that came before is named as such. */
async function* entries(paths: readonly string[]): AsyncGenerator<Entry> {
  const seen = new Map<string, string>()
  for await (const source of readSources(paths)) {
    if (stopped) return
    yield { source, entry: asJson(source, seen) }
  }
}

function readArguments(args: string[]): Asked | "help" | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
        group: { type: "string" },
        by: { type: "string" },
        save: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    })
    if (values.help) return "help"
    const { group, by, save = false, json = false, "dry-run": dryRun = false } = values
    const into = !dryRun && group && by ? { group, by, save } : null
    if (positionals.length === 0 || (!dryRun && !into)) return null
    return { files: positionals, json, into }
  } catch {
    return null
  }
}

function asJson({ file, reading }: SourceFile, seen: Map<string, string>): Printed {
  if ("refused" in reading) {
    const message = describeRefusal(reading.refused, "en")
    return { file, refused: { code: reading.refused.code, message } }
  }
  if (reading.kind === "document") return { file, document: documentJson(reading.document) }
  const print = fingerprint(reading.source)
  const other = seen.get(print)
  seen.set(print, other ?? file)
  const findings = other ? [sameReport(other), ...reading.findings] : reading.findings
  const english = (finding: Finding) => describeFinding(finding, "en")
  const json = reportAsJson(reading.report, reading.source, findings, english)
  return { ...json, file, ...(reading.encoding ? { encoding: reading.encoding } : {}) }
}

function documentJson({ title, headings, links }: ReadDocument): DocumentJson["document"] {
  return {
    title,
    headings: headings.map(({ level, text }) => ({ level, text })),
    links: links.map(({ text, href }) => ({ text, href })),
  }
}

function sameReport(other: string): Finding {
  return { rule: "same-report", severity: "warning", place: placeAt(null), values: { other } }
}

/** An expected no is a sentence; anything else is shown whole, for whoever looks after the portal. */
function explain(error: unknown): string {
  if (error instanceof EnvError) return `Nothing was saved:\n${error.message.replace(/^/gm, "  ")}`
  if (error instanceof Refusal) {
    return error.code === "forbidden"
      ? "This account may not bring reports into the group. Nothing was saved."
      : "There is no such group for this account, or no such account. Nothing was saved."
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

// The file in hand is finished; whoever cannot wait for that presses again.
process.on("SIGINT", () => {
  if (stopped) process.exit(130)
  stopped = true
})

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(explain(error))
    process.exitCode = 1
  },
)
