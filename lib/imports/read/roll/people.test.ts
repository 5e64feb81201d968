import { describe, expect, test } from "vitest"
import { readEntry } from "../people/entry"
import { findNames } from "../people/names"
import { Who } from "../people/who"
import { findSpeakers } from "../speech/speech"
import { findSentences } from "../text/sentences"

describe("an entry of a list of participants", () => {
  test.each([
    ["Ilva Morandini", "Ilva Morandini", null, null],
    [
      "Ilva Morandini, Group’s Co-Chair, Ministry of Ports,",
      "Ilva Morandini",
      "Group’s Co-Chair",
      "Ministry of Ports",
    ],
    ["Dawit Sorensen Government of Norland", "Dawit Sorensen", null, "Government of Norland"],
    ["Hyejin Abara (HPA)", "Hyejin Abara", null, "HPA"],
    ["Sanjit Averbeck – Harbour Exchange", "Sanjit Averbeck", null, "Harbour Exchange"],
    ["Velia ORSINI, EC/DG-PORT", "Velia ORSINI", null, "EC/DG-PORT"],
    ["Otto B", "Otto B", null, null],
    ["Dr. Marit Oyelaran - chair - Coast Office", "Marit Oyelaran", "Dr., chair", "Coast Office"],
    [
      "Lin Zhao-Perera, Tidewater Institute (host country rep)",
      "Lin Zhao-Perera",
      null,
      "Tidewater Institute (host country rep)",
    ],
    ["Farah Mensimah, Independent expert", "Farah Mensimah", "Independent expert", null],
    ["Noor el Amrani", "Noor el Amrani", null, null],
    ["| Priya Castelnau | Tidewater Institute |", "Priya Castelnau", null, "Tidewater Institute"],
  ])("%s", (text, name, role, affiliation) => {
    expect(readEntry(text)).toMatchObject({ name, role, affiliation })
  })

  test("a short form in the middle of a name is another name of the person", () => {
    expect(readEntry("Ilva (Vivi) Morandini, co-chair")).toMatchObject({
      name: "Ilva Morandini",
      aliases: ["Vivi"],
      role: "co-chair",
    })
  })

  test.each(["and several observers", "IGF", "12 more", "", "Government of Norland"])(
    "%s names nobody",
    (text) => {
      expect(readEntry(text)).toBeNull()
    },
  )
})

describe("names in running text", () => {
  const names = (text: string) => findNames(text).map(({ name }) => name)

  test("are found without titles, roles and organisations", () => {
    expect(names("the MAG Chair Ilva Morandini thanked Dr. Otto van der Brand of UNESCO")).toEqual([
      "Ilva Morandini",
      "Otto van der Brand",
    ])
    expect(names("On behalf of the IGF Secretariat Hyejin Abara has spoken")).toEqual([
      "Hyejin Abara",
    ])
  })

  test("organisations, documents and sentence beginnings are none", () => {
    expect(
      names("The Security Council met. The Common Agenda says so. WG-Strategy agreed."),
    ).toEqual([])
  })
})

describe("who speaks", () => {
  const who = new Who(["Lin Zhao-Perera"])
  const speakers = (text: string) => findSpeakers(text, who).map(({ name }) => name)

  test.each([
    ["Otto Brandvold said that the tide turns.", ["Otto Brandvold"]],
    ["Otto Brandvold (Coast Office) also briefly explained the plan.", ["Otto Brandvold"]],
    ["Lin proposed a poll, while Otto Brandvold proposed a vote.", ["Lin", "Otto Brandvold"]],
    ["In recapping, Lin suggested three points.", ["Lin"]],
    ["For Lin, the letter should be short.", ["Lin"]],
    ["It was suggested by Otto Brandvold to wait.", ["Otto Brandvold"]],
    ["Otto Brandvold jumped in to say that it will be done.", ["Otto Brandvold"]],
    ["On behalf of the Secretariat Hyejin Abara has shared some news.", ["Hyejin Abara"]],
  ])("%s", (text, expected) => {
    expect(speakers(text)).toEqual(expected)
  })

  test.each([
    "Otto Brandvold's proposal was discussed.",
    "The letter that Otto Brandvold suggested is ready.",
    "Participants expressed concern.",
    "The UK welcomed the report.",
    "Norway proposed a text.",
    "the Assistant Secretary-General Ms. Orsini stressed the point elsewhere.",
    "The bench was painted by Otto Brandvold.",
    "Parliamentarians asked for more.",
  ])("nobody speaks in: %s", (text) => {
    expect(speakers(text)).toEqual([])
  })
})

describe("sentences", () => {
  const sentences = (text: string) =>
    findSentences(text).map(({ from, to }) => text.slice(from, to))

  test("end at full stops, not within abbreviations, times and initials", () => {
    expect(
      sentences(
        "It began at 1 p.m. UTC with J. Brandvold (e.g. by mail). It ended at 2 p.m. The room was full.",
      ),
    ).toEqual([
      "It began at 1 p.m. UTC with J. Brandvold (e.g. by mail).",
      "It ended at 2 p.m.",
      "The room was full.",
    ])
  })
})
