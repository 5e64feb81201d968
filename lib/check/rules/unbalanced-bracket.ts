import { type Finding, type ParagraphFact, quoteAt, type ReportFacts } from "../model"
import { shortened } from "../shortened"

const CLOSES: Record<string, string> = { ")": "(", "]": "[" }
/** No more than this many are named in one report. */
const MOST = 50

type Stray = { at: number; mark: string; opens: boolean }

/**
 * A bracket opens and does not close in its paragraph, or the other way round. "1)" and "a)" number a
 * list, and what the next paragraph closes was only parted by a page.
 */
export function unbalancedBracket({ paragraphs }: Pick<ReportFacts, "paragraphs">): Finding[] {
  const findings: Finding[] = []
  let open: { paragraph: ParagraphFact; stray: Stray } | null = null
  const keep = () => {
    if (open) findings.push(findingOf(open.paragraph, open.stray))
    open = null
  }
  for (const paragraph of paragraphs) {
    const stray = strayIn(paragraph.text)
    if (open && stray && !stray.opens && CLOSES[stray.mark] === open.stray.mark) {
      open = null
      continue
    }
    keep()
    if (stray?.opens) open = { paragraph, stray }
    else if (stray) findings.push(findingOf(paragraph, stray))
    if (findings.length >= MOST) return findings
  }
  keep()
  return findings
}

/** The first bracket of a paragraph without its other half. */
function strayIn(text: string): Stray | null {
  const open: Stray[] = []
  for (const { 0: mark, index: at } of text.matchAll(/[()[\]]/g)) {
    const opener = CLOSES[mark]
    if (!opener) {
      // A smiley is no bracket.
      if (!/[:;]-?$/.test(text.slice(Math.max(0, at - 2), at))) open.push({ at, mark, opens: true })
    } else if (open.at(-1)?.mark === opener) open.pop()
    else if (!isNumbering(text, at)) return { at, mark, opens: false }
  }
  return open[0] ?? null
}

/** "1)", "iv)", "a)" in front of an entry; a smiley too. */
function isNumbering(text: string, at: number): boolean {
  return /(?:^|[\s(;,:])(?:\d{1,3}|[ivx]{1,5}|\p{L})$|[:;]-?$/u.test(
    text.slice(Math.max(0, at - 7), at),
  )
}

function findingOf(paragraph: ParagraphFact, { at, mark, opens }: Stray): Finding {
  const around = paragraph.text.slice(Math.max(0, at - 30), at + 40)
  return {
    rule: "unbalanced-bracket",
    severity: "note",
    ...quoteAt(paragraph, at, at + 1),
    values: { how: opens ? "open" : "close", mark, text: shortened(around.trim()) },
    ...(opens ? {} : { replacement: "" }),
  }
}
