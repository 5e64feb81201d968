import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMinutes } from "@/db/factories/meetings"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeScene, type Known, type Scene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { publicationProposals } from "@/db/schema/reviews"
import { beginCorrection } from "@/lib/corrections/begin"
import { dropCorrection } from "@/lib/corrections/drop"
import { proposeWithdrawal } from "@/lib/corrections/propose-withdrawal"
import { findCorrection } from "@/lib/corrections/queries"
import { withdrawReport } from "@/lib/corrections/withdraw"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { mergePeople } from "@/lib/people/merge"
import type { Actor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { getBeforePublishing } from "@/lib/reviews/before-publishing"
import { dropProposal } from "./drop-proposal"
import { publishMinutesInput } from "./input"
import { proposeReport } from "./propose"
import { publishMinutes } from "./publish"

const { owner } = await testDatabase()
let scene: Scene
let second: Known
let slug: string
beforeEach(async () => {
  setClock(() => new Date("2022-03-04T10:00:00Z"))
  scene = await arrangeScene(owner)
  const { groupId, meetingId, first } = scene
  second = await makeActor(owner, { name: "Tove Lindqvist", roles: { [groupId]: "co-chair" } })
  await arrangeMinutes(owner, meetingId, { [first]: "The plan was discussed." })
  const [group] = await owner
    .update(groups)
    .set({ publishers: 2 })
    .where(eq(groups.id, groupId))
    .returning()
  slug = group?.slug ?? ""
})
afterEach(() => setClock(undefined))

const form = (changes: Record<string, unknown> = {}) =>
  publishMinutesInput.parse({ meetingId: scene.meetingId, revision: 1, ...changes })
const propose = (actor: Actor = scene.chair, changes = {}) => proposeReport(actor, form(changes))
/** What the page gives whoever publishes what another one proposed. */
async function publishProposed(actor: Actor) {
  const { proposal } = await getBeforePublishing(actor, slug, scene.meetingId)
  return publishMinutes(actor, proposal?.input ?? form())
}
const versions = () => owner.select().from(reports).where(eq(reports.meetingId, scene.meetingId))
const proposals = () =>
  owner
    .select()
    .from(publicationProposals)
    .where(eq(publicationProposals.meetingId, scene.meetingId))
    .orderBy(publicationProposals.proposedAt)

test("one proposes and another publishes exactly that; nobody does both", async () => {
  await expect(publishMinutes(scene.chair, form())).rejects.toMatchObject({
    code: "conflict",
    key: "proposal.needed",
  })
  await propose()
  await expect(publishProposed(scene.chair)).rejects.toMatchObject({ key: "proposal.own" })
  expect(await versions()).toEqual([])
  await publishProposed(second)
  const [version] = await versions()
  expect(version?.publishedBy).toBe(second.personId)
  expect(await proposals()).toMatchObject([
    { proposedBy: scene.chair.personId, reportId: version?.id, droppedAt: null },
  ])
})

test("another language, other reasons or a changed text is not what was proposed", async () => {
  await propose()
  const { proposal } = await getBeforePublishing(second, slug, scene.meetingId)
  if (!proposal) throw new Error("Nothing is proposed")
  const reason = [{ key: "k", reason: "Because." }]
  for (const change of [{ language: "fr" as const }, { overrides: reason }, { beside: "other" }])
    await expect(publishMinutes(second, { ...proposal.input, ...change })).rejects.toMatchObject({
      code: "conflict",
    })
  await savePlainMinutes(scene.member, {
    ...{ meetingId: scene.meetingId, base: 1, locale: "en", over: undefined, answer: undefined },
    sections: { opening: "Welcome." },
  })
  await expect(publishProposed(second)).rejects.toMatchObject({ key: "report.stale" })
  await expect(publishMinutes(second, form({ revision: 2 }))).rejects.toMatchObject({
    key: "proposal.stale",
  })
  expect(await versions()).toEqual([])
  // Proposed anew it takes the place of the stale one.
  await propose(second, { revision: 2 })
  await publishProposed(scene.chair)
  expect(await versions()).toHaveLength(1)
  expect((await proposals()).map(({ droppedAt }) => droppedAt !== null)).toEqual([true, false])
})

test("a proposal is taken back by either of them; members do not propose", async () => {
  await expect(propose(scene.member)).rejects.toMatchObject({ code: "forbidden" })
  await propose()
  await expect(propose(second)).rejects.toMatchObject({ key: "proposal.isOpen" })
  await expect(dropProposal(scene.member, { meetingId: scene.meetingId })).rejects.toMatchObject({
    code: "forbidden",
  })
  await dropProposal(second, { meetingId: scene.meetingId })
  await expect(dropProposal(second, { meetingId: scene.meetingId })).rejects.toMatchObject({
    code: "conflict",
  })
  await expect(publishProposed(second)).rejects.toMatchObject({ key: "proposal.needed" })
})

test("of two who propose at once one does, and of ten who publish at once one", async () => {
  const both = await Promise.allSettled([propose(), propose(second)])
  const made = both.filter(({ status }) => status === "fulfilled")
  expect(made).toHaveLength(1)
  const proposer = both[0]?.status === "fulfilled" ? scene.chair : second
  const other = proposer === second ? scene.chair : second
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => publishProposed(other)))
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(await versions()).toHaveLength(1)
})

test("where one is enough nothing is proposed, and what was proposed before is put aside", async () => {
  await propose()
  await owner.update(groups).set({ publishers: 1 }).where(eq(groups.id, scene.groupId))
  await expect(propose(second)).rejects.toMatchObject({ key: "proposal.notNeeded" })
  await publishMinutes(scene.chair, form())
  expect(await proposals()).toMatchObject([{ reportId: null, droppedBy: scene.chair.personId }])
})

test("what was proposed for a correction goes with it when it is dropped", async () => {
  await propose()
  await publishProposed(second)
  const { meetingId, chair } = scene
  const begin = () => beginCorrection(chair, { meetingId, version: 1, reason: "To see." })
  await begin()
  await propose(chair, { version: 2, language: "fr" })
  await dropCorrection(chair, { meetingId })
  expect((await getBeforePublishing(second, slug, meetingId)).proposal).toBeNull()
  await begin()
  await expect(publishMinutes(second, form({ version: 2, language: "fr" }))).rejects.toMatchObject({
    key: "proposal.needed",
  })
})

test("a report is withdrawn by two as well: one gives the reason, another withdraws it for that reason", async () => {
  const { chair, meetingId, member } = scene
  await propose()
  await publishProposed(second)
  const withdrawal = { meetingId, version: 1, reason: "It was another meeting." }
  await expect(withdrawReport(chair, withdrawal)).rejects.toMatchObject({
    ...{ code: "conflict", key: "proposal.neededToWithdraw" },
  })
  await expect(proposeWithdrawal(member, withdrawal)).rejects.toMatchObject({ code: "forbidden" })
  await proposeWithdrawal(chair, withdrawal)
  expect(await findCorrection(second, slug, meetingId)).toMatchObject({
    two: true,
    withdrawal: { own: false, stale: false, reason: "It was another meeting." },
  })
  // What waits is a withdrawal: nothing of it counts for publishing.
  expect((await getBeforePublishing(second, slug, meetingId)).proposal).toBeNull()
  await expect(withdrawReport(chair, withdrawal)).rejects.toMatchObject({ key: "proposal.own" })
  await expect(
    withdrawReport(second, { ...withdrawal, reason: "No reason." }),
  ).rejects.toMatchObject({ key: "proposal.staleWithdrawal" })
  await expect(proposeWithdrawal(second, withdrawal)).rejects.toMatchObject({
    key: "proposal.isOpen",
  })
  expect(await versions()).toHaveLength(1)
  const all = await Promise.allSettled(
    Array.from({ length: 5 }, () => withdrawReport(second, withdrawal)),
  )
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const [, version] = await versions()
  expect(version).toMatchObject({ version: 2, publishedBy: second.personId })
  expect((await proposals()).at(-1)).toMatchObject({ deed: "withdraw", reportId: version?.id })
})

test("a proposed withdrawal is taken back by either, and goes when a correction is begun", async () => {
  const { chair, meetingId } = scene
  await propose()
  await publishProposed(second)
  const withdrawal = { meetingId, version: 1, reason: "It was another meeting." }
  const open = async () => (await findCorrection(chair, slug, meetingId))?.withdrawal
  await proposeWithdrawal(chair, withdrawal)
  await dropProposal(second, { meetingId })
  expect(await open()).toBeNull()
  await proposeWithdrawal(chair, withdrawal)
  await beginCorrection(second, { meetingId, version: 1, reason: "To see." })
  expect(await open()).toBeNull()
  await dropCorrection(second, { meetingId })
  await expect(withdrawReport(second, withdrawal)).rejects.toMatchObject({
    key: "proposal.neededToWithdraw",
  })
  await owner.update(groups).set({ publishers: 1 }).where(eq(groups.id, scene.groupId))
  await expect(proposeWithdrawal(chair, withdrawal)).rejects.toMatchObject({
    key: "proposal.notNeeded",
  })
  await withdrawReport(chair, withdrawal)
})

/** The co-chair's record is merged into one that came with an import; their account goes with it. */
async function mergeChair(): Promise<Known> {
  const desk = await makeActor(owner, { secretariat: true })
  const { id } = await makePerson(owner, { name: "Dr Hyejin Abara" })
  await mergePeople(desk, { keptId: id, mergedId: scene.chair.personId })
  return { ...scene.chair, personId: id }
}

test("whoever proposed stays the one who proposed when their record is merged into another", async () => {
  await propose()
  const chair = await mergeChair()
  expect((await getBeforePublishing(chair, slug, scene.meetingId)).proposal).toMatchObject({
    by: "Dr Hyejin Abara",
    own: true,
  })
  await expect(publishProposed(chair)).rejects.toMatchObject({ key: "proposal.own" })
  await propose(chair, { language: "fr" })
  await propose(chair, { language: "fr" })
  expect(await versions()).toEqual([])
  await publishProposed(second)
  expect(await versions()).toHaveLength(1)
})

test("so does whoever proposed to withdraw", async () => {
  await propose()
  await publishProposed(second)
  const withdrawal = { meetingId: scene.meetingId, version: 1, reason: "It names a minor." }
  await proposeWithdrawal(scene.chair, withdrawal)
  const chair = await mergeChair()
  expect((await findCorrection(chair, slug, scene.meetingId))?.withdrawal?.own).toBe(true)
  await expect(withdrawReport(chair, withdrawal)).rejects.toMatchObject({ key: "proposal.own" })
  await withdrawReport(second, withdrawal)
  expect(await versions()).toHaveLength(2)
})
