import { and, eq, inArray, isNull, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { editionFiles } from "@/db/schema/editions"
import { recordNames, reportFiles } from "@/db/schema/record"
import { foldName } from "@/lib/people/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueueAll } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { capacityOwners } from "./capacity-owners"
import { eraseParties, holdParties } from "./erase-parties"
import { markOf } from "./erased-mark"
import { keepVersionsAway } from "./hold-erasures"
import type { eraseNamesInput } from "./input"
import { listNamedPlaces, markOfPlaces } from "./named-places"
import { tellOfErasure } from "./tell-of-erasure"

/**
 * Erases names of published versions of every kind on a lawful request: name and salt go, the commitment stays,
 * so that the ledger can still be computed. Files that held them go and are made again. Cannot be undone.
 * Refuses with `conflict` when one was erased meanwhile, or when what was looked for stands elsewhere by now
 * (a version was published since), with `invalid` when the ground itself holds a name.
 */
export async function eraseNames(
  actor: Actor,
  { names, because, text, person, mark }: z.output<typeof eraseNamesInput>,
): Promise<{ names: number; versions: number }> {
  authorize(actor, "record.erase")
  return transaction(async (tx) => {
    await keepVersionsAway(tx)
    const places = [...new Set(names)].map(readPlace)
    const sealed = places.filter(({ key }) => key !== "party")
    const parties = places.filter(({ key }) => key === "party").map(({ id }) => id)
    const held = await holdNames(tx, sealed)
    const sent = await holdParties(tx, parties)
    if (held.length < sealed.length || sent.length < parties.length)
      throw new Refusal("conflict", "record.gone")
    const standing = await listNamedPlaces(tx, { text, personId: person || null })
    if (markOfPlaces(standing) !== mark) throw new Refusal("conflict", "record.foundMore")
    const ground = foldName(because)
    const said = [
      ...held.flatMap(({ key, name }) => (key.startsWith("p") ? name : null) ?? []),
      ...sent.map(({ party }) => party),
    ]
    if (said.some((name) => ground.includes(foldName(name))))
      throw new Refusal("invalid", "fields", {}, { because: "record.reasonNames" })
    const versions = [...new Set(held.map(({ subjectId }) => subjectId))]
    await eraseSealed(tx, actor, { places: sealed, held, versions, because })
    await eraseParties(tx, sent)
    await dropFiles(tx, held)
    const documentIds = sent.map(({ documentId }) => documentId)
    await tellOfErasure(tx, actor, { held, documentIds, because })
    return { names: places.length, versions: new Set([...versions, ...documentIds]).size }
  })
}

type Place = { id: string; key: string }
type Held = typeof recordNames.$inferSelect

function readPlace(place: string): Place {
  const [id = "", key = ""] = place.split(".")
  return { id, key }
}

const isAmong = (places: readonly Place[]) =>
  or(...places.map(({ id, key }) => and(eq(recordNames.subjectId, id), eq(recordNames.key, key))))

/** The names that stand there and were not erased, held until the end. */
async function holdNames(tx: Transaction, places: readonly Place[]): Promise<Held[]> {
  if (places.length === 0) return []
  const rows = await tx.select().from(recordNames).where(isAmong(places)).for("update")
  return rows.filter(({ name }) => name !== null)
}

async function eraseSealed(
  tx: Transaction,
  actor: Actor,
  {
    places,
    held,
    versions,
    because,
  }: {
    places: readonly Place[]
    held: readonly Held[]
    versions: readonly string[]
    because: string
  },
): Promise<void> {
  if (places.length === 0) return
  const gone = {
    ...{ name: null, salt: null },
    ...{ erasedAt: now(), erasedBy: personOf(actor), erasedBecause: because },
  }
  // Whoever is in the register is known by their id in a later version.
  const unknown = held.filter(({ personId }) => personId === null)
  const owners = await capacityOwners(
    tx,
    unknown.filter(({ key }) => key.startsWith("c")),
  )
  const marks = unknown.flatMap(({ subjectId, key, name }) => {
    const owner = key.startsWith("p") ? name : owners.get(`${subjectId}.${key}`)
    return owner ? [[`${subjectId}.${key}`, markOf(key, owner)]] : []
  })
  const erasedMark = sql<string | null>`
    ${JSON.stringify(Object.fromEntries(marks))}::text::jsonb ->> (${recordNames.subjectId} || '.' || ${recordNames.key})`
  await tx
    .update(recordNames)
    .set({ ...gone, erasedMark })
    .where(isAmong(places))
  // The fingerprint of an earlier release was taken over the names: with it a guess could be proved.
  await tx
    .update(recordNames)
    .set(gone)
    .where(
      and(
        inArray(recordNames.subjectId, [...versions]),
        eq(recordNames.key, "former"),
        isNull(recordNames.erasedAt),
      ),
    )
}

/** Those of reports and editions are made again by a job; those of documents and compendia are not kept. */
async function dropFiles(tx: Transaction, held: readonly Held[]): Promise<void> {
  const of = (kind: Held["kind"]) => [
    ...new Set(held.filter((each) => each.kind === kind).map(({ subjectId }) => subjectId)),
  ]
  const [reportIds, editionIds] = [of("report"), of("edition")]
  if (reportIds.length > 0)
    await tx.delete(reportFiles).where(inArray(reportFiles.reportId, reportIds))
  if (editionIds.length > 0)
    await tx.delete(editionFiles).where(inArray(editionFiles.editionId, editionIds))
  const again = [
    ...reportIds.map((reportId) => ({ reportId })),
    ...editionIds.map((editionId) => ({ editionId })),
  ]
  if (again.length > 0) await enqueueAll(tx, "files", again)
}
