import { describe, expect, test } from "vitest"
import { isOfOtherMeeting, toldOfNames } from "./predicates"

const told = (sentence: string) =>
  toldOfNames(sentence).map(({ office, index }) => [office, sentence.slice(0, index)])

describe("what is said of whoever led or hosted", () => {
  test.each([
    "Ana Lind was elected to take the chair for the day.",
    "Ana Lind was moved into the chair.",
    "Ana Lind chaired and also took these notes.",
    "Ana Lind chaired remotely.",
    "Ana Lind facilitated, as agreed last time.",
    "Ana Lind is acting chair.",
    "Ana Lind and Ben Okoro shared the chair.",
    "Ana Lind and Ben Okoro took turns to chair.",
    "Ana Lind deputised for the chair.",
    "Ana Lind was asked to chair and accepted.",
    "Ana Lind conducted this meeting.",
    "Ana Lind moderates today, and nobody else.",
    "Ana Lind chairs.",
  ])("%s", (sentence) => {
    expect(told(sentence)).toEqual([
      ["moderators", expect.stringMatching(/^Ana Lind(?: and Ben Okoro)?$/)],
    ])
  })

  test.each([
    ["Ana Lind kept us to time as facilitator.", "moderators", "Ana Lind kept us to time"],
    ["Ana Lind hosts this month.", "hosts", "Ana Lind"],
    ["Ana Lind welcomed us as host.", "hosts", "Ana Lind welcomed us"],
    ["Ana Lind and Ben Okoro were joint hosts.", "hosts", "Ana Lind and Ben Okoro"],
  ])("%s", (sentence, office, front) => {
    expect(told(sentence)).toEqual([[office, front]])
  })

  test.each([
    "Ana Lind was asked to chair the dredging panel.",
    "Ana Lind chaired the regional conference.",
    "Ana Lind was chair of the Pilots' Guild.",
    "Ben Okoro was nominated as chair.",
    "Ben Okoro thanked Ana Lind for her years as chair.",
    "Ana Lind usually chairs.",
    "Ana Lind hosts the mailing lists.",
    "Ana Lind would be chair.",
    "Ana Lind took the chair away.",
    "Ana Lind conducted a survey.",
    "The party was hosted by friends.",
  ])("but not: %s", (sentence) => {
    expect(told(sentence)).toEqual([])
  })

  test("of another meeting", () => {
    for (const front of ["The next meeting will be ", "Last month's meeting was ", "It is to be "])
      expect(isOfOtherMeeting(front)).toBe(true)
    for (const front of [
      "The meeting was ",
      "After the last item the meeting, at length and in good order, was ",
    ])
      expect(isOfOtherMeeting(front)).toBe(false)
  })
})
