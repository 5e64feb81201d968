import { parseArgs } from "node:util"
import { describeFinding } from "@/lib/check/describe"
import { type Finding, placeAt } from "@/lib/check/model"
import { type ReportJson, reportAsJson } from "@/lib/imports/as-json"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { fingerprint } from "@/lib/imports/fingerprint"
import type { ReadDocument } from "@/lib/imports/read/document"
import type { FileReading } from "@/lib/imports/read-file"
import { readPath } from "@/lib/imports/read-safely"
import { EnvError } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"

const usage = `npm run --silent import -- --dry-run [--json] FILE…
  Reads reports of meetings and prints what was read and found in them. Saves nothing.
npm run --silent import -- --group SLUG --by MAIL FILE…
  Saves each as a draft meeting of the group, in the name of a co-chair.
`

/** Files that are held open and in memory while they wait to be read. */
const AT_ONCE = 20

type Asked = { files: string[]; json: boolean; into: { group: string; by: string } | null }

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status: 0 all read, 1 some refused, 2 not understood. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (!asked) {
    complain(`Files are needed, and either --dry-run or --group and --by.\n\n${usage}`)
    return 2
  }
  const read: { file: string; reading: FileReading }[] = []
  for (let i = 0; i < asked.files.length; i += AT_ONCE) {
    const files = asked.files.slice(i, i + AT_ONCE)
    const readings = await Promise.all(files.map(readPath))
    for (const [index, reading] of readings.entries())
      read.push({ file: files[index] ?? "", reading })
  }
  const printed = asked.into ? await saved(asJson(read), asked.into) : asJson(read)
  if (asked.json) say(JSON.stringify(printed, null, 2))
  else for (const entry of printed) say(summary(entry))
  for (const entry of printed) {
    if ("refused" in entry) complain(`${entry.file}: ${entry.refused.message}`)
  }
  return printed.some((entry) => "refused" in entry) ? 1 : 0
}

/** Saves what was read, and says of each file what became of it. Loaded late: a dry run needs no database. */
async function saved(read: Printed[], into: { group: string; by: string }): Promise<Printed[]> {
  const [{ saveReports }, { withDatabase }] = await Promise.all([
    import("./save-reports"),
    import("./with-database"),
  ])
  const files = read.flatMap((entry) => ("refused" in entry ? [] : [entry.file]))
  if (files.length === 0) return read
  const became = await withDatabase(() => saveReports(files, into))
  return read.map((entry): Printed => {
    const end = "refused" in entry ? undefined : became.shift()
    if (!end) return entry
    return "meeting" in end ? { ...entry, ...end } : { file: entry.file, refused: end }
  })
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

/** `meeting` is its address on the desk, once it is saved. */
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
}

/** Every file as it is printed; a text that came before in the same call is named as such. */
function asJson(read: readonly { file: string; reading: FileReading }[]): Printed[] {
  const seen = new Map<string, string>()
  return read.map(({ file, reading }) => {
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
  })
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

function summary(entry: Printed): string {
  if ("refused" in entry) return `${entry.file}: not read`
  if ("document" in entry) {
    const { title, headings, links } = entry.document
    const held = `${headings.length} headings, ${links.length} links`
    return `${entry.file}: no report but a document, “${title ?? "without title"}”, ${held}`
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

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(explain(error))
    process.exitCode = 1
  },
)
