import type { ReportJson } from "@/lib/imports/as-json"
import { translatorFor } from "@/lib/platform/i18n"
import type { Asked } from "./save-reports"

/** How often it is said how far it is: after so many files. */
const saidEvery = 100

export const say = (line: string) => process.stdout.write(`${line}\n`)
export const complain = (line: string) => process.stderr.write(`${line}\n`)

/** `meeting` and `saved` are the address on the desk, once it is saved. */
export type Printed =
  | (ReportJson & { meeting?: string; encoding?: string })
  | DocumentJson
  | { file: string; refused: { code: string; message: string } }

export type DocumentJson = {
  file: string
  document: {
    title: string | null
    headings: { level: number; text: string }[]
    links: { text: string; href: string }[]
  }
  saved?: string
}

/** Prints each file as soon as it is done, as one list of JSON or as lines; counts, and says how far it is. */
export class Printer {
  printed = 0
  saved = 0
  refused = 0
  /** Whether what was read waits on the desk, unsaved. */
  kept = false
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
  keep(questions: Asked, addresses: readonly string[]): void {
    this.kept = true
    complain(`Nothing was saved; what was read waits on the desk. ${addresses.join(" ")}`)
    this.ask(questions)
  }
  /** What was not saved may name somebody who is asked about: it waits there, and the rest is saved. */
  leave(questions: Asked, addresses: readonly string[]): void {
    if (questions.count === 0) return
    complain(`What was not saved waits on the desk. ${addresses.join(" ")}`)
    this.ask(questions)
  }
  /** Says which questions about people are open. */
  ask({ count, said }: Asked): void {
    if (count === 0) return
    const asked = count === 1 ? "One question" : `${count} questions`
    complain(`${asked} about people: answer and save there.`)
    for (const question of said) complain(`  ${question}`)
    if (count > said.length) complain(`  … and ${count - said.length} more.`)
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
