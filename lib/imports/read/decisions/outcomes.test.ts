import { describe, expect, test } from "vitest"
import { coverageOf } from "../coverage/coverage-words"
import type { ReadReport } from "../model"
import { readReport } from "../report"

/** A report whose second item holds nothing but the text given. */
function withText(text: string): ReadReport {
  return readReport(
    `Tide Group, call 3\n5 May 2022, 13:00 UTC\n\nAgenda\n1. Opening\n2. Gauges\n\n1. Opening\n\nThe chair opened.\n\n2. Gauges\n\n${text}\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`,
    "tides.txt",
  )
}

describe("decisions", () => {
  test.each([
    "It was agreed that the gauges are read twice a day.",
    "It was decided to read the gauges twice a day.",
    "The group agreed to read the gauges twice a day.",
    "Participants unanimously decided that the gauges are read twice.",
    "A consensus was reached on two readings a day.",
    "The new gauges were formally adopted.",
    "The motion carried unanimously.",
    "The panel endorsed the scheme of the coast.",
    "We agreed to put up a lamp.",
    "Il a été décidé de lire les jauges deux fois.",
    "Otto Brandvold was elected chair.",
  ])("%s", (text) => {
    expect(withText(text).decisions).toMatchObject([{ text, item: "2", how: "inferred" }])
  })

  test("one that is marked is read, and its mark is no part of it", () => {
    expect(withText("DECISION 3/1: Two readings a day.").decisions).toMatchObject([
      { text: "Two readings a day.", how: "read" },
    ])
  })

  test.each([
    "Otto agreed with Lin on two readings.",
    "It was not decided who reads them.",
    "One of the most important decisions was on the datum.",
    "The council will take a decision in June.",
    "No decision was taken on the gauges.",
    "Was it agreed that the gauges are read twice?",
    "Otto recalled that in 2019 it was decided to read them twice.",
    "Otto proposed that the gauges be adopted.",
    "Otto asked whether it was agreed to read them twice.",
    "The 2015 resolution already identifies what has already been decided.",
  ])("no decision: %s", (text) => {
    expect(withText(text).decisions).toEqual([])
  })
})

describe("actions", () => {
  test.each([
    ["Otto will send a draft by 3 June 2022.", ["Otto Brandvold"], "2022-06-03"],
    [
      "Otto and Lin will send a draft by 3 June.",
      ["Otto Brandvold", "Lin Zhao-Perera"],
      "2022-06-03",
    ],
    ["Lin asked Otto to call the maker before March 1st.", ["Otto Brandvold"], "2023-03-01"],
    [
      "The Co-Chairs of the Tide Group will prepare a first draft.",
      ["Co-Chairs of the Tide Group"],
      null,
    ],
    ["ACTION: Otto to call the maker", ["Otto Brandvold"], null],
    ["Action item 4: call the maker (Lin)", ["Lin Zhao-Perera"], null],
    ["- [ ] @Lin call the maker", ["Lin Zhao-Perera"], null],
    ["AP3: OB to call the maker", ["Otto Brandvold"], null],
    ["ACTION-12: Lin to call the maker", ["Lin Zhao-Perera"], null],
    ["Otto volunteered to count the gauges.", ["Otto Brandvold"], null],
    ["Lin said that she will look for the key.", ["Lin Zhao-Perera"], null],
    ["Otto asked the ports to check their numbers.", ["ports"], null],
    ["Members are invited to reply by 3 June.", ["Members"], "2022-06-03"],
    ["Otto was asked to translate it.", ["Otto Brandvold"], null],
    ["Otto counted the gauges. He will send the numbers.", ["Otto Brandvold"], null],
  ])("%s", (text, owners, due) => {
    expect(withText(text).actions).toMatchObject([{ owners, due, item: "2" }])
  })

  test.each([
    "He will help find a way.",
    "Otto agreed with Lin. He will help find a way.",
    "32 members will be invited.",
    "The group will publish the tables.",
    "The meeting of the mayors will take place in June.",
    "Otto will not send it.",
    "Otto will be away in June.",
    "Will Otto send it?",
    "Norland will hold the presidency from June.",
    "Otto hopes that somebody will speak of it.",
  ])("no action: %s", (text) => {
    expect(withText(text).actions).toEqual([])
  })
})

describe("what a section says of its item", () => {
  test.each([
    ["N/A", "no-update"],
    ["None.", "no-update"],
    ["Nothing further to report.", "no-update"],
    ["No updates have been presented on the youth track.", "no-update"],
    ["There was nobody of the office, so there were no updates).", "no-update"],
    ["This item was not reached for lack of time.", "not-reached"],
    ["Deferred to the next call.", "not-reached"],
    ["The item was deferred to the next call.", "not-reached"],
    ["There was no objection to the plan.", "discussed"],
    ["Unfortunately, no updates can be shared. ".padEnd(400, "Yet much was said. "), "discussed"],
    ["None raised.", "no-update"],
    ["Néant.", "no-update"],
    ["There was no public comment.", "no-update"],
    [">> OTTO BRANDVOLD: If there is nothing else, thank you all.", "no-update"],
    ["Tabled until the June meeting.", "not-reached"],
    ["Otto had to leave early. The item was postponed to the next call.", "not-reached"],
    ["Otto presented two lamps. The decision was deferred to the next call.", "discussed"],
    ["No decision was taken on the lamps.", "discussed"],
    ["", null],
  ])("%s", (text, expected) => {
    expect(coverageOf(text)).toBe(expected)
  })
})
