import { describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "../check"
import { sound } from "./cases/case"
import { foundIn, putRight } from "./cases/found"

describe("abbreviations", () => {
  const open = (text: string, words: string[] = []) =>
    foundIn("abbreviation-undefined", text, { words }).map(({ values }) => values.text)

  test("are named once, where they stand first", () => {
    expect(open("The HPA and the TGX met. The HPA will write. The QRSs are read.")).toEqual([
      "HPA",
      "TGX",
      "QRS",
    ])
  })

  test.each([
    "The Harbour Pilots’ Association (HPA) met. The HPA will write.",
    "The HPA (harbour pilots of Arnholt) met.",
    "The multistakeholder high-level body was named; the MHLB is open.",
    "The Leadership Panel met. The LP will write.",
    "The UN, the IGF’s MAG, NRIs and LDCs met at 3 PM UTC under part IV of A/RES/70/125.",
    "DECISION: NOT ALL GAUGES ARE BOUGHT.",
    "ACTION: it is to be done at once.",
    "NEXT MEETING is soon, by which not all is read. BY then it is NOT.",
    "See https://tides.example.org/HPAX and tides.example.org/ABCD, XYZ-Board-TGX or B2B/C2C.",
  ])("need no spelling out: %s", (text) => {
    expect(open(text)).toEqual([])
  })

  test("of the group's own words and of people's names are left alone", () => {
    expect(open("The HPA met.", ["HPA"])).toEqual([])
    const named = sound
      .replace("2. Lin Zhao-Perera", "2. Velia ORSIN")
      .replace("Lin asked", "ORSIN asked")
    const rules = checkReport(readReport(named, "tides.txt")).map(({ rule }) => rule)
    expect(rules).not.toContain("abbreviation-undefined")
  })
})

describe("brackets", () => {
  const open = (text: string) =>
    foundIn("unbalanced-bracket", text).map(({ values }) => [values.how, values.mark])

  test.each([
    ["There were no updates).", [["close", ")"]]],
    ["The piers (north and south were read.", [["open", "("]]],
    ["The piers [north) were read.", [["close", ")"]]],
  ])("%s", (text, found) => {
    expect(open(text)).toEqual(found)
  })

  test.each([
    "The piers (north (old) and south [new]) were read.",
    "Three aims: 1) read, 2) mend, iv) paint and a) sell.",
    "Well read :) and mended ;-)",
    "The piers (north and\n\nsouth) were read.",
  ])("balance: %s", (text) => {
    expect(open(text)).toEqual([])
  })

  test("one that closes nothing can be taken away", () => {
    expect(putRight("unbalanced-bracket", "None (so far) were read).")).toBe(
      "None (so far) were read.",
    )
  })
})

describe("the end of a list", () => {
  const before = sound.slice(0, sound.indexOf("1. Otto Brandvold, chair"))
  const cut = (list: string) =>
    checkReport(readReport(before + list, "tides.txt"))
      .filter(({ rule }) => rule === "list-truncated")
      .map(({ severity, values }) => [severity, values.how, values.text])

  test.each([
    ["Otto Brandvold\nLin Zhao-Perera\nFarah M\n", [["warning", "last", "Farah M"]]],
    ["Otto Brandvold\nFarah M\nLin Zhao-Perera\n", [["note", "name", "Farah M"]]],
    [
      "1. Otto Brandvold, Coast Office\n2. Lin Zhao-Perera, Ministry of\n",
      [["note", "end", "Lin Zhao-Perera, Ministry of"]],
    ],
    [
      "1. Otto Brandvold, chair,\n2. Lin Zhao-Perera, member\n3. Farah Mensimah, member\n",
      [["note", "end", "Otto Brandvold, chair,"]],
    ],
  ])("%j", (list, found) => {
    expect(cut(list)).toEqual(found)
  })

  test.each([
    "Otto Brandvold\nLin Zhao-Perera\nFarah M.\n",
    "Otto B\nLin Z\nFarah M\nNoor A\n",
    "Otto Brandvold, chair; Lin Zhao-Perera, Ministry of\nPorts; Farah Mensimah\n",
    "Otto Brandvold (chair)\nLin Zhao-Perera (member)\n",
  ])("is whole: %j", (list) => {
    expect(cut(list)).toEqual([])
  })
})
