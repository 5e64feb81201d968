import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n"
const speakersOf = (list: string, said: string) =>
  readReport(`${title}${list}\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNone.\n`, "a.txt")
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("turns however they look", () => {
  test.each([
    ["Present: rhea, tove, nao", "tove: two lamps are out.\n\nnao: three.", ["tove", "nao"]],
    ["Present: rhea, tove, nao", "tove asked who had counted them.", ["tove"]],
    ["Present: rhea, tove, mx_lo", "rhea: it is dark\nmx_lo: I can light it", ["rhea", "mx_lo"]],
    [
      "Present: Petra, Ferran (fvila), Dorji",
      "*fvila:* it is dark.\n\n*petra:* since when?\n\n*fvila:* Monday.\n\n*petra:* I see.\n\n*dorji:* me too.",
      ["Ferran", "Petra", "Dorji"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan",
      "Ben asked whether they could be lit. Ana: yes, but not before May.",
      ["Ben Okoro", "Ana Lind"],
    ],
    [
      "Present\n * AnaLind\n * BenOkoro\n * CemArslan",
      "Ana: they are out.\n\nBen reported on the bulbs.",
      ["AnaLind", "BenOkoro"],
    ],
    ["Present: Boone, Castillo, Dietz", "Treasurer Boone: we have none left.", ["Boone"]],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan",
      "Moved Ana\nSeconded Ben",
      ["Ana Lind", "Ben Okoro"],
    ],
    [
      "Present: Ana Lind, Ben Okoro, Cem Arslan",
      "A. Ana reported that they are out.\nB. Ben thanked her.",
      ["Ana Lind", "Ben Okoro"],
    ],
    [
      "Present: Ana Lind, R.T. Castellow",
      "R.T. Castellow presented two lamps.",
      ["R.T. Castellow"],
    ],
    ["Present: Guðni Þórsson (GTN), Ana Lind (ALD), Ben Okoro (BOK)", "ALD: out.", ["Ana Lind"]],
  ])("%j: %j", (list, said, speakers) => {
    expect(speakersOf(list, said)).toEqual(speakers)
  })

  test("names in capitals in front of a dash, with what each is", () => {
    const said =
      "CHAIR ANA B. LIND – I call to order the meeting.\n\nPROFESSOR BEN OKORO (Statistics) – On page four a word is missing.\n\nCHAIR LIND – That will be put right.\n\nPROVOST CEM ARSLAN – Thank you."
    expect(speakersOf("", said)).toEqual(["ANA B. LIND", "Ben Okoro", "Cem Arslan"])
  })

  test.each([
    // A topic in front of a colon, where the list has everybody.
    "• Lamp Fund Drive: it is open.\n• Quay Open Day: it is closed.\n• Rope Walk Fair: it is full.",
    // What a label in small letters says is no nick of anybody.
    "note: the lamps are out\n\nvote: none",
    // Where something came from is no person, whatever it is called.
    "There was an interview on Radio Kestrel which went well.",
    "The motion to light the quay was moved to June.",
  ])("nobody speaks: %j", (said) => {
    expect(speakersOf("Present: Ana Lind, Ben Okoro, Cem Arslan", said)).toEqual([])
  })
})
