import { expect, test } from "vitest"
import type { ActionResult } from "@/lib/platform/action"
import { isOther, knownRevision, staleRow } from "./known-row"

const refused = (data?: unknown) =>
  ({ ok: false, code: "conflict", message: "", data }) satisfies ActionResult
const theirs = { revision: 5, disposition: "noted", reason: "Seen.", decider: "Noor Brandt" }

test("the revision of one's own save is known further on, also after a refusal that says none", () => {
  const saved = knownRevision(1, { ok: true, data: { revision: 2 } })
  expect(saved).toBe(2)
  expect(knownRevision(saved, refused())).toBe(2)
  expect(knownRevision(saved, null)).toBe(2)
})

test("what somebody else decided meanwhile is known with its revision, which is never older", () => {
  expect(staleRow(refused(theirs))).toEqual(theirs)
  expect(knownRevision(2, refused(theirs))).toBe(5)
  expect(knownRevision(7, refused(theirs))).toBe(7)
  expect(staleRow(refused({ kept: true }))).toBeNull()
  expect(staleRow({ ok: true, data: { revision: 2 } })).toBeNull()
})

test("a row is another one when its disposition or its reason is", () => {
  const one = { disposition: "noted", reason: "Seen." } as const
  expect(isOther(one, { ...one })).toBe(false)
  expect(isOther(one, { ...one, reason: "Read." })).toBe(true)
  expect(isOther(one, { disposition: null, reason: "Seen." })).toBe(true)
})
