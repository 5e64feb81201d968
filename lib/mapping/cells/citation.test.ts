import { describe, expect, test } from "vitest"
import type { Citation } from "../model"
import { citationIn, citationText } from "./citation"

const cited: [Citation, string, string][] = [
  [{ mandate: "A/74/821", paragraph: "93 (a)" }, "A/74/821, para. 93 (a)", "A/74/821, par. 93 (a)"],
  [{ mandate: "A/74/821", paragraph: "sect. III.A" }, ...same("A/74/821, sect. III.A")],
  [{ mandate: "A/RES/79/1", paragraph: "annex I" }, ...same("A/RES/79/1, annex I")],
  [{ mandate: "A/70/125", paragraph: "annexe II, par. 4" }, ...same("A/70/125, annexe II, par. 4")],
  [{ mandate: "A/74/821", paragraph: "chapitre 3" }, ...same("A/74/821, chapitre 3")],
  [{ mandate: "A/74/821", paragraph: "5, sect. III" }, ...counted("5, sect. III")],
  // Names itself in no way that is known: without the word it would be lost in the rest.
  [{ mandate: "A/74/821", paragraph: "the closing words" }, ...counted("the closing words")],
  [
    { mandate: "Our Common Agenda, part of it", paragraph: "" },
    ...same("Our Common Agenda, part of it"),
  ],
  [{ mandate: "Forum of paramount goals", paragraph: "" }, ...same("Forum of paramount goals")],
  [
    { mandate: "Rapport par pays", paragraph: "7" },
    "Rapport par pays, para. 7",
    "Rapport par pays, par. 7",
  ],
]

function same(text: string): [string, string] {
  return [text, text]
}
function counted(place: string): [string, string] {
  return [`A/74/821, para. ${place}`, `A/74/821, par. ${place}`]
}

describe("a citation", () => {
  test.each(cited)(
    "%o is written in both languages and read again as it is",
    (citation, en, fr) => {
      expect(citationText(citation, "para.")).toBe(en)
      expect(citationText(citation, "par.")).toBe(fr)
      for (const text of [en, fr]) expect(citationIn(text, "A/74/821")).toEqual(citation)
    },
  )

  test.each([
    ["para. 12", "12"],
    ["§ 12", "12"],
    ["par 12", "12"],
    ["paragraphe 12 (a)", "12 (a)"],
    ["sect. IV", "sect. IV"],
    ["A/74/821 para 12", "12"],
    // As files of the portal said it once.
    ["A/74/821, para. sect. III.A", "sect. III.A"],
  ])("%s is a place of the mandate", (text, paragraph) => {
    expect(citationIn(text, "A/74/821")).toEqual({ mandate: "A/74/821", paragraph })
  })
})
