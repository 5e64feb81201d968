import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front = "Minutes of the harbour call, 12 May 2022, 18:00 UTC"
const present = "Present: Ana Lind, Ben Okoro, Cem Arslan"
const task = "I will send the list of lamps to the port by 20 May."

const ownersOf = (...paragraphs: string[]) =>
  readReport(`${paragraphs.join("\n\n")}\n`, "a.txt").actions.map(({ owners }) => owners)

describe('whoever "I" is in what one person tells', () => {
  test("who signed it", () => {
    expect(ownersOf(front, present, "1. Lamps", task, "Best wishes,\nBen")).toEqual([["Ben Okoro"]])
    expect(ownersOf(front, present, "1. Lamps", task, "Kind regards", "Ben Okoro, clerk")).toEqual([
      ["Ben Okoro"],
    ])
  })

  test("who sent it", () => {
    const mail = "From: Dov Weiss <dov@example.org>\nTo: harbour@example.org\nSubject: Minutes"
    expect(ownersOf(mail, front, present, "1. Lamps", task)).toEqual([["Dov Weiss"]])
  })

  test("who alone took the notes", () => {
    expect(ownersOf(front, "Minutes: Cem Arslan", present, "1. Lamps", task)).toEqual([
      ["Cem Arslan"],
    ])
  })

  test("is not known where nobody wrote it, nor where people speak for themselves", () => {
    expect(ownersOf(front, present, "1. Lamps", task)).toEqual([])
    expect(
      ownersOf(front, present, "1. Lamps", "Ana: The lamps are old.", task, "Best wishes,\nBen"),
    ).toEqual([])
  })

  test("and what somebody else says is not theirs", () => {
    expect(
      ownersOf(front, present, "1. Lamps", "Ana said: “I will stay at home.”", "Best wishes,\nBen"),
    ).toEqual([])
  })
})
