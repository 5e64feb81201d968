import { parseArgs } from "node:util"
import { describeFinding } from "@/lib/check/describe"
import { type Finding, placeAt } from "@/lib/check/model"
import { type ReportJson, reportAsJson } from "@/lib/imports/as-json"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { fingerprint } from "@/lib/imports/fingerprint"
import type { ReadDocument } from "@/lib/imports/read/document"
import { EnvError } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { filesBelow, readSources, type SourceFile } from "./source-files"

const usage = `npm run --silent import -- --dry-run [--json] FILE…
  Reads reports of meetings and prints what was read and found in them. Saves nothing.
npm run --silent import -- --group SLUG --by MAIL FILE…
  Saves each as a draft meeting of the group, in the name of a co-chair.
A folder stands for all files below it, a ZIP archive for what is in it. Ctrl-C stops between two files.
`

type Asked = { files: string[]; json: boolean; into: { group: string; by: string } | null }

/** Files that are brought in and saved together, and how large they are in all (bytes). */
const part = { files: 50, bytes: 16 * 1024 * 1024 }
/** How often it is said how far it is: after so many files. */
const saidEvery = 100

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

let stopped = false
const isOver = () => stopped

/** Resolves to the exit status: 0 all read, 1 some refused, 2 not understood, 130 stopped. */
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
  if (!stopped) return printer.refused > 0 || paths.length === 0 ? 1 : 0
  const done = into ? `${printer.saved} saved` : "nothing saved"
  complain(
    `Stopped: ${printer.printed} files are done, ${done}, ${printer.refused} refused. ` +
      "Call it again for the rest: what is here already is recognised.",
  )
  return 130
}

/** Saves what was read, and says of each file what became of it. Loaded late: a dry run needs no database. */
async function saved(
  paths: readonly string[],
  into: { group: string; by: string },
  printer: Printer,
): Promise<void> {
  const [{ ReportSaver }, { withDatabase }] = await Promise.all([
    import("./save-reports"),
    import("./with-database"),
  ])
  await withDatabase(async () => {
    const saver = await ReportSaver.open(into, isOver)
    let held: Entry[] = []
    const flush = async () => {
      const given = held.flatMap(({ entry, source }) => ("refused" in entry ? [] : [source]))
      const became = given.length > 0 ? await saver.save(given) : []
      for (const { entry } of held) {
        if ("refused" in entry) printer.print(entry)
        else {
          const end = became.shift()
          if (!end) return
          const { file } = entry
          printer.print("code" in end ? { file, refused: end } : { ...entry, ...end })
        }
      }
      held = []
    }
    let bytes = 0
    for await (const each of entries(paths)) {
      bytes += each.source.bytes.length
      if (held.length >= part.files || bytes > part.bytes) {
        await flush()
        bytes = each.source.bytes.length
      }
      held.push(each)
    }
    if (!stopped) await flush()
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
        help: { type: "boolean", short: "h" },
      },
    })
    if (values.help) return "help"
    const { group, by, json = false, "dry-run": dryRun = false } = values
    const into = !dryRun && group && by ? { group, by } : null
    if (positionals.length === 0 || (!dryRun && !into)) return null
    return { files: positionals, json, into }
  } catch {
    return null
  }
}

/** `meeting` and `saved` are the address on the desk, once it is saved. */
type Printed =
  | (ReportJson & { meeting?: string; encoding?: string })
  | DocumentJson
  | { file: string; refused: { code: string; message: string } }

type DocumentJson = {
  file: string
  document: {
    title: string | null
    headings: { level: number; text: string }[]
    links: { text: string; href: string }[]
  }
  saved?: string
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

/** Prints each file as soon as it is done, as one list of JSON or as lines; counts, and says how far it is. */
class Printer {
  printed = 0
  saved = 0
  refused = 0
  constructor(
    readonly json: boolean,
    readonly files: number,
  ) {}
  print(entry: Printed): void {
    if (this.json) say(`${this.printed === 0 ? "[" : ","}${JSON.stringify(entry, null, 2)}`)
    else say(summary(entry))
    this.printed += 1
    if ("refused" in entry) {
      this.refused += 1
      complain(`${entry.file}: ${entry.refused.message}`)
    } else if ("document" in entry ? entry.saved : entry.meeting) this.saved += 1
    if (this.printed % saidEvery === 0) complain(`${this.printed} of ${this.files} files are done.`)
  }
  end(): void {
    if (this.json) say(this.printed === 0 ? "[]" : "]")
  }
}

function summary(entry: Printed): string {
  if ("refused" in entry) return `${entry.file}: not read`
  if ("document" in entry) {
    const { title, headings, links } = entry.document
    const held = `${headings.length} headings, ${links.length} links`
    const became = entry.saved ? `saved as ${entry.saved}, ` : ""
    return `${entry.file}: ${became}no report but a document, “${title ?? "without title"}”, ${held}`
  }
  const counts = [
    `${entry.agenda.length} agenda items`,
    `${entry.decisions.length} decisions`,
    `${entry.actions.length} actions`,
    `${entry.participants.length} participants`,
  ]
  const became = entry.meeting ? `saved as ${entry.meeting}, ` : ""
  const number = entry.number.canonical ?? "without number"
  const head = `${entry.file}: ${became}meeting ${number}, ${entry.startsAt ?? "no start"}`
  const found = entry.findings.map(({ severity, message }) => `  ${severity}: ${message}`)
  const decoded = entry.encoding
    ? [`  ${translatorFor("en")("imports.decoded", { encoding: entry.encoding })}`]
    : []
  return [head, ...decoded, `  ${counts.join(", ")}`, ...found].join("\n")
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
