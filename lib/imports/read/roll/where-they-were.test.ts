import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) => {
  const { participants, regrets } = readReport(
    `Harbour Light Group\nMinutes of 12 May 2022\n\n${head}\n\n1. Lamps\n\nThe lamp was lit.\n\n2. Fees\n\nNone.\n`,
    "a.txt",
  )
  return [participants, regrets].map((list) => list.map(({ name }) => name))
}

describe("those in front of whom stands where they were", () => {
  test.each([
    "On the line were",
    "Around the fire sat",
    "By radio came",
    "Also in the boathouse were",
  ])("%s …", (where) => {
    expect(
      read(`The group met at 18:00. ${where} Ana Lind, Ben Okoro, Cem Arslan and Dov Weiss.`),
    ).toEqual([["Ana Lind", "Ben Okoro", "Cem Arslan", "Dov Weiss"], []])
  })

  test("but not what stands there", () => {
    expect(
      read("The group met at 18:00. On the wall were the lamps of Ana Lind, a map and a clock."),
    ).toEqual([[], []])
  })

  test("one of them who led because another had sent word", () => {
    expect(
      read(
        "The group met at 18:00. Ana Lind took the chair, since the chair, Eve Marsh, had sent word that she was at sea. On the line were Ana Lind, Ben Okoro and Cem Arslan.",
      ),
    ).toEqual([["Ana Lind", "Ben Okoro", "Cem Arslan"], ["Eve Marsh"]])
  })
})

test("labels and sentences in one paragraph of the head", () => {
  expect(
    read(
      "Presiding: Ana Lind. Minutes by Ben Okoro. Also present: Cem Arslan, Fay Brook, Gus Holm. Eve Marsh sent apologies in the channel.",
    ).map((names) => names.sort()),
  ).toEqual([["Ana Lind", "Ben Okoro", "Cem Arslan", "Fay Brook", "Gus Holm"], ["Eve Marsh"]])
})

test("a host beside others who came", () => {
  expect(
    read(
      "We met at 18:00. Our host was Ana Lind. Also there: Ben Okoro, Cem Arslan and Fay Brook.",
    )[0]?.sort(),
  ).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Fay Brook"])
})

test("a line below the list on which one of them does something", () => {
  const list =
    "Here: Fraser Lindqvist, Morag Okoro, Ewan Arslan, Catriona Weiss, Pawel Holm, Jim Brook"
  expect(read(`${list}\nFraser was in the chair, Morag took the notes.`)[0]).toContain("Jim Brook")
})
