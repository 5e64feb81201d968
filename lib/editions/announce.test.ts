import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { mappings } from "@/db/schema/mapping"
import { setClock } from "@/lib/platform/clock"
import { announceEdition } from "./announce"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"
import { hasMailingList } from "./queries"

const { owner } = await testDatabase()

beforeEach(() => setClock(() => new Date("2022-07-01T10:00:00Z")))
afterEach(() => setClock(undefined))

async function arrange({ listed = true } = {}) {
  const scene = await arrangeScene(owner)
  const { mappingId, mandateSlug } = await makeMapping(owner, scene.groupId)
  const list = `${scene.groupId.slice(0, 8)}@lists.example.org`
  if (listed)
    await owner.update(groups).set({ mailingList: list }).where(eq(groups.id, scene.groupId))
  const freeze = async () => {
    const { number, mark } = await composeEdition(owner, mappingId)
    const [now] = await owner.select().from(mappings).where(eq(mappings.id, mappingId))
    await freezeEdition(scene.chair, {
      ...{ mappingId, edition: number, change: now?.change ?? -1, mark, note: "Not for the list" },
    })
  }
  const posted = () => owner.select().from(mails).where(eq(mails.to, list)).orderBy(mails.id)
  return { ...scene, mappingId, mandateSlug, freeze, posted }
}

test("the newest edition is announced on the list once, though two press at once", async () => {
  const { chair, mappingId, mandateSlug, freeze, posted, groupId } = await arrange()
  await freeze()
  const pressed = await Promise.allSettled([
    announceEdition(chair, { mappingId, edition: 1 }),
    announceEdition(chair, { mappingId, edition: 1 }),
  ])
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(announceEdition(chair, { mappingId, edition: 1 })).rejects.toMatchObject({
    key: "notices.isPosted",
  })
  const [mail, ...more] = await posted()
  expect(more).toEqual([])
  expect(mail?.subject).toMatch(/^Mapping of Mandate \w+, edition 1$/)
  expect(mail?.text).toMatch(new RegExp(`/mapping/${mandateSlug}/editions/1\n$`))
  expect(mail?.text).not.toContain("Not for the list")
  const trail = await owner
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.groupId, groupId), eq(events.name, "edition.announced")))
  expect(trail).toMatchObject([{ data: { edition: 1 } }])
})

test("the next edition is announced again, with the way to what it changed", async () => {
  const { chair, mappingId, mandateSlug, freeze, posted } = await arrange()
  await freeze()
  await announceEdition(chair, { mappingId, edition: 1 })
  await freeze()
  await announceEdition(chair, { mappingId, edition: 2 })
  const all = await posted()
  expect(all).toHaveLength(2)
  expect(all.map(({ text }) => text).join()).toContain(`${mandateSlug}/editions/2/changes\n`)
})

test("only the edition that was shown is announced: where a newer one was frozen since, none is", async () => {
  const { chair, mappingId, freeze, posted } = await arrange()
  await freeze()
  await freeze()
  for (const edition of [1, 3])
    await expect(announceEdition(chair, { mappingId, edition })).rejects.toMatchObject({
      ...{ code: "conflict", key: "editions.newerFrozen", values: { edition: 2 } },
    })
  expect(await posted()).toEqual([])
})

test("nothing is announced by a member, of no edition, or where there is no list", async () => {
  const { chair, member, mappingId, freeze, posted, groupId } = await arrange()
  await expect(announceEdition(chair, { mappingId, edition: 1 })).rejects.toMatchObject({
    key: "editions.noneFrozen",
  })
  await freeze()
  await expect(announceEdition(member, { mappingId, edition: 1 })).rejects.toMatchObject({
    code: "forbidden",
  })
  expect(await posted()).toEqual([])
  expect(await hasMailingList(groupId)).toBe(true)
  const without = await arrange({ listed: false })
  await without.freeze()
  await expect(
    announceEdition(without.chair, { mappingId: without.mappingId, edition: 1 }),
  ).rejects.toMatchObject({ key: "meeting.noList" })
  expect(await hasMailingList(without.groupId)).toBe(false)
})
