import { diffArrays } from "diff"
import { canonical } from "@/lib/minutes/canonical"
import type { ReportBlock } from "./blocks"
import type { ReportAgendaItem, ReportContent } from "./model"
import { OUTSIDE_AGENDA, placeOf } from "./model"

/** A paragraph of one version beside the one that stands for it in the other; null where there is none. */
export type Pair = { was: ReportBlock | null; now: ReportBlock | null; place: string }

/** A section of two versions, its paragraphs beside each other. `was` and `now` are its agenda items. */
export type Aligned = {
  id: string
  was: ReportAgendaItem | null
  now: ReportAgendaItem | null
  pairs: Pair[]
}

/**
 * Two versions section by section in the order of the newer, what went away at the end. A pair is of
 * equal paragraphs, of the same block of the record, or of what took another's place. `place` is where
 * it stands in the newer version, or beside what it stood; "" in a section without a paragraph. `until`
 * is an instant of `performance.now()` after which nothing more is found equal; without it each section
 * has its own time.
 */
export function alignReports(
  older: ReportContent,
  newer: ReportContent,
  until?: number,
): Aligned[] {
  const was = new Map(itemsOf(older.agenda).map((item) => [item.id, item]))
  const now = new Map(itemsOf(newer.agenda).map((item) => [item.id, item]))
  const [opening, closing] = OUTSIDE_AGENDA
  const ids = [...new Set([opening, ...now.keys(), ...was.keys(), closing])]
  return ids.map((id) => ({
    id,
    was: was.get(id) ?? null,
    now: now.get(id) ?? null,
    pairs: pairsOf(id, contentOf(older, id), contentOf(newer, id), until),
  }))
}

/** Whether two paragraphs are equal in everything that they show. */
export function isSame({ was, now }: Pick<Pair, "was" | "now">): boolean {
  return canonical(was) === canonical(now)
}

/** The paragraphs that the newer version touches, each once; "" for what stands outside the text. */
export function touchedPlaces(older: ReportContent, newer: ReportContent): string[] {
  const places = alignReports(older, newer).flatMap(({ pairs }) =>
    pairs.filter((pair) => !isSame(pair)).map(({ place }) => place),
  )
  const beside = canonical(besideText(older)) === canonical(besideText(newer)) ? [] : [""]
  return [...new Set([...beside, ...places])]
}

/** What a version shows besides its text and what every version has of its own. */
export function besideText(report: ReportContent) {
  const {
    version: _,
    publishedAt: __,
    sections: ___,
    correction: ____,
    schema: _____,
    ...rest
  } = report
  return rest
}

function pairsOf(
  section: string,
  older: readonly ReportBlock[],
  newer: readonly ReportBlock[],
  until = performance.now() + LONGEST_MS,
): Pair[] {
  const pairs: Pair[] = []
  let at = 0
  const put = (was: ReportBlock | null, now: ReportBlock | null) => {
    const near = newer.length === 0 ? "" : placeOf(section, Math.min(at, newer.length - 1))
    pairs.push({ was, now, place: near })
    if (now) at++
  }
  const records: Records = { was: byId(older), now: byId(newer) }
  const gone: ReportBlock[] = []
  const come: ReportBlock[] = []
  const flush = () => {
    for (const [was, now] of matched(gone.splice(0), come.splice(0), records)) put(was, now)
  }
  let from = 0
  const timeout = Math.max(until - performance.now(), 0)
  const runs = diffArrays(older.map(canonical), newer.map(canonical), { timeout })
  if (!runs) {
    gone.push(...older)
    come.push(...newer)
  }
  let to = 0
  for (const { added, removed, count } of runs ?? []) {
    const size = count ?? 0
    if (removed) gone.push(...older.slice(from, from + size))
    else if (added) come.push(...newer.slice(to, to + size))
    else {
      flush()
      for (const block of newer.slice(to, to + size)) put(block, block)
    }
    if (!added) from += size
    if (!removed) to += size
  }
  flush()
  return pairs
}

/** The alignment of a section gives up after this time, in milliseconds: then nothing is equal. */
const LONGEST_MS = 1_000

type Match = [was: ReportBlock | null, now: ReportBlock | null]
type Records = Record<"was" | "now", ReadonlyMap<string | null, ReportBlock>>

/**
 * What went and what came in one place: blocks of the record by their ids, from wherever they stood in the
 * section, the others in their order.
 */
function matched(
  gone: readonly ReportBlock[],
  come: readonly ReportBlock[],
  records: Records,
): Match[] {
  const left = gone.filter((block) => !records.now.has(idOf(block)))
  const matches = come.map((now): Match => {
    const own = records.was.get(idOf(now))
    if (own) return [own, now]
    const other = left.findIndex(({ type }) => type === now.type)
    return [other === -1 ? null : (left.splice(other, 1)[0] ?? null), now]
  })
  return [...left.map((was): Match => [was, null]), ...matches]
}

const byId = (blocks: readonly ReportBlock[]) =>
  new Map(blocks.flatMap((block) => (idOf(block) === null ? [] : [[idOf(block), block] as const])))

const idOf = (block: ReportBlock): string | null =>
  "attrs" in block && block.attrs && "id" in block.attrs ? block.attrs.id : null

const contentOf = (report: ReportContent, id: string): ReportBlock[] =>
  report.sections.find((section) => section.id === id)?.content ?? []

function itemsOf(items: readonly ReportAgendaItem[]): ReportAgendaItem[] {
  return items.flatMap((item) => [item, ...itemsOf(item.children)])
}
