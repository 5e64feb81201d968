import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { transaction } from "@/lib/platform/database"
import { beginThread } from "./begin-thread"
import { hearText } from "./hear"
import type { TextRef } from "./model"

const { app, owner } = await testDatabase()
let scene: Scene
let text: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
})

const begin = (fail = false) =>
  transaction(async (tx) => {
    await beginThread(tx, {
      groupId: scene.groupId,
      text,
      about: "text",
      place: null,
      author: { personId: scene.member.personId },
      comment: { text: "Said", submission: randomUUID(), way: "portal" },
    })
    if (fail) throw new Error("taken back")
  })

test("those who look at a text hear of it once it is committed, until they leave", async () => {
  const heard = { here: 0, too: 0, elsewhere: 0 }
  const other: TextRef = { kind: "document", documentId: randomUUID() }
  const leave = await hearText(text, () => heard.here++)
  const leaveToo = await hearText(text, () => heard.too++)
  const leaveOther = await hearText(other, () => heard.elsewhere++)
  await expect(begin(true)).rejects.toThrow("taken back")
  await begin()
  await expect.poll(() => heard).toEqual({ here: 1, too: 1, elsewhere: 0 })
  leave()
  await begin()
  await expect.poll(() => heard.too).toBe(2)
  expect(heard).toEqual({ here: 1, too: 2, elsewhere: 0 })
  leaveToo()
  leaveOther()
})

test("when the line was lost, everybody is told that something may have been missed", async () => {
  let heard = 0
  const leave = await hearText(text, () => heard++)
  await app.execute(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen "comments_changed"%'`,
  )
  await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(0)
  const before = heard
  await begin()
  await expect.poll(() => heard).toBe(before + 1)
  leave()
})

test("one who is gone and cannot be told keeps nobody else from hearing", async () => {
  let heard = 0
  const leaveGone = await hearText(text, () => {
    throw new TypeError("Invalid state: Controller is already closed")
  })
  const leave = await hearText(text, () => heard++)
  await begin()
  await expect.poll(() => heard).toBe(1)
  leaveGone()
  leave()
})
