import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { isRule } from "../text/table"

/** "Item", "Topic 3": the caption in front of a title. */
const TITLE =
  /^(?:agenda )?(?:items?|topics?|subjects?|points?|matters?)(?:\s(?:no\.?\s?)?(\d{1,2}))?:?$/i
const NOTES =
  /^(?:discussions?|notes?|summary|minutes?|background|details|comments|remarks|report):?$/i
const OUTCOME =
  /^(?:agreed|decided|resolved|(?:decisions?|resolutions?|conclusions?)(?: (?:made|taken))?):?$/i
const TASK =
  /^(?:actions?(?: (?:items?|points?|required|agreed))?|tasks?|to[- ]?dos?|follow[- ]?ups?|next steps?):?$/i
const FEWEST = 2
const ROW = /^\|\s{0,8}([^|]{2,30}?)\s{0,80}\|\s{0,8}(?=\S)/

type Kind = "title" | "notes" | "outcome" | "task"

/**
 * Takes cards apart in which each item of a meeting is set, its captions below one another: "Item | 3. Roof" above
 * "Discussion | …", "Agreed | …" and "Actions | …". The title becomes a heading, the others paragraphs below it.
 */
export function withItemCards(lines: readonly Line[]): Line[] {
  const kinds = lines.map((line) => kindOf(line))
  const heads = kinds.filter((kind, at) => kind === "title" && isCard(lines, kinds, at))
  if (heads.length < FEWEST) return [...lines]
  let isOpen = false
  return lines.flatMap((line, at) => {
    const kind = kinds[at]
    if (kind === "title") isOpen = isCard(lines, kinds, at)
    else if (!line.whole.text.startsWith("|")) isOpen = false
    if (!isOpen) return [line]
    return isRule(line.whole.text) ? [] : partOf(line, kind ?? null)
  })
}

function kindOf({ whole: { text }, level }: Line): Kind | null {
  const caption =
    text.startsWith("|") && level === 0 ? ROW.exec(text.slice(0, 120))?.[1] : undefined
  if (caption === undefined || text.indexOf("|", ROW.exec(text)?.[0].length ?? 0) < text.length - 1)
    return null
  if (TITLE.test(caption)) return "title"
  if (NOTES.test(caption)) return "notes"
  if (OUTCOME.test(caption)) return "outcome"
  return TASK.test(caption) ? "task" : null
}

/** Whether a caption of the talk, and of what came of it, stand below a title before the next one. */
function isCard(lines: readonly Line[], kinds: readonly (Kind | null)[], at: number): boolean {
  const below = new Set<Kind | null>()
  for (let next = at + 1; lines[next]?.whole.text.startsWith("|"); next++) {
    if (kinds[next] === "title") break
    below.add(kinds[next] ?? null)
  }
  return below.has("notes") && (below.has("outcome") || below.has("task"))
}

function partOf(row: Line, kind: Kind | null): Line[] {
  const { text } = row.whole
  const front = ROW.exec(text)
  const end = text.lastIndexOf("|")
  if (!front || !/\p{L}/u.test(text.slice(front[0].length, end))) return []
  const number = kind === "title" ? TITLE.exec(front[1] ?? "")?.[1] : undefined
  const from = number ? text.indexOf(number) : front[0].length
  const words = trimRich(sliceRich(row.whole, from, end))
  const base = { n: row.n, from: row.from, to: row.to, indent: 0, gap: true, breaks: false }
  const more = {
    title: { level: 3 },
    notes: {},
    outcome: { outcome: true as const },
    task: { task: true as const },
  }[kind ?? "notes"]
  return [{ ...shapeOf(base, words), ...more }]
}
