import type { ReportInline } from "@/lib/reports/blocks"
import { runsOf } from "../runs"
import type { Run } from "../sheet"

const BLANK = /\s/
const LETTER = /[\p{L}\p{N}]/u
const entity = (sign: string) => `&#${sign.codePointAt(0)};`

/** Words as Markdown says them, so that none of them means anything but itself. */
export function plain(text: string, inHeading = false): string {
  return text
    .replace(inHeading ? /[\\`*_[\]<>|~#]/g : /[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=#|[A-Za-z])/g, "\\&")
    .replace(/[\t\n\r\u2028\u2029]/g, entity)
    .replace(/!$/, "\\!")
}

/** A line that begins and ends with what it says, and that is no list, heading or rule. */
export function whole(line: string): string {
  return line
    .replace(/^[#+=:-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/^\s/, entity)
    .replace(/\s$/, entity)
}

/** One line of text: emphasis, links and forced breaks. */
export function lineOf(content: readonly ReportInline[]): string {
  return lineOfRuns(runsOf(content))
}

/** The same of runs. */
export function lineOfRuns(all: readonly Run[]): string {
  const runs = all.filter(({ text }) => text !== "")
  let lines = [""]
  let broken = false
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]
    if (!run) continue
    if (run.text === "\n" && !run.href && !run.bold && !run.italic) {
      const between = lines.at(-1) !== "" && at < runs.length - 1 && runs[at + 1]?.text !== "\n"
      if (between && !broken) lines.push("")
      else lines[lines.length - 1] += "<br>"
      broken = !between
      continue
    }
    broken = false
    let words = ""
    if (run.href) {
      const { href } = run
      let end = at
      while (runs[end + 1]?.href === href) end++
      words = `[${emphasised(runs.slice(at, end + 1), "[", "]")}](${address(href)})`
      at = end
    } else {
      const next = runs[at + 1]
      words = emphasised([run], lines.at(-1)?.at(-1) ?? "", next ? firstOf(next) : "")
    }
    lines[lines.length - 1] += words
  }
  lines = lines.map(whole)
  return lines.join("\\\n")
}

const firstOf = (run: Run) => (run.href ? "[" : run.bold || run.italic ? "*" : (run.text[0] ?? ""))

function emphasised(runs: readonly Run[], before: string, after: string): string {
  let line = ""
  for (const [index, { text, bold, italic }] of runs.entries()) {
    const words = plain(text)
    const next = runs[index + 1]
    const around = [line.at(-1) ?? before, next ? firstOf(next) : after]
    const clear =
      LETTER.test(text[0] ?? "") &&
      LETTER.test(text.at(-1) ?? "") &&
      around.every((sign) => sign === "" || BLANK.test(sign) || /[[\](,.;:)]/.test(sign))
    if (clear) {
      const signs = `${bold ? "**" : ""}${italic ? "*" : ""}`
      line += signs + words + signs
    } else line += tagged(words, bold, italic)
  }
  return line
}

/** Where the signs of Markdown would not hold, the tags that it also reads. */
function tagged(words: string, bold = false, italic = false): string {
  const inner = italic ? `<i>${words}</i>` : words
  return bold ? `<b>${inner}</b>` : inner
}

function address(href: string): string {
  const escaped = href.replace(/[\\<>]/g, "\\$&").replaceAll("&", "&amp;")
  if (/^[\w\-.~:/?#@!$'*+,;=%&]+$/.test(escaped)) return escaped.replace(/[*_]/g, "\\$&")
  return `<${escaped.replace(/\s/g, entity)}>`
}
