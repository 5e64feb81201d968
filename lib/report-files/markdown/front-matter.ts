import type { ReportAgendaItem, ReportContent } from "@/lib/reports/model"
import type { Published } from "../report-setting"

/** The form of our Markdown; a reader that meets a higher one reads it as anybody's text. */
export const MARKDOWN_SCHEMA = 1
const OPENING = `---\nrapporteur: ${MARKDOWN_SCHEMA}\n`

/** The facts of a version in front of its text, as YAML whose values are JSON. */
export function frontMatter(
  report: ReportContent,
  { address, sha256, entry }: Published & { address: string },
): string {
  const { agenda, sections: _, schema, ...facts } = report
  const rows = Object.entries({
    address,
    sha256,
    ...(entry ? { ledger: entry } : {}),
    schema,
    ...facts,
    coverage: Object.fromEntries(coverageOf(agenda)),
  })
  const lines = rows.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `${OPENING}${lines.join("\n")}\n---`
}

function coverageOf(items: readonly ReportAgendaItem[]): [string, string][] {
  return items.flatMap(({ label, coverage, children }) => [
    ...(coverage === "discussed" ? [] : [[label, coverage] as [string, string]]),
    ...coverageOf(children),
  ])
}

/** The facts in front of a text and the text behind them; null where it is not ours. */
export function splitFrontMatter(
  source: string,
): { facts: Record<string, unknown>; text: string } | null {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")
  if (!text.startsWith(OPENING)) return null
  const end = text.indexOf("\n---\n", OPENING.length)
  if (end < 0) return null
  try {
    const facts = Object.fromEntries(
      text
        .slice(OPENING.length, end)
        .split("\n")
        .map((line) => {
          const colon = line.indexOf(": ")
          return [line.slice(0, colon), JSON.parse(line.slice(colon + 2))] as const
        }),
    )
    return { facts, text: text.slice(end + 5) }
  } catch {
    return null
  }
}
