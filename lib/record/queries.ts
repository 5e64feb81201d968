import { sql } from "drizzle-orm"
import { folded } from "@/lib/people/fold"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import {
  listNamedPlaces,
  markOfPlaces,
  type NamePlace,
  type NamesAsked,
  patternOf,
} from "./named-places"

/** A published version whose form has no keys for names, so that none can be erased there. */
export type UnsealedPlace = Pick<NamePlace, "kind" | "subjectId" | "group" | "title"> & {
  version: number
}

/** How many places of names a page shows. */
export const placesShown = 200

/**
 * Where versions of every kind name somebody: every name that holds `text`, in any case and with or without
 * accents, and everything else that stands there of the same people, version by version. For whoever may erase
 * them. `total` counts all; `unsealed` are the versions of earlier releases that hold `text` in words that
 * cannot be erased; `mark` changes with what is found.
 */
export async function findNames(
  actor: Actor,
  asked: NamesAsked,
): Promise<{ places: NamePlace[]; total: number; mark: string; unsealed: UnsealedPlace[] }> {
  authorize(actor, "record.erase")
  const found = await listNamedPlaces(database(), asked)
  const places = besideTheirNames(found).map(({ personId: _, ...place }) => place)
  const pattern = patternOf(asked.text)
  return {
    places: places.slice(0, placesShown),
    total: places.length,
    mark: markOfPlaces(places),
    unsealed: pattern === null ? [] : await findUnsealed(pattern),
  }
}

/** Versions whose form has no keys for names: documents, compendia and editions of earlier releases. */
async function findUnsealed(pattern: string): Promise<UnsealedPlace[]> {
  const rows = await database().execute<UnsealedPlace>(sql`
    select kind, versions.id as "subjectId", groups.short_name as group, title, version from (
      select 'document' as kind, v.id, d.group_id, d.title, v.number as version, v.content
        from document_versions v join documents d on d.id = v.document_id
      union all
      select 'compendium', c.id, s.group_id, s.title, c.version, c.content
        from compendia c join consultations s on s.id = c.consultation_id
      union all
      select 'edition', e.id, m.group_id, mandates.title, e.number, e.content
        from editions e join mappings m on m.id = e.mapping_id
        join mandates on mandates.id = m.mandate_id
    ) as versions join groups on groups.id = group_id
    where not content ? 'form' and ${folded(sql`content::text`)} like ${pattern}
    order by kind, groups.slug, title, version desc`)
  return [...rows]
}

/** What somebody was called follows their name, version by version. */
function besideTheirNames<Place extends NamePlace & { personId: string | null }>(
  places: readonly Place[],
): Place[] {
  const first = new Map<string, string>()
  const owner = ({ subjectId, personId, name }: Place) => `${subjectId} ${personId ?? name}`
  for (const place of places)
    if (!place.isCapacity && !first.has(owner(place))) first.set(owner(place), place.name)
  const versions = new Map<string, Place[]>()
  for (const place of places) {
    const known = versions.get(place.subjectId)
    if (known) known.push(place)
    else versions.set(place.subjectId, [place])
  }
  const key = (place: Place) =>
    `${first.get(owner(place)) ?? place.name}\u0000${owner(place)}\u0000${place.isCapacity ? 1 : 0}`
  return [...versions.values()].flatMap((of) =>
    of.sort((one, other) => key(one).localeCompare(key(other), "en")),
  )
}
