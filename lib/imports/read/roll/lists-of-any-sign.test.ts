import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (list: string) =>
  readReport(
    `Quay Circle\nMinutes\n12 May 2022, 18:00 UTC\n\n${list}\n\nAgenda\n1. Lamps\n2. Fees\n\n1. Lamps\n\nBen Okoro reported on the lamps.\n\n2. Fees\n\nThey stay.\n`,
    "minutes.txt",
  ).participants.map(({ name }) => name)
const THREE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("those who came, behind and between signs of any kind", () => {
  test.each([
    "Present: Ana Lind, Ben Okoro y Cem Arslan",
    "Presenti: Ana Lind, Ben Okoro e Cem Arslan",
    "Asistieron: Ana Lind, Ben Okoro y, como observador, Cem Arslan",
    "Who was there? Ana Lind, of course, Ben Okoro with a cold, and for the last item Cem Arslan.",
    "Regular members – Ana Lind · Ben Okoro\nAlternates – Cem Arslan",
    "Present in person – Ana Lind, Ben Okoro; present by proxy – none; present by video – Cem Arslan",
    "Present: Ana Lind, Ben Okoro\nListening in on the same call: Cem Arslan",
    "Attendance: Ana Lind and Ben Okoro for the whole meeting; Cem Arslan for item 3 only.",
    "1. Ana Lind – Port – joined at 18:20\n2. Ben Okoro – Pilots' Guild\n3. Cem Arslan – Tides",
    "1. Ana Lind, Harbour Office\n2. Ben Okoro, Pilots' Guild\n3. Cem Arslan, Tides",
    "[P] Ana Lind, [P] Ben Okoro, [A] Dov Weiss, [P] Cem Arslan — P present, A absent",
    "✔ Ana Lind\n✔ Ben Okoro\n✘ Dov Weiss\n✔ Cem Arslan",
    "Member              Represented by\nHarbour Office      Ana Lind\nPilots' Guild       Ben Okoro\nTides               Cem Arslan",
  ])("%s", (list) => {
    expect(read(list)).toEqual(THREE)
  })

  test.each([
    "Speakers invited for June: Ana Lind, Ben Okoro, Cem Arslan.",
    "Mailing list for these minutes: Ana Lind, Ben Okoro, Cem Arslan",
    "Present: José Ortega y Gasset, Dov Weiss, Eve Marsh",
  ])("but not: %s", (list) => {
    expect(read(list)).not.toEqual(expect.arrayContaining(["Ben Okoro"]))
  })

  test("a cross and a letter in front say who was away", () => {
    for (const list of [
      "✔ Ana Lind\n✔ Ben Okoro\n✘ Dov Weiss\n✘ Eve Marsh",
      "[P] Ana Lind, [P] Ben Okoro, [A] Dov Weiss, [A] Eve Marsh — P present, A absent",
    ]) {
      const { regrets } = readReport(
        `Quay Circle\n12 May 2022\n\n${list}\n\n1. Lamps\n\nThey burn.\n`,
        "a.txt",
      )
      expect(regrets.map(({ name }) => name)).toEqual(["Dov Weiss", "Eve Marsh"])
    }
  })

  test("one family's name holds the word that joins others", () => {
    expect(read("Present: José Ortega y Gasset, Dov Weiss, Eve Marsh")[0]).toBe(
      "José Ortega y Gasset",
    )
  })
})
