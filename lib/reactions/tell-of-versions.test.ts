import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { noticeChoices, notices } from "@/db/schema/notices"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument } from "@/lib/documents/write-document"
import { transaction } from "@/lib/platform/database"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
let slug: string
beforeEach(async () => {
  scene = await arrangeScene(owner)
  const [group] = await owner.select().from(groups).where(eq(groups.id, scene.groupId))
  slug = group?.slug ?? ""
})

/** A co-chair publishes a version; what follows runs, and once more as after a crash. */
async function publish(documentId: string, number: number): Promise<void> {
  await makeVersion(scene.chair, { documentId, revision: 1, name: `As of ${number}`, note: "" })
  const made = await getVersion(scene.chair, { groupId: scene.groupId, documentId }, number)
  await publishVersion(scene.chair, { versionId: made.id })
  const happened = await owner.select().from(events).where(eq(events.subjectId, documentId))
  for (const { id, name } of happened) if (name === "document.published") await reactTo(id)
  for (const { id, name } of happened) if (name === "document.published") await reactTo(id)
}
const begin = () =>
  transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: scene.groupId, title: "Charter", authorId: null },
      text: { schema: 2, content: [] },
    }),
  )
const noticesOf = ({ personId }: { personId: string }) =>
  owner.select().from(notices).where(eq(notices.personId, personId)).orderBy(notices.createdAt)

test("a published version of a document is told once to every member but its publisher, and to nobody else", async () => {
  const outsider = await makeActor(owner)
  const former = await makeActor(owner, { roles: { [scene.groupId]: "member" } })
  await owner
    .update(memberships)
    .set({ until: new Date("2020-01-01T00:00:00Z"), since: new Date("2019-01-01T00:00:00Z") })
    .where(eq(memberships.personId, former.personId))
  const { id } = await begin()
  await publish(id, 1)
  for (const who of [scene.member, scene.other])
    expect(await noticesOf(who)).toMatchObject([
      {
        kind: "version-published",
        href: `/${slug}/documents/charter/v1`,
        data: { number: null, title: "Charter", version: 1 },
        tempo: "daily",
      },
    ])
  for (const who of [scene.chair, outsider, former]) expect(await noticesOf(who)).toEqual([])
  await publish(id, 2)
  expect((await noticesOf(scene.member)).map(({ href }) => href.slice(-2))).toEqual(["v1", "v2"])
})

test("whoever wants it at once gets a mail that leads to that version, shown together with the next", async () => {
  await owner.insert(noticeChoices).values({
    ...{ personId: scene.member.personId, groupId: null },
    ...{ kind: "version-published" as const, tempo: "at-once" as const },
  })
  const { id } = await begin()
  await publish(id, 1)
  await publish(id, 2)
  const sent = await owner
    .select()
    .from(mails)
    .where(eq(mails.to, scene.member.email))
    .orderBy(mails.createdAt)
  expect(sent.map(({ subject }) => subject.replace(/^\[.*?\] /, ""))).toEqual([
    "Charter, version 1",
    "Charter, version 2",
  ])
  expect(sent[0]?.text).toContain(`/${slug}/documents/charter/v1\n`)
  for (const { headers } of sent)
    expect(headers).toMatchObject({ References: `<document.${id}@localhost>` })
  expect(await owner.select().from(mails).where(eq(mails.to, scene.other.email))).toEqual([])
})

test("a version that was made and not published is told to nobody", async () => {
  const { id } = await begin()
  await makeVersion(scene.chair, { documentId: id, revision: 1, name: "First", note: "" })
  for (const { id: event } of await owner.select().from(events).where(eq(events.subjectId, id)))
    await reactTo(event)
  expect(await noticesOf(scene.member)).toEqual([])
})
