import { beforeAll, describe, expect, test } from "vitest"
import { loadSpeller } from "../dictionary"
import type { CheckContext, Speller } from "../model"
import { foundIn } from "./cases/found"

let speller: Speller = { knows: () => true }
beforeAll(async () => {
  speller = await loadSpeller()
})
const slips = (text: string, context: Partial<CheckContext> = {}) =>
  foundIn("spelling", text, { speller, ...context }).map(({ values, replacement }) => [
    values.text,
    replacement,
  ])

describe("spelling", () => {
  test.each([
    ["Read teh gauges.", [["teh", "the"]]],
    ["The comission met.", [["comission", "commission"]]],
    ["It occured again.", [["occured", "occurred"]]],
    ["The goverment was asked.", [["goverment", "government"]]],
    ["They were seperate matters.", [["seperate", "separate"]]],
    [
      "The companys wrote thier letters.",
      [
        ["companys", "company"],
        ["thier", "their"],
      ],
    ],
    [
      "It was the begining ofthe call.",
      [
        ["begining", "beginning"],
        ["ofthe", "of the"],
      ],
    ],
    ["The orgnaisation of the call.", [["orgnaisation", "organisation"]]],
  ])("%s", (text, wrong) => {
    expect(slips(text)).toEqual(wrong)
  })

  test.each([
    "The organisers analysed the programme in colour, and the organizers analyzed the program in color.",
    "A multistakeholder, intersessional roadmap for cybersecurity and counterterrorism was livestreamed.",
    "The rapporteurs’ readout of the roundtable, the webinars and the workstreams was focussed.",
    "She re-read the co-chairs’ follow-up and didn’t sign in at tides.example.org/gauges/wrold.",
    "The typings, lookups and schemas of the resolvers were templated, disambiguated and json.",
    "The word kuhltrieb is used, the kuhltrieb again, and kuhltrieb still.",
    "Le groupe a décidé de publier les relevés des marégraphes avant la prochaine réunion.",
    "Die Gruppe beschloss, die Pegel im Hafen bis zum Sommer abzulesen und alle Zahlen zu senden.",
    "Call Wrold, Brandvoldt and ACRNOYM, gauge4you and the rest.",
  ])("has nothing against: %s", (text) => {
    expect(slips(text)).toEqual([])
  })

  test("leaves names and the group's own words alone", () => {
    const people = [{ name: "Noor el Amranie", aliases: ["otterlo"] }]
    expect(slips("The otterlo gauge and the amranie gauge.", { people })).toEqual([])
    expect(slips("The tideway gauges of the otterlo.", { words: ["Otterlo"] })).toEqual([])
  })
})
