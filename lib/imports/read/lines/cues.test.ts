import { expect, test } from "vitest"
import { readReport } from "../report"

test("captions are turns, and neither their numbers nor their times are read", () => {
  const said = ["I chair today.", "The lamps are dim.", "They are.", "Then we buy new ones."]
  const cues = said.map(
    (words, at) =>
      `${at + 1}\n00:00:0${at}.000 --> 00:00:0${at + 1}.500\n<v ${at % 2 ? "Ben Okoro" : "Ana Lind"}>${words}`,
  )
  const report = readReport(
    `WEBVTT - Harbour Light Group, 3 March 2022\n\nNOTE\nPresent: Ana Lind, Ben Okoro\n\n${cues.join("\n\n")}\n`,
    "a.txt",
  )
  expect(report.participants.map(({ name }) => name)).toEqual(["Ana Lind", "Ben Okoro"])
  expect(report.mentions.map(({ name }) => name).sort()).toEqual(["Ana Lind", "Ben Okoro"])
})

test("one line of the kind is left alone", () => {
  const { paragraphs } = readReport("Quay\n\n1. Lamps\n\n00:00:01.000 --> 00:00:02.000\n", "a.txt")
  expect(paragraphs.some(({ text }) => text.includes("-->"))).toBe(true)
})
