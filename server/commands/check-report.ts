import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { checkReport } from "@/lib/check/check"
import { describeFinding } from "@/lib/check/describe"
import { loadSpeller } from "@/lib/check/dictionary"
import {
  type CheckContext,
  type Finding,
  NO_CONTEXT,
  placeAt,
  type Speller,
} from "@/lib/check/model"
import { describeRefusal } from "@/lib/imports/describe-refusal"
import { fingerprint } from "@/lib/imports/fingerprint"
import { fixFor } from "@/lib/imports/fixes"
import { type SourceLine, splitLines } from "@/lib/imports/read/source"
import { type FileReading, readPath } from "@/lib/imports/read-file"
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
type Known = Pick<CheckContext, "words"> & { speller: Speller }

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
  const speller = await loadSpeller()
  const read: File[] = []
  for (const file of asked.files) read.push({ file, reading: await readPath(file) })
  const checked = checkAll(read, { words, speller }, asked.locale)
  if (asked.json) say(JSON.stringify(checked, null, 2))
  else say(checked.map(asText).join("\n\n"))
  for (const entry of checked) {
    if ("refused" in entry) complain(`${entry.file}: ${entry.refused.message}`)
  }
  const isFine = (entry: Checked) =>
    "findings" in entry && entry.findings.every(({ severity }) => severity === "note")
  return checked.every(isFine) ? 0 : 1
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

function checkAll(read: readonly File[], known: Known, locale: Locale): Checked[] {
  const seen = new Map<string, string>()
  const twice = new Map<File, string>()
  for (const each of read) {
    if ("refused" in each.reading) continue
    const print = fingerprint(each.reading.source)
    const first = seen.get(print)
    if (first === undefined) seen.set(print, each.file)
    else twice.set(each, first)
  }
  return read.map((each): Checked => {
    const { file, reading } = each
    if ("refused" in reading) {
      const message = describeRefusal(reading.refused, locale)
      return { file, refused: { code: reading.refused.code, message } }
    }
    const lines = splitLines(reading.source)
    const other = twice.get(each)
    const others = read.filter((one) => one !== each && one.file !== other && !twice.has(one))
    const context = { ...NO_CONTEXT, ...known, meetings: others.flatMap(meetingOf) }
    const findings = checkReport(reading.report, other ? { ...context, meetings: [] } : context)
    const same = other === undefined ? [] : [sameReport(other)]
    return {
      file,
      number: reading.report.numbers.canonical?.value ?? null,
      startsAt: reading.report.start?.value.instant ?? null,
      findings: [...same, ...findings].map((finding) => asJson(finding, lines, locale)),
    }
  })
}

function meetingOf({ file, reading }: File): CheckContext["meetings"][number][] {
  if ("refused" in reading) return []
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
