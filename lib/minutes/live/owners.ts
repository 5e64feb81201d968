import * as Y from "yjs"
import { LIMITS, type Named } from "../model"
import { owners as readOwners } from "./read-nodes"

/** An action whose owners two set without having seen each other's, and everybody whom either means. */
export type Apart = { action: Y.XmlElement; owners: Named[] }

const KEY = "owners"

const keyOf = ({ personId, name }: Named) => personId ?? `called ${name}`
const keysOf = (all: readonly Named[]) => new Set(all.map(keyOf))

function ownersIn(item: Y.Item | null): Named[] {
  return item?.content instanceof Y.ContentAny ? readOwners(item.content.arr.at(-1)) : []
}

/** What set this attribute before, by the id that a later setting says it had seen. */
function seenBy(item: Y.Item): Y.Item | null {
  const { origin } = item
  let left = item.left
  while (left && origin && !Y.compareIDs(left.lastId, origin)) left = left.left
  return origin ? left : null
}

/** Both lists in one: who was added by either is there, who was taken away by either is not. */
function joined(mine: Named[], theirs: Named[], base: Named[]): Named[] {
  const [inMine, inTheirs, inBase] = [keysOf(mine), keysOf(theirs), keysOf(base)]
  const stay = mine.filter((one) => !inBase.has(keyOf(one)) || inTheirs.has(keyOf(one)))
  const come = theirs.filter((one) => !inBase.has(keyOf(one)) && !inMine.has(keyOf(one)))
  return [...stay, ...come].slice(0, LIMITS.owners)
}

function apartIn(action: Y.XmlElement, isNew: (item: Y.Item) => boolean): Apart | null {
  const winner = action._map.get(KEY) ?? null
  let brought = winner
  while (brought && !isNew(brought)) brought = brought.left
  let before = winner
  while (before && isNew(before)) before = before.left
  if (!brought || !before) return null
  let base = seenBy(brought)
  while (base && isNew(base)) base = seenBy(base)
  if (base === before) return null
  const owners = joined(ownersIn(before), ownersIn(brought), ownersIn(base))
  const shown = keysOf(ownersIn(winner))
  const isSame = owners.length === shown.size && owners.every((one) => shown.has(keyOf(one)))
  return isSame ? null : { action, owners }
}

/**
 * Where a change sets the owners of an action and had not seen what stood there before, Yjs keeps one of
 * the two lists. The actions of which this is so, with both lists in one.
 */
export function ownersApart({ changed, beforeState }: Y.Transaction): Apart[] {
  const isNew = ({ id }: Y.Item) => id.clock >= (beforeState.get(id.client) ?? 0)
  return [...changed].flatMap(([type, keys]) => {
    if (!(type instanceof Y.XmlElement) || !keys.has(KEY) || type._item?.deleted) return []
    return apartIn(type, isNew) ?? []
  })
}

/** Gives actions the owners that both lists name. */
export function joinOwners(doc: Y.Doc, all: readonly Apart[], origin: unknown): void {
  if (all.length === 0) return
  doc.transact(() => {
    // The types of the library know texts as attributes alone.
    for (const { action, owners } of all) action.setAttribute(KEY, owners as never)
  }, origin)
}
