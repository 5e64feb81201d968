import { and, desc, eq, isNotNull, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor, makeGroup, makePerson, type SignedIn } from "@/db/factories/people"
import { documents, documentVersions } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { recordNames } from "@/db/schema/record"
import { erasureOf } from "@/e2e/support/erasure"
import { makeVersion } from "@/lib/documents/make-version"
import { findPublishedDocument } from "@/lib/documents/public-queries"
import { publishVersion } from "@/lib/documents/publish-version"
import { eraseNames } from "@/lib/record/erase-names"
import { findNames } from "@/lib/record/queries"
import { verifyIn, verifyRecord } from "@/lib/record/verify/verify"
import { askAboutEdition } from "./ask-about"
import { askAboutEditionInput } from "./ask-input"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"

const { owner } = await testDatabase()
process.env.AUTH_SECRET = "a".repeat(32)

let group: { id: string; slug: string }
let chair: SignedIn
let secretary: SignedIn
let mappingId: string
let quill: string
let number = 0

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  // Somebody else each time: a name that several bear is nobody's for certain.
  const name = `Quill${"abcdef".charAt(number++)} Underwood`
  quill = (await makePerson(owner, { name })).id
  const mapping = await makeMapping(owner, group.id)
  mappingId = mapping.mappingId
  await owner
    .update(mappingRows)
    .set({
      suggests: `What ${name} asked for`,
      synergies: [
        {
          type: "paragraph",
          content: [{ type: "mention", attrs: { personId: quill, label: "Q. Underwood" } }],
        },
      ],
    })
    .where(eq(mappingRows.id, mapping.rowId))
})

/** Freezes the mapping; resolves to the edition's id. */
async function freeze(): Promise<string> {
  const { number: edition, mark } = await composeEdition(owner, mappingId)
  const [now] = await owner.select().from(mappings).where(eq(mappings.id, mappingId))
  await freezeEdition(chair, { mappingId, edition, mark, change: now?.change ?? -1, note: "" })
  const [made] = await owner
    .select()
    .from(editions)
    .where(eq(editions.mappingId, mappingId))
    .orderBy(desc(editions.number))
  return made?.id ?? ""
}

const ask = async (editionId: string) =>
  (
    await askAboutEdition(
      chair,
      askAboutEditionInput.parse({
        ...{ editionId, title: "The table", areas: ["connectivity"], made: "0" },
      }),
    )
  ).documentId

/** Erases every name of an edition. */
async function eraseFrom(editionId: string) {
  const standing = and(eq(recordNames.subjectId, editionId), isNotNull(recordNames.name))
  const rows = await owner.select().from(recordNames).where(standing)
  const names = rows.map(({ subjectId, key }) => `${subjectId}.${key}`)
  await eraseNames(secretary, erasureOf(names))
}

/** Makes a version of a document public; resolves to what everybody reads of it. */
async function publish(documentId: string, name: string): Promise<string> {
  await makeVersion(chair, { documentId, revision: 1, name, note: "" })
  const [version] = await owner
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
  await publishVersion(chair, { versionId: version?.id ?? "" })
  const [document] = await owner.select().from(documents).where(eq(documents.id, documentId))
  return JSON.stringify(await findPublishedDocument(group.slug, document?.slug ?? ""))
}

test("what was erased from an edition does not come out with a document that was made of it before", async () => {
  const editionId = await freeze()
  const documentId = await ask(editionId)
  await eraseFrom(editionId)
  const shown = await publish(documentId, "First")
  expect(shown).toContain("[name removed]")
  expect(shown).not.toContain("Underwood")
  expect(await publish(documentId, "Second")).not.toContain("Underwood")
  expect((await verifyRecord()).differences).toEqual([])
})

test("nor what was erased from a later edition of the same mapping", async () => {
  const documentId = await ask(await freeze())
  await owner.update(mappings).set({ goal: "Another" }).where(eq(mappings.id, mappingId))
  await eraseFrom(await freeze())
  const shown = await publish(documentId, "First")
  expect(shown).not.toContain("Underwood")
  expect((await verifyRecord()).differences).toEqual([])
})

test("names that stand in the edition are sealed in its document, also when the register calls them otherwise by then", async () => {
  const documentId = await ask(await freeze())
  await owner.update(people).set({ name: "Quill Overwood" }).where(eq(people.id, quill))
  const shown = await publish(documentId, "First")
  expect(shown).toContain("Q. Underwood")
  const [version] = await owner
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
  expect(JSON.stringify(version?.content)).not.toContain("Underwood")
  await eraseFrom(version?.id ?? "")
  expect(await publish(documentId, "Second")).not.toContain("Underwood")
})

test("verifying tells of a name that is gone from such a document, where none of its mapping was erased", async () => {
  const other = await ask(await freeze())
  await publish(other, "First")
  const undo = new Error("undo")
  let told: string[] = []
  await owner
    .transaction(async (tx) => {
      await tx
        .update(recordNames)
        .set({ ...{ name: null, salt: null }, erasedAt: new Date(), erasedBecause: "Asked" })
        .where(and(eq(recordNames.kind, "document"), eq(recordNames.personId, quill)))
      told = (await verifyIn(tx)).differences.map(({ what }) => what)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  expect(told.join("\n")).toContain("was erased, and no event tells of it")
})

/** How many wait for a lock, of this database. */
const waiting = async () => {
  const [row] = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_locks where not granted
      and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return row?.n
}

/** Begins `first`, lets it come as far as this lock, begins `second`, lets both go on; resolves to how they ended. */
async function oneInTheOther(
  lock: string,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
) {
  const { both } = await owner.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    const begun = [first()]
    await expect.poll(waiting).toBe(1)
    begun.push(second())
    await expect.poll(waiting).toBe(2)
    return { both: Promise.allSettled(begun) }
  })
  return both
}

const inEdition = async (editionId: string) =>
  (await owner.select().from(recordNames).where(eq(recordNames.subjectId, editionId))).flatMap(
    ({ name }) => name ?? [],
  )

test("an edition that is frozen while a name is erased does not hold it", async () => {
  const editionId = await freeze()
  await owner.update(mappings).set({ goal: "Another" }).where(eq(mappings.id, mappingId))
  let later = ""
  const ended = await oneInTheOther(
    `links of ${mappingId}`,
    () => eraseFrom(editionId),
    async () => {
      later = await freeze()
    },
  )
  expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"])
  expect(later).not.toBe(editionId)
  expect(await inEdition(later)).toEqual([])
})

test("names that were looked for before an edition came with them are not erased until it was seen", async () => {
  const editionId = await freeze()
  await owner.update(mappings).set({ goal: "Another" }).where(eq(mappings.id, mappingId))
  const { places, mark } = await findNames(secretary, { text: "underwood", personId: null })
  const names = places.map(({ subjectId, key }) => `${subjectId}.${key}`)
  const input = { ...erasureOf(names), text: "underwood", mark }
  const [frozen, erased] = await oneInTheOther(`ledger ${group.id}`, freeze, () =>
    eraseNames(secretary, input),
  )
  expect(frozen?.status).toBe("fulfilled")
  expect(erased).toMatchObject({ status: "rejected", reason: { key: "record.foundMore" } })
  expect(await inEdition(editionId)).not.toEqual([])
  const now = await findNames(secretary, { text: "underwood", personId: null })
  expect(now.places.length).toBeGreaterThan(places.length)
})
