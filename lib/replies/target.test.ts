import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { beginThread } from "@/lib/comments/begin-thread"
import { transaction } from "@/lib/platform/database"
import { findTarget } from "./target"

const { owner } = await testDatabase()

test("what is said of a mailed answer leads to the page of its thread", async () => {
  const { groupId, meetingId, member } = await arrangeScene(owner)
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text: { kind: "minutes", meetingId }, about: "text", place: null },
      author: { personId: member.personId },
      comment: { text: "Is it so?", submission: randomUUID(), way: "portal" },
    }),
  )
  const target = await transaction((tx) => findTarget(tx, { kind: "thread", id: threadId }))
  expect(target).toMatchObject({
    place: { threadId },
    desk: `/desk/${group?.slug}/comments/${threadId}`,
    guests: null,
  })
})
