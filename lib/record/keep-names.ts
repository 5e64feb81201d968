import { and, desc, inArray, isNotNull, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import { isMarked } from "./erased-mark"
import { keepErasuresAway } from "./hold-erasures"
import type { EntryKind } from "./model"
import type { SealedName } from "./seal"

/**
 * Step: puts the names of a version beside it. Whoever was erased from one of `earlier` versions (their ids), of
 * the same text or of what it was made of, is erased from this one as it is written: a later version does not
 * bring a name back, be it of somebody in the register or of a guest.
 */
export async function keepNames(
  tx: Transaction,
  version: { kind: EntryKind; id: string; earlier: readonly string[] },
  names: readonly SealedName[],
): Promise<void> {
  const { kind, id: subjectId, earlier } = version
  await keepErasuresAway(tx)
  const erasureOf = await erasuresFrom(tx, earlier)
  const rows = names.map((sealed) => {
    const { owner: _, ...each } = sealed
    const as = erasureOf(sealed)
    return { ...each, kind, subjectId, ...(as && { ...as, name: null, salt: null }) }
  })
  // A statement takes 65,535 parameters; a row here has ten.
  for (let at = 0; at < rows.length; at += 5000)
    await tx.insert(recordNames).values(rows.slice(at, at + 5000))
}

type Erasure = Pick<
  typeof recordNames.$inferSelect,
  "erasedAt" | "erasedBy" | "erasedBecause" | "erasedMark"
>
type Marked = Erasure & { erasedMark: string }

/**
 * Step: how a name of a new version is to be erased as it is written, by what was erased from these versions;
 * null for one that stays.
 */
export async function erasuresFrom(
  tx: Transaction,
  earlier: readonly string[],
): Promise<(name: SealedName) => Erasure | null> {
  const { people, marks } = await erasedFrom(tx, earlier)
  const markOn = (key: string, name: string) =>
    marks.find(({ erasedMark }) => isMarked(erasedMark, key, name))
  return ({ personId, key, name, owner }) => {
    // A mark is of somebody outside the register: a member who bears the same name is somebody else.
    const as =
      personId === null
        ? (markOn("p", owner) ?? markOn(key, key.startsWith("p") ? name : owner))
        : (people.get(personId) ?? people.get(`${personId} ${key[0]}`))
    return as ?? null
  }
}

/**
 * Who was erased from these versions, and how: people by their ids; of whom only what they were called was
 * erased by the id and the first letter of its key; and whoever is nobody of the register by a mark.
 */
async function erasedFrom(
  tx: Transaction,
  versions: readonly string[],
): Promise<{ people: Map<string, Erasure>; marks: Marked[] }> {
  if (versions.length === 0) return { people: new Map(), marks: [] }
  const { personId, key, erasedAt, erasedBy, erasedBecause, erasedMark } = recordNames
  const kind = sql<string>`left(${key}, 1)`
  const rows = await tx
    .selectDistinctOn([personId, kind, erasedMark], {
      ...{ personId, kind, erasedAt, erasedBy, erasedBecause, erasedMark },
    })
    .from(recordNames)
    .where(
      and(
        inArray(recordNames.subjectId, [...versions]),
        isNotNull(erasedAt),
        or(isNotNull(personId), isNotNull(erasedMark)),
      ),
    )
    .orderBy(personId, kind, erasedMark, desc(erasedAt))
  return {
    people: new Map(
      rows.flatMap(({ personId: id, kind, ...how }) =>
        // Beside a mark stands an id only where a member was taken for a guest, which is not to go on.
        id === null || how.erasedMark !== null
          ? []
          : [[kind === "p" ? id : `${id} ${kind}`, how] as const],
      ),
    ),
    marks: rows.flatMap(({ personId: _, kind: __, erasedMark: mark, ...how }) =>
      mark === null ? [] : [{ ...how, erasedMark: mark }],
    ),
  }
}
