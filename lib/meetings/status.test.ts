import { expect, test } from "vitest"
import { cancelLack, editLack, meetingState } from "./status"

const start = new Date("2022-03-17T13:00:00Z")
const plain = { startsAt: start, minutes: 90, fromArchive: false, cancelledAt: null, version: null }
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

test("a call is planned until its planned end, then its report is a draft", () => {
  expect(meetingState(plain, after(89))).toBe("planned")
  expect(meetingState(plain, after(90))).toBe("draft")
  expect(meetingState({ ...plain, minutes: null }, after(59))).toBe("planned")
  expect(meetingState({ ...plain, minutes: null }, after(60))).toBe("draft")
})

test("without a start a meeting of the desk is planned, one from the archive a draft", () => {
  expect(meetingState({ ...plain, startsAt: null }, start)).toBe("planned")
  expect(meetingState({ ...plain, startsAt: null, fromArchive: true }, start)).toBe("draft")
  expect(meetingState({ ...plain, fromArchive: true }, after(-10))).toBe("draft")
})

test("what is published stays so, what is cancelled too", () => {
  expect(meetingState({ ...plain, version: 2 }, after(-10))).toBe("published")
  expect(meetingState({ ...plain, cancelledAt: start }, after(500))).toBe("cancelled")
})

test("a cancelled meeting is not changed, and neither is anything cancelled twice or after its report", () => {
  expect(editLack(plain)).toBeNull()
  expect(editLack({ cancelledAt: start })).toBe("meeting.isCancelled")
  expect(cancelLack(plain)).toBeNull()
  expect(cancelLack({ ...plain, cancelledAt: start })).toBe("meeting.alreadyCancelled")
  expect(cancelLack({ ...plain, version: 1 })).toBe("meeting.isPublished")
})
