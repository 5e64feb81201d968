import type { BlockOf, ReportBlock } from "./blocks"
import { placeOf, type ReportAgendaItem, type ReportContent } from "./model"

/** A block at its place: where it is cited, and as which decision or action. */
export interface PlacedBlock<Block extends ReportBlock = ReportBlock> {
  block: Block
  /** Its name among the paragraphs of this version, as `placeOf` gives it. */
  place: string
  /** Whether this version corrected it. */
  touched: boolean
  /** The fragment of its address: `i2p4`. Null for a list that carries on the paragraph before it. */
  anchor: string | null
  /** What stands beside it: `2.4`. */
  mark: string
  /** `33/1` for decisions and for actions, each counted through the report. */
  ordinal: string | null
}

export interface OutlineItem extends Omit<ReportAgendaItem, "children"> {
  /** `i4a` */
  anchor: string
  blocks: PlacedBlock[]
  children: OutlineItem[]
}

/** A report in the order in which it is read, every block with its address. */
export interface Outline {
  opening: PlacedBlock[]
  items: OutlineItem[]
  closing: PlacedBlock[]
  decisions: PlacedBlock<BlockOf<"decision">>[]
  actions: PlacedBlock<BlockOf<"action">>[]
}

/**
 * Numbers a report. Paragraphs count from 1 under their item (`2.4`, `#i2p4`); what stands before
 * and after the agenda shares the number 0. A list right after a paragraph belongs to it.
 */
export function outline(report: ReportContent): Outline {
  const sections = new Map(report.sections.map((section) => [section.id, section.content]))
  const decisions: PlacedBlock<BlockOf<"decision">>[] = []
  const actions: PlacedBlock<BlockOf<"action">>[] = []

  const touches = new Set(report.correction?.touches)

  const place = (id: string, label: string, from = 0): PlacedBlock[] => {
    let count = from
    let previous: ReportBlock["type"] | null = null
    return (sections.get(id) ?? []).map((block, index) => {
      const named = { place: placeOf(id, index), touched: touches.has(placeOf(id, index)) }
      const carriesOn =
        isList(block) && (previous === "paragraph" || (previous && isListType(previous)))
      previous = block.type
      if (carriesOn) return { ...named, block, anchor: null, mark: "", ordinal: null }
      count += 1
      const at = { ...named, anchor: `i${label}p${count}`, mark: `${label}.${count}` }
      if (block.type === "decision") return keep(decisions, block, at)
      if (block.type === "action") return keep(actions, block, at)
      return { block, ...at, ordinal: null }
    })
  }

  function keep<Block extends ReportBlock>(
    register: PlacedBlock<Block>[],
    block: Block,
    at: Omit<PlacedBlock, "block" | "ordinal">,
  ): PlacedBlock<Block> {
    const ordinal = `${report.meeting.number}/${register.length + 1}`
    const placed = { block, ...at, ordinal }
    register.push(placed)
    return placed
  }

  const walk = (items: readonly ReportAgendaItem[]): OutlineItem[] =>
    items.map((item) => ({
      ...item,
      anchor: `i${item.label}`,
      blocks: place(item.id, item.label),
      children: walk(item.children),
    }))

  const opening = place("opening", "0")
  const items = walk(report.agenda)
  const before = opening.filter((placed) => placed.anchor).length
  return { opening, items, closing: place("closing", "0", before), decisions, actions }
}

function isListType(type: ReportBlock["type"]): boolean {
  return type === "bulletList" || type === "orderedList"
}

function isList(block: ReportBlock): boolean {
  return isListType(block.type)
}

/** Every paragraph of a report by its place; a list that carries one on counts as that one. */
export function placesOf({ opening, items, closing }: Outline): Map<string, PlacedBlock> {
  const all = [opening, ...items.flatMap(blocksOf), closing]
  return new Map(
    all.flatMap((blocks) => {
      let last: PlacedBlock | undefined
      return blocks.map((placed) => {
        if (placed.anchor) last = placed
        return [placed.place, last ?? placed] as const
      })
    }),
  )
}

function blocksOf(item: OutlineItem): PlacedBlock[][] {
  return [item.blocks, ...item.children.flatMap(blocksOf)]
}
