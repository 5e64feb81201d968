import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { describeFinding } from "@/lib/check/describe"
import { type CheckContext, type Finding, NO_CONTEXT, placeAt } from "@/lib/check/model"
import type { FileRefusal } from "@/lib/imports/decode"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { fingerprint } from "@/lib/imports/fingerprint"
import { fixFor } from "@/lib/imports/fixes"
import { type SourceLine, splitLines } from "@/lib/imports/read/text/source"
import type { FileReading } from "@/lib/imports/read-file"
import { readPath } from "@/lib/imports/read-safely"
import { longDayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import { isLocale, type Locale } from "@/lib/platform/locales"

const usage = `npm run --silent check-report -- [--json] [--language en|fr] [--words FILE] FILE…
  Reads reports of meetings and prints what a careful reader would ask about, the gravest first:
  line:column, how grave it is, a sentence, and what would put it right. Changes nothing.
  Several files are taken as meetings of one group: doubled numbers and gaps are found among them.

  --json           everything as JSON, with the places as characters of the source (from 0, end not included)
  --language       of the sentences: en (as given nothing else) or fr
  --words FILE     words that the group writes so, one on a line, for spelling and abbreviations

  Exit status: 0 nothing worse than notes, 1 a warning, an error, or a file that could not be read,
  2 the call was not understood.
`

type Asked = { files: string[]; json: boolean; locale: Locale; words: string | null }
type File = { file: string; reading: FileReading }
type Known = Pick<CheckContext, "words">

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (!asked) {
    complain(`Files are needed, and no other options than these.\n\n${usage}`)
    return 2
  }
  const words = asked.words === null ? [] : await readWords(asked.words)
  if (words === null) {
    complain(`The list of words, ${asked.words}, cannot be read.`)
    return 2
  }
  const read = await inParts(asked.files, async (file) => ({ file, reading: await readPath(file) }))
  const checked = await checkAll(read, { words }, asked.locale)
  if (asked.json) say(JSON.stringify(checked, null, 2))
  else say(checked.map(asText).join("\n\n"))
  for (const entry of checked) {
    if ("refused" in entry) complain(`${entry.file}: ${entry.refused.message}`)
  }
  const isFine = (entry: Checked) =>
    "findings" in entry && entry.findings.every(({ severity }) => severity === "note")
  return checked.every(isFine) ? 0 : 1
}

/** So many files are held in memory at once. */
const AT_ONCE = 20

async function inParts<T, R>(all: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (let from = 0; from < all.length; from += AT_ONCE)
    made.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(make))))
  return made
}

async function readWords(file: string): Promise<string[] | null> {
  const text = await readFile(file, "utf8").catch(() => null)
  return text === null
    ? null
    : text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
}

function readArguments(args: string[]): Asked | "help" | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        language: { type: "string" },
        words: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    })
    if (values.help) return "help"
    const { json = false, language = "en", words = null } = values
    if (positionals.length === 0 || !isLocale(language)) return null
    return { files: positionals, json, locale: language, words }
  } catch {
    return null
  }
}

type Checked =
  | { file: string; number: number | null; startsAt: string | null; findings: FindingJson[] }
  | { file: string; refused: { code: string; message: string } }

type FindingJson = {
  rule: string
  severity: Finding["severity"]
  line: number | null
  column: number | null
  from: number | null
  to: number | null
  item: string | null
  message: string
  /** What the button beside the finding would say. */
  fix: string | null
  replacement: string | null
}

/** Reads each report once more, with what the others say in view. */
async function checkAll(read: readonly File[], known: Known, locale: Locale): Promise<Checked[]> {
  const seen = new Map<string, string>()
  const twice = new Map<File, string>()
  for (const each of read) {
    if ("refused" in each.reading) continue
    const print = fingerprint(each.reading.source)
    const first = seen.get(print)
    if (first === undefined) seen.set(print, each.file)
    else twice.set(each, first)
  }
  const numbered = new Map(read.map((each) => [each, twice.has(each) ? [] : meetingOf(each)]))
  return inParts(read, async (each): Promise<Checked> => {
    const { file } = each
    const other = twice.get(each)
    const others = [...numbered].flatMap(([one, known]) => (one === each ? [] : known))
    const context = { ...NO_CONTEXT, ...known, meetings: other === undefined ? others : [] }
    const reading = "refused" in each.reading ? each.reading : await readPath(file, context)
    if ("refused" in reading) return refusedAs(file, reading.refused, locale)
    if (reading.kind === "document") return refusedAs(file, { code: "no-report" }, locale)
    const { findings } = reading
    const lines = splitLines(reading.source)
    const same = other === undefined ? [] : [sameReport(other)]
    return {
      file,
      number: reading.report.numbers.canonical?.value ?? null,
      startsAt: reading.report.start?.value.instant ?? null,
      findings: [...same, ...findings].map((finding) => asJson(finding, lines, locale)),
    }
  })
}

function refusedAs(file: string, refusal: FileRefusal, locale: Locale): Checked {
  return { file, refused: { code: refusal.code, message: describeRefusal(refusal, locale) } }
}

function meetingOf({ file, reading }: File): CheckContext["meetings"][number][] {
  if ("refused" in reading || reading.kind !== "report") return []
  const { numbers, start } = reading.report
  if (!numbers.canonical) return []
  return [{ number: numbers.canonical.value, day: start?.value.date ?? null, name: file }]
}

function sameReport(other: string): Finding {
  return { rule: "same-report", severity: "warning", place: placeAt(null), values: { other } }
}

function asJson(finding: Finding, lines: readonly SourceLine[], locale: Locale): FindingJson {
  const { rule, severity, place, replacement = null } = finding
  const { line, from, to, item } = place
  const start = line === null ? undefined : lines[line - 1]
  return {
    rule,
    severity,
    line,
    column: start && from !== null ? from - start.from + 1 : null,
    from,
    to,
    item,
    message: describeFinding(finding, locale),
    fix: fixText(finding, locale),
    replacement,
  }
}

function fixText(finding: Finding, locale: Locale): string | null {
  const t = translatorFor(locale)
  const fix = fixFor(finding)
  // What an import keeps as it was printed can still be put right in a report of one's own.
  if (!fix)
    return finding.replacement
      ? t("imports.file.fix.replace", { value: finding.replacement })
      : null
  const value = fix.name === "useDay" ? longDayText(new Date(fix.value), locale) : fix.value
  return t(`imports.file.fix.${fix.name}`, { value })
}

function asText(entry: Checked): string {
  if ("refused" in entry) return `${entry.file}: not read`
  if (entry.findings.length === 0) return `${entry.file}: nothing found`
  const lines = entry.findings.map(({ line, column, severity, message, fix }) => {
    const place = line === null ? "" : `${line}:${column} `
    return `  ${place}${severity}: ${message}${fix === null ? "" : ` [${fix}]`}`
  })
  return [entry.file, ...lines].join("\n")
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = 1
  },
)
