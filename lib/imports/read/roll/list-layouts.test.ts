import { describe, expect, test } from "vitest"
import { listsOf } from "../short-minutes"
import { peopleHeading } from "./people-heading"

const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("how a list of people is set", () => {
  test.each([
    // Labels with people on one line, and no heading.
    "For Sol: Ana Lind, clerk; Ben Okoro, works; Cem Arslan, Tide Union\nUnable to attend: Dora Weiss (ill)",
    // Columns: offices behind the names, codes in front of the places, a label in each group.
    "On the call\n\nAna Lind (AL), chair      Ben Okoro (BO)\nCem Arslan (CA), clerk    Eve Mbeki (EM)\n\nExcused: Dora Weiss",
    "PRESENT\n\n  SO  Sol            Ms Ana Lind\n                     Mr Ben Okoro\n  LT  Lower Tides    Mr Cem Arslan (by video)\n\nAPOLOGIES\n\n  Dora Weiss",
    "PRESENT\n\nResidents:          Ms Ana Lind (in the chair)\n                    Mr Ben Okoro\nTraders:            Mr Cem Arslan\n\nAPOLOGIES: Ms Dora Weiss",
    "Present        Ana Lind (chair)     Norrbay Networks\n               Ben Okoro            Kabelraad\n               Cem Arslan           University of Tides\nApologies      Dora Weiss           Ria Telecom",
    // Groups set in twice, and lists of terms.
    "Roll call\n\n  Operators\n    Ana Lind\n    Ben Okoro (Chair)\n  Registrars\n    Cem Arslan\n    Dora Weiss (absent, apologies sent)",
    "## Attendance\n\nCouncillors\n\nCr Ana Lind (Mayor)\n\nCr Ben Okoro\n\nSpeakers from the gallery\n\nMr Cem Arslan\n\nApologies: Cr Dora Weiss",
    // Tables.
    "| Name | For | Present | Apologies | Absent |\n|---|---|---|---|---|\n| Ana Lind | parents | ✔ | | |\n| Ben Okoro | staff | ✔ (to 19:00) | | |\n| Dora Weiss | staff | | ✔ (ill) | |\n| Fay Brook | staff | | | ✔ |\n| Cem Arslan | guest | ✔ | | |",
    "### Delegations\n\nA tick means that they were there.\n\n| Country | Delegate | 14 May | 15 May |\n|---|---|---|---|\n| Sol | Ana Lind | ✓ | ✓ |\n| Tide | Ben Okoro | ✓ | – |\n| Quay | Cem Arslan | online | online |\n| Mole | Dora Weiss | – | – |",
    // Roll calls with more than one word.
    "OFFICERS\nPresident       Ana Lind       present\nTreasurer       Dora Weiss     excused (surgery)\nSecretary       Ben Okoro      present by phone\nReferee         Fay Brook      unexcused\nSteward         Cem Arslan     present, left at 8:10",
    // Labels with a qualifier.
    "Sederunt: the Rev. Ana Lind, Moderator; Mr Ben Okoro, Mr Cem Arslan, elders\n\nApologies were intimated from Ms Dora Weiss (in hospital).",
    "PRESENT\n  Ana Lind\n  Ben Okoro\n\nEN LIGNE\n  Cem Arslan\n\nEXCUSED, HAVING GIVEN A PROXY\n  Dora Weiss",
    "In the call: Ana Lind, Ben Okoro, Cem Arslan\n\nNot in the call, with notice: Dora Weiss",
    "**Present**\n\n- Ana Lind\n- Ben Okoro\n\n**Excused:** Dora Weiss\n\n**Guest on Sunday:** Cem Arslan (Sol Agency)",
    // A label that fills its column, what people are in columns, and those away told by a table's words.
    "Present   Ana Lind, Ben Okoro,\n          Cem Arslan\nApologies Dora Weiss",
    "PRESENT\n  Ana Lind       Node Sol (chair)\n  Ben Okoro      Node Tide\n  Cem Arslan     Quay Office\n\nEXCUSED\n  Dora Weiss     Node Kite",
    "| Director | Status |\n|---|---|\n| Ana Lind | present |\n| Ben Okoro | present |\n| Dora Weiss | absent with notice |\n| Fay Brook | absent without notice |\n| Cem Arslan | present |",
    "Who was there: Ana Lind, Ben Okoro, Cem Arslan.\nWho wasn't: Dora Weiss (on leave).",
    "Staff: Ana Lind (director), Ben Okoro (finance; items 3 and 4). Guest for item 5: Dr Cem Arslan, Sol Network. Apologies: Dora Weiss",
  ])("%s", (list) => {
    const [here = [], away] = listsOf(list)
    expect(here.filter((name) => name !== "Eve Mbeki").sort()).toEqual(HERE)
    expect(away).toEqual(["Dora Weiss"])
  })

  test.each([
    // Whoever has the same title as all others is named whole; what has none is where they belong.
    ["Present:   Ms Ana Lind, Patient Experience", ["Ana Lind"]],
    ["Present:   Mr Ben Okoro, Ms Ana Lind", ["Ben Okoro", "Ana Lind"]],
    ["Present:   Prof. Ana Lind, Ben Okoro", ["Ana Lind", "Ben Okoro"]],
  ])("%s", (list, names) => {
    expect(listsOf(list)[0]).toEqual(names)
  })

  test("where it says that nothing was heard, the people are in neither list", () => {
    const list = "Present: Ana Lind, Ben Okoro\nApologies: Dora Weiss\nNot heard from: Cem Arslan"
    expect(listsOf(list)).toEqual([["Ana Lind", "Ben Okoro"], ["Dora Weiss"]])
  })
})

describe("labels with a qualifier", () => {
  test.each([
    ["Not in the call, with notice: Ana", "regrets"],
    ["EXCUSED, HAVING GIVEN A PROXY", "regrets"],
    ["Guest on Sunday: Ana", "participants"],
    ["MEMBERS WHO TOOK THE FLOOR: Ana", "participants"],
  ])("%s", (text, list) => {
    expect(peopleHeading(text)?.list).toBe(list)
  })
  test.each([
    "Delegates' Meeting",
    "Guests, as always, were welcome",
    "There were present with her: Ana",
    "ABSENT, NO WORD RECEIVED",
    "Ana Lind (absent, apologies sent; alternate: Ben",
  ])("is none: %s", (text) => {
    expect(peopleHeading(text)).toBeNull()
  })
})

test("behind the names a column of members says whom they are from", () => {
  const table =
    "| Name | Member | Role |\n|---|---|---|\n| Ana Lind | Karst Exchange | chair |\n| Ben Okoro | Adria Fibre | member |"
  expect(listsOf(table)).toEqual([["Ana Lind", "Ben Okoro"], []])
})

describe("tables whose heads have words of their own", () => {
  const rows = "|---|---|\n| Ana Lind (chair) | Engineering |\n| Ben Okoro | Medicine |"
  test.each(["Present | Faculty", "Present | Represents", "Name | Coalition"])("%s", (head) => {
    expect(listsOf(`| ${head} |\n${rows}`)).toEqual([["Ana Lind", "Ben Okoro"], []])
  })
  test("two lists side by side are none of them", () => {
    const table = "| Present | Absent |\n|---|---|\n| Ana Lind | Dora Weiss |\n| Ben Okoro | |"
    expect(listsOf(table)).toEqual([["Ana Lind", "Ben Okoro"], ["Dora Weiss"]])
  })
})
