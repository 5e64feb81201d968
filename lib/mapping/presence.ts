import { sql } from "drizzle-orm"
import { z } from "zod"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import { type CellField, cellFields } from "./model"

/** The channel on which servers tell each other who is in which cell. Nothing of it is ever kept. */
export const presenceChannel = "mapping_presence"

/** Whoever does not say again that they are there, in milliseconds, has left. */
export const staysFor = 25_000
/** So many open pages of one person are shown, so many people of one mapping; more would be an attack. */
const mostPages = 8
const mostPlaces = 200

/** Somebody in a cell, from one of their open pages. */
export type Place = { personId: string; name: string; rowId: string; field: CellField }

const cell = z.object({ rowId: z.uuid(), field: z.enum(cellFields) })

/** What a page says of where its reader is: `turn` grows, so that a late word does not count. */
export const standInput = z.object({
  page: z.uuid(),
  turn: z.int().min(0),
  at: cell.nullable(),
})

const told = z.object({
  mapping: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  ...standInput.shape,
})

/**
 * Tells every server in which cell of a mapping somebody is, or that they left. Only to those who may
 * edit it, and never written down.
 */
export async function standIn(
  actor: Actor,
  mapping: { id: string; groupId: string },
  stand: z.output<typeof standInput>,
): Promise<void> {
  authorize(actor, "mapping.edit", { groupId: mapping.groupId })
  const person = personOf(actor)
  if (!person || actor.kind !== "account") return
  const said = JSON.stringify({
    ...{ mapping: mapping.id, person, ...stand },
    name: actor.name.slice(0, 200),
  })
  await database().execute(sql`select pg_notify(${presenceChannel}, ${said})`)
}

type Known = Place & { turn: number; until: number; isThere: boolean }

/** Who is in which cell of every mapping, as this server heard it. */
export class Places {
  readonly #byMapping = new Map<string, Map<string, Known>>()

  /** Takes in what a server told; answers with the mapping where anything changed. */
  hear(payload: string, now: number): string | null {
    const read = told.safeParse(parse(payload))
    if (!read.success || !isId(read.data.mapping)) return null
    const { mapping, person, name, page, turn, at } = read.data
    const pages = this.#byMapping.get(mapping) ?? new Map<string, Known>()
    const key = `${person} ${page}`
    const before = pages.get(key)
    if (before && before.turn > turn) return null
    const place = at ?? { rowId: before?.rowId ?? "", field: before?.field ?? cellFields[0] }
    const isThere = at !== null
    pages.delete(key)
    pages.set(key, {
      ...{ personId: person, name, ...place, turn, isThere },
      until: now + staysFor,
    })
    this.#byMapping.set(mapping, pages)
    this.#bound(pages, person)
    const isSame = before?.rowId === place.rowId && before.field === place.field
    return before?.isThere === isThere && isSame ? null : mapping
  }

  /** Forgets whoever did not say again that they are there; answers with the mappings that changed. */
  forget(now: number): string[] {
    const changed: string[] = []
    for (const [mapping, pages] of this.#byMapping) {
      const gone = [...pages].filter(([, { until }]) => until <= now)
      for (const [key] of gone) pages.delete(key)
      if (gone.some(([, { isThere }]) => isThere)) changed.push(mapping)
      if (pages.size === 0) this.#byMapping.delete(mapping)
    }
    return changed
  }

  /** Everybody in a cell of a mapping, each cell of a person once. */
  of(mapping: string): Place[] {
    const places = new Map<string, Place>()
    for (const { personId, name, rowId, field, isThere } of this.#byMapping
      .get(mapping)
      ?.values() ?? [])
      if (isThere) places.set(`${personId} ${rowId} ${field}`, { personId, name, rowId, field })
    return [...places.values()]
  }

  #bound(pages: Map<string, Known>, person: string): void {
    const own = [...pages.keys()].filter((key) => key.startsWith(`${person} `))
    const spare = [
      ...own.slice(0, Math.max(0, own.length - mostPages)),
      ...[...pages.keys()].slice(0, Math.max(0, pages.size - mostPlaces)),
    ]
    for (const key of spare) pages.delete(key)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
