import { agendaLevels, agendaSiblings, labelAgenda } from "./labels"
import type { Coverage } from "./model"

/** An item as it is written: `depth` says under which of the items before it stands (0 to 2). */
export type AgendaRow = {
  /** Kept when the item is known to the meeting; null makes a new one. */
  id: string | null
  depth: number
  title: string
  presenter: string
  /** Planned minutes. */
  minutes: number | null
  coverage: Coverage | null
}

/** An item as it is stored and shown, in reading order. */
export type AgendaItem = Omit<AgendaRow, "id"> & { id: string; label: string }

/** An item with those below it. */
export type AgendaNode = Omit<AgendaItem, "depth"> & { children: AgendaNode[] }

type Stored = Omit<AgendaRow, "id" | "depth"> & {
  id: string
  parentId: string | null
  position: number
}

/** Stored items, in any order, as they are read: parents before what stands below them, with labels. */
export function readAgenda(stored: readonly Stored[]): AgendaItem[] {
  const below = new Map<string | null, Stored[]>()
  for (const item of [...stored].sort((a, b) => a.position - b.position)) {
    below.set(item.parentId, [...(below.get(item.parentId) ?? []), item])
  }
  const walk = (parent: string | null, depth: number): Omit<AgendaItem, "label">[] =>
    (below.get(parent) ?? []).flatMap(({ id, title, presenter, minutes, coverage }) => [
      { id, depth, title, presenter, minutes, coverage },
      ...walk(id, depth + 1),
    ])
  return labelAgenda(walk(null, 0))
}

/** The items as a tree. */
export function agendaTree(items: readonly AgendaItem[]): AgendaNode[] {
  const roots: AgendaNode[] = []
  const path: AgendaNode[] = []
  for (const { depth, ...item } of items) {
    const node: AgendaNode = { ...item, children: [] }
    path.length = depth
    const siblings = path.at(-1)?.children ?? roots
    siblings.push(node)
    path.push(node)
  }
  return roots
}

type Nested = Partial<Omit<AgendaRow, "depth" | "title">> & {
  title: string
  children?: readonly Nested[]
}

/** A tree, as a report is read, as rows. */
export function rowsOfTree(tree: readonly Nested[], depth = 0): AgendaRow[] {
  return tree.flatMap(({ children = [], ...item }) => [
    { id: null, presenter: "", minutes: null, coverage: null, ...item, depth },
    ...rowsOfTree(children, depth + 1),
  ])
}

/** What keeps rows from being an agenda: the key of its sentence under `errors` and the row; or null. */
export function agendaMisfit(rows: readonly AgendaRow[]): { key: string; place: number } | null {
  const siblings: number[] = []
  for (const [place, { depth, title }] of rows.entries()) {
    const misfit = (key: string) => ({ key, place })
    if (!title.trim()) return misfit("meeting.agendaTitle")
    if (depth >= agendaLevels) return misfit("meeting.agendaDepth")
    if (depth < 0 || depth > (rows[place - 1]?.depth ?? -1) + 1)
      return misfit("meeting.agendaOrder")
    siblings.length = depth + 1
    siblings[depth] = (siblings[depth] ?? 0) + 1
    if (depth > 0 && (siblings[depth] ?? 0) > agendaSiblings)
      return misfit("meeting.agendaSiblings")
  }
  return null
}
