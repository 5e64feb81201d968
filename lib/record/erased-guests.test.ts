import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { compendia } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { recordNames } from "@/db/schema/record"
import { erasureOf } from "@/e2e/support/erasure"
import { beginThread } from "@/lib/comments/begin-thread"
import type { Author } from "@/lib/comments/model"
import { findCompendium } from "@/lib/compendia/public-queries"
import { publishCompendium } from "@/lib/compendia/publish"
import { workThread } from "@/lib/consultations/worksheet/work-thread"
import { transaction } from "@/lib/platform/database"
import { eraseNames } from "./erase-names"
import { verifyRecord } from "./verify/verify"

const { owner } = await testDatabase()
process.env.AUTH_SECRET = "a".repeat(32)

let scene: Scene
let secretary: SignedIn
let slug: string
let documentId: string
let consultation: { id: string; slug: string }

beforeEach(async () => {
  scene = await arrangeScene(owner)
  secretary = await makeActor(owner, { name: "Olena Veres", secretariat: true })
  const { groupId, chair } = scene
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  slug = group?.slug ?? ""
  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  documentId = (await arrangeDocument(owner, { groupId, parts })).id
  consultation = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId, documentId },
    ...{ opensAt: new Date("2022-03-01"), closesAt: new Date("2022-03-20") },
  })
})

async function say(text: string, author: Author, revision = 1) {
  const { groupId, chair } = scene
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text: { kind: "document", documentId }, about: "text", place: null },
      ...{ consultationId: consultation.id, author },
      comment: { text, submission: randomUUID(), way: "link" },
    }),
  )
  await workThread(chair, {
    ...{ consultationId: consultation.id, threadId, revision },
    ...{ disposition: "accepted", reason: "It is right." },
  })
}

/** A guest who says something, named, for an organisation. */
async function guestSays(name: string, organisation: string) {
  const guest = await arrangeGuest(owner, {
    ...{ consultationId: consultation.id, name, organisation, stakeholderGroup: "civil-society" },
  })
  await say("Add the gauges.", { guestId: guest.id })
}

const publish = (version: number) =>
  publishCompendium(scene.chair, { consultationId: consultation.id, version })

/** Everybody whom the newest compendium names, with their organisation, in the order of the comments. */
async function named() {
  const found = await findCompendium(slug, consultation.slug)
  return found?.entries.flatMap(({ comments }) =>
    comments.map(({ by }) => (by.named ? [by.name, by.organisation] : [])),
  )
}

/** Erases from the first version what these words are there; of several the first. */
async function erase(...texts: string[]) {
  const [first] = await owner
    .select()
    .from(compendia)
    .where(and(eq(compendia.consultationId, consultation.id), eq(compendia.version, 1)))
  const all = await owner
    .select()
    .from(recordNames)
    .where(eq(recordNames.subjectId, first?.id ?? ""))
    .orderBy(recordNames.key)
  const names = texts.map((text) => {
    const found = all.find(({ name }) => name === text)
    return `${first?.id}.${found?.key}`
  })
  await eraseNames(secretary, erasureOf(names))
}

const gone = "[name removed]"

describe("two guests of one organisation", () => {
  beforeEach(async () => {
    await guestSays("Ana Ruiz", "Harbour Guild")
    await guestSays("Bodil Lind", "Harbour Guild")
    await publish(1)
  })

  test("erased with one of them, it stays with the other in the next version", async () => {
    await erase("Ana Ruiz", "Harbour Guild")
    await publish(2)
    const [ana, bodil] = (await named()) ?? []
    expect(ana?.[0]).toBe(gone)
    expect(ana?.[1]).not.toBe("Harbour Guild")
    expect(bodil).toEqual(["Bodil Lind", "Harbour Guild"])
    expect((await verifyRecord()).differences).toEqual([])
  })

  test("erased alone, it stays away from whom it was erased of, who keeps their name", async () => {
    await erase("Harbour Guild")
    await guestSays("Cai Moss", "Harbour Guild")
    await publish(2)
    await guestSays("Dara Penn", "Pilots")
    await publish(3)
    const [ana, ...others] = (await named()) ?? []
    expect(ana?.[0]).toBe("Ana Ruiz")
    expect(ana?.[1]).not.toBe("Harbour Guild")
    expect(others).toEqual([
      ["Bodil Lind", "Harbour Guild"],
      ["Cai Moss", "Harbour Guild"],
      ["Dara Penn", "Pilots"],
    ])
    expect((await verifyRecord()).differences).toEqual([])
  })
})

test("a guest's erased name is not that of a member who bears the same", async () => {
  await guestSays("Ana Ruiz", "Harbour Guild")
  await publish(1)
  await erase("Ana Ruiz")
  const member = await makeActor(owner, { name: "Ana Ruiz", roles: { [scene.groupId]: "member" } })
  await say("Add the tables.", { personId: member.personId })
  await publish(2)
  const mine = await owner
    .select()
    .from(recordNames)
    .where(and(eq(recordNames.personId, member.personId), eq(recordNames.kind, "compendium")))
  expect(mine.map(({ name, erasedMark }) => [name, erasedMark])).toContainEqual(["Ana Ruiz", null])
  expect(mine.every(({ erasedAt }) => erasedAt === null)).toBe(true)
  expect((await verifyRecord()).differences).toEqual([])
})

test("a member who was once taken for a guest of their name is not left out of what follows", async () => {
  const member = await makeActor(owner, { name: "Eko Tran", roles: { [scene.groupId]: "member" } })
  await say("Add the tables.", { personId: member.personId })
  await publish(1)
  const [first] = await owner
    .select()
    .from(compendia)
    .where(eq(compendia.consultationId, consultation.id))
  await owner.insert(recordNames).values({
    ...{ kind: "compendium", subjectId: first?.id ?? "", key: "p99", personId: member.personId },
    ...{ commitment: "a".repeat(64), erasedAt: new Date(), erasedBecause: "Asked" },
    erasedMark: `${"a".repeat(16)}:${"b".repeat(64)}`,
  })
  await guestSays("Fia Lund", "Pilots")
  await publish(2)
  expect((await named())?.map(([name]) => name)).toEqual(["Eko Tran", "Fia Lund"])
})
