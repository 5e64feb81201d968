import { describe, expect, test } from "vitest"
import type { AccountActor, Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { authorize, can } from "./can"

const group = "group-1"
const account = (changes: Partial<AccountActor> = {}): AccountActor => ({
  kind: "account",
  accountId: "a",
  personId: "p",
  name: "Ada",
  sessionId: "s",
  secretariat: false,
  groups: new Map(),
  ...changes,
})
const member = account({ groups: new Map([[group, "member"]]) })
const coChair = account({ groups: new Map([[group, "co-chair"]]) })
const refusal = (
  actor: Actor,
  ...rest: [Parameters<typeof authorize>[1], Parameters<typeof authorize>[2]?]
) => {
  try {
    authorize(actor, ...rest)
  } catch (error) {
    if (error instanceof Refusal) return error.code
  }
  return null
}

describe("publishing", () => {
  test("is a co-chair's, in their own group alone", () => {
    expect(can(coChair, "report.publish", { groupId: group })).toBe(true)
    expect(can(coChair, "report.publish", { groupId: "group-2" })).toBe(false)
    expect(can(member, "report.publish", { groupId: group })).toBe(false)
  })
  test("is the secretariat's in every group", () => {
    expect(can(account({ secretariat: true }), "report.publish", { groupId: "group-2" })).toBe(true)
  })
})

describe("a note-taker", () => {
  const subject = { groupId: group, noteTakerId: "p" }
  test("records the attendance of the meeting on which they are named", () => {
    expect(can(member, "attendance.record", subject)).toBe(true)
    expect(can(member, "attendance.record", { groupId: group, noteTakerId: "q" })).toBe(false)
  })
  test("does so no longer when they have left the group", () => {
    expect(can(account(), "attendance.record", subject)).toBe(false)
  })
})

describe("a refusal says", () => {
  const subject = { groupId: group }
  test("to sign in, to somebody unknown", () => {
    expect(refusal({ kind: "public" }, "minutes.edit", subject)).toBe("sign_in")
  })
  test("that nothing is there, to somebody from outside the group", () => {
    expect(refusal(account(), "minutes.edit", subject)).toBe("not_found")
  })
  test("no, to a member whose role does not allow it", () => {
    expect(refusal(member, "report.publish", subject)).toBe("forbidden")
  })
  test("nothing, to whoever may", () => {
    expect(refusal(coChair, "report.publish", subject)).toBe(null)
  })
})

test("a guest's link is good for its subject alone", () => {
  const guest: Actor = { kind: "guest", subjectType: "join", subjectId: "1" }
  expect(can(guest, "join.confirm", { type: "join", id: "1" })).toBe(true)
  expect(can(guest, "join.confirm", { type: "join", id: "2" })).toBe(false)
  expect(can(guest, "desk.enter")).toBe(false)
})
