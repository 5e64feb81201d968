import type { ReadItem } from "../model"
import { wordsValue } from "../text/ordinals"
import type { Line } from "../text/shape"
import type { Topic, Topics } from "./topics"

const LABEL = "(?:\\d{1,2}(?:\\.\\d{1,2})?[a-z]?|[A-Za-z]|[IVX]{2,5}|[ivx]{2,5})"
/**
 * What may stand in front of the text on an item: a few words or a sign, its label or several, in brackets or
 * not, and a sign behind it: "(1)", "[1]", "Zu TOP 1:", "Ponto 1 –", "On (a),", "4 and 5.".
 */
const MORE = `(?:\\s?(?:[-–&+,/]|and|und|et|y|e|to)\\s?[[(]?${LABEL}[\\])]?)`
const frontWith = (more: string) =>
  new RegExp(
    `^((?:\\p{L}{1,18}\\.?\\s{1,2}){0,3}|[#§]\\s?)([[(]?)(${LABEL}${more})([\\])]?)(?:\\s\\([^()]{2,80}\\))?(\\s?[.,:;|][.)]?|\\)|\\s[–—-])?(?:\\s{1,4}(?=\\S)|$)`,
    "u",
  )
const ONE = frontWith("")
const SEVERAL = frontWith(`${MORE}{1,6}`)
const THING = "(?:agenda )?(?:items?|points?|matters?|subjects?|topics?|questions?)"
const ORDINAL = new RegExp(
  `^(?:\\p{L}{1,12},? ){0,5}(?:(\\p{L}{3,10}) ${THING}|${THING} (\\p{L}{3,10}))(?:[,:.]|\\s[–—-]|(?=\\s))\\s`,
  "iu",
)
/** So much of the agenda has to come again in one look, and of the text so much on it. */
const LEAST = { items: 2, share: 0.6, text: 0.5 }

type Fronted = { line: Line; items: ReadItem[]; end: number }

/**
 * The lines that begin what was said on an item with its label, set in whatever way, as long as most of the
 * agenda comes again in the same one; none where no such look does.
 */
export function labelledLines(lines: readonly Line[], topics: Topics): Map<Line, Topic> {
  // Where the agenda prints no labels, a number counts something else.
  if (topics.agenda.some(({ how }) => how !== "read")) return new Map()
  const looks = new Map<string, Fronted[]>()
  for (const line of lines) {
    const found = frontedBy(line, topics)
    if (found) looks.set(found.look, [...(looks.get(found.look) ?? []), found])
  }
  const [best] = [...looks.values()]
    .filter((found) => isSeries(found, lines, topics))
    .sort((a, b) => reach(b).size - reach(a).size)
  return new Map(
    best?.map(({ line, items, end }) => [line, { items, end, sure: true, whole: true as const }]),
  )
}

function frontedBy(line: Line, topics: Topics): (Fronted & { look: string }) | null {
  if (line.bullet || line.quote || line.ticked !== null) return null
  return behindOrdinal(line, topics) ?? behindLabel(line, topics)
}

/** "On the first item, Mara …", "Item two: …". */
function behindOrdinal(line: Line, topics: Topics): (Fronted & { look: string }) | null {
  // "4. Under the second item, …": the number is that of the paragraph.
  const number =
    line.marker?.form === "number" ? line.whole.text.length - line.words.text.length : 0
  const said = line.whole.text.slice(number, number + 60)
  const [all = "", before = "", behind = ""] = ORDINAL.exec(said) ?? []
  const value = all && wordsValue(before || behind)
  // "Under the second item" is "b. Fees" where the agenda counts in letters.
  const [placed] = value ? topics.agenda.slice(value - 1, value) : []
  const items = value ? (topics.byLabels(String(value)) ?? (placed ? [placed] : null)) : null
  return items && { line, items, end: number + all.length, look: "ordinal" }
}

function behindLabel(line: Line, topics: Topics): (Fronted & { look: string }) | null {
  const { text } = line.whole
  const front = text.slice(0, 140)
  const several = SEVERAL.exec(front)
  // "Ponto 1 – O Sr. Ferreira": a label of another kind is a word.
  const [all, lead = "", open = "", labels = "", close = "", sign = ""] =
    (several && isOfOneKind(several[3] ?? "") ? several : ONE.exec(front)) ?? []
  if (all === undefined) return null
  const isSetOff = close !== "" || sign !== ""
  // "A letter came", "I think", "3 boats": a word or a figure of the sentence.
  if (!isSetOff && (/^\p{L}/u.test(labels) || (lead === "" && !(line.gap || isBold(line, labels)))))
    return null
  const items = topics.byLabels(labels.replace(/[[\]()]/g, ""))
  if (!items) return null
  const look = `${lead === "" ? "" : "led"}${open}${isSetOff}`
  return { line, items, end: all.length, look }
}

const isOfOneKind = (labels: string) => /^[^\p{L}]/u.test(labels) === /\d\P{L}{0,3}$/u.test(labels)

const isBold = ({ whole: { marks } }: Line, labels: string) =>
  marks.some(({ kind, from, to }) => kind !== "link" && from === 0 && to >= labels.length)

const reach = (found: readonly Fronted[]) => new Set(found.flatMap(({ items }) => items))

/** Whether most items come again, nearly each of them once, and most of the text stands below. */
function isSeries(found: readonly Fronted[], lines: readonly Line[], topics: Topics): boolean {
  const items = reach(found)
  const named = found.reduce((sum, each) => sum + each.items.length, 0)
  const tops = topics.agenda.filter((item) => items.has(item)).length
  if (tops < LEAST.items || tops < topics.agenda.length * LEAST.share) return false
  if (named > items.size * 1.25) return false
  const from = lines.indexOf(found[0]?.line as Line)
  const length = (some: readonly Line[]) =>
    some.reduce((sum, { words }) => sum + words.text.length, 0)
  return length(lines.slice(from)) >= length(lines) * LEAST.text
}
