import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\n1. Lamps\n\nThe lamps were counted.\n\n2. Other\n\nNone.\n`,
    "a.txt",
  )
const moderatorsOf = (head: string) => read(head).moderators.map(({ value }) => value)
const hostsOf = (head: string) => read(head).hosts.map(({ value }) => value)

describe("who led, told by what stands beside the name", () => {
  test.each([
    "Dr Ana Lind, Convener\nMr Ben Okoro, Secretary\n\nPresent: Cem Arslan, Dora Weiss",
    "Attending were Ana Lind (Coast Guard; Chair), Ben Okoro (Town) and Cem Arslan (Customs; Secretary).",
    "Our usual chair being ill, Ana kindly helped out (Ana Lind, acting chair).\n\nPresent: Ana Lind, Ben Okoro",
    "Town of Sol: Ana Lind (chairing today)\nHarbour Office: Ben Okoro\n\nPresent: Ana Lind, Ben Okoro",
    "Present: Ana Lind (Ch.), Ben Okoro (Sec.), Cem Arslan (Treas.)",
    "| Ana Lind | Town | C |\n| Ben Okoro | Port | S |\n\nC = chair, S = scribe",
    "Ana Lind: chair\nBen Okoro: minutes\n\nPresent: Ana Lind, Ben Okoro",
    "Ana Lind / chair\nBen Okoro / secretary\n\nPresent: Cem Arslan, Dora Weiss",
    "Ana Lind, today’s facilitator, read the rules of debate.\n\nPresent: Ana Lind, Ben Okoro",
    "Present: Chair – Ana Lind; members – Ben Okoro, Cem Arslan",
  ])("%j", (head) => {
    expect(moderatorsOf(head)).toEqual(["Ana Lind"])
  })

  test.each([
    "Present: Ana Lind, chair of the Mill Trust; Ben Okoro, secretary of the Fishers' League",
    "Apologies came from Ana Lind (Chair).\n\nPresent: Ben Okoro, Cem Arslan",
    "| Ana Lind | Town | C |\n| Ben Okoro | Port | S |\n\nC = customs, S = scribe",
  ])("but not: %j", (head) => {
    expect(moderatorsOf(head)).toEqual([])
  })

  test("a house behind a dash holds no office", () => {
    const head =
      "Present:\nMr Ana Lind (AL) – Chairman – Western Region\nMs Dora Weiss – Member – Islands"
    expect(moderatorsOf(head)).toEqual(["Ana Lind"])
  })

  test("and who hosted", () => {
    expect(hostsOf("Present: Ana Lind (host), Ben Okoro, Cem Arslan (chair)")).toEqual(["Ana Lind"])
    expect(hostsOf("Present: Ana Lind (Host Town), Ben Okoro, Cem Arslan")).toEqual([])
  })
})
