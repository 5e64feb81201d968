import { expect, test } from "vitest"
import { readQuery } from "./query"
import { slipsBetween } from "./slips"
import { markPassage } from "./snippet"
import { markQuery, namesQuery, personQuery, tsqueryOf } from "./tsquery"
import { foldedText, joinedWords, tokensOf } from "./words"

test("words are compared without accents, case and signs, whatever the script", () => {
  expect(foldedText("L’École de Łódź, ŒUVRE ﬁnale; Straße")).toBe(
    "l ecole de lodz oeuvre finale strasse",
  )
  expect(foldedText("Открытый ёж")).toBe("открытый еж")
  expect(foldedText("互联网治理 IGF")).toBe("互 联 网 治 理 igf")
  expect(foldedText("مُحَمَّد")).toBe("محمد")
  expect(tokensOf("a é—b").map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ])
})

test("a word that a sign takes apart is also found as one", () => {
  expect(joinedWords("multi-stakeholder e-mail, l’accord; a - b U.N.")).toEqual([
    "multistakeholder",
    "email",
    "laccord",
    "un",
  ])
})

test("words, phrases in quotes of every kind, and what is excluded", () => {
  const words = (typed: string) => {
    const { wanted, excluded } = readQuery(typed)
    const text = (terms: typeof wanted) =>
      terms.map((term) => (term.quoted ? `"${term.words.join(" ")}"` : term.words.join("+")))
    return { wanted: text(wanted), excluded: text(excluded) }
  }
  expect(words('budget -"travel costs" “Youth Forum” -zebra')).toEqual({
    wanted: ["budget", '"youth forum"'],
    excluded: ['"travel costs"', "zebra"],
  })
  expect(words("« ordre du jour » multi-stakeholder")).toEqual({
    wanted: ['"ordre du jour"', "multi+stakeholder"],
    excluded: [],
  })
  expect(words('- -- "" !!! "unclosed phrase')).toEqual({
    wanted: ['"unclosed phrase"'],
    excluded: [],
  })
  expect(readQuery("word ".repeat(200)).wanted.length).toBe(16)
})

const known = {
  stems: new Map([
    ["minutes", ["minut"]],
    ["the", []],
  ]),
  small: new Set(["the"]),
}

test("what is asked becomes a query of Postgres, and nothing that is typed can leave its quotes", () => {
  expect(tsqueryOf(readQuery("the minutes -draft"), known)).toBe(
    "('minutes':* | 'minut') & !'draft'",
  )
  expect(tsqueryOf(readQuery("the"), known)).toBe("'the':*")
  expect(tsqueryOf(readQuery('"the minutes" 33'), known)).toBe("('the':CD <-> 'minutes':CD) & '33'")
  expect(tsqueryOf(readQuery("e-mail"), known)).toBe("(('e' & 'mail':*) | 'email':*)")
  expect(tsqueryOf(readQuery("-draft"), known)).toBe(null)
  expect(tsqueryOf(readQuery("a'b\\c:*&|!()<->"), known)).toMatch(/^[('abc<>|&) :*-]+$/)
  expect(markQuery(readQuery('"the minutes"'), known)).toBe(null)
  expect(tsqueryOf(readQuery("draft the minutes -old"), { ...known, begins: "last" })).toBe(
    "'draft' & ('minutes':* | 'minut') & !'old'",
  )
  const whole = new Map([["minutes", { words: ["minutes", "minutest"], isAll: false }]])
  expect(tsqueryOf(readQuery("draft minutes"), { ...known, whole })).toBe(
    "'draft':* & ('minutes' | 'minutest' | 'minut')",
  )
  expect(
    namesQuery(["ilva", "mor"], new Map([["mor", { words: ["mor", "morandini"], isAll: true }]])),
  ).toBe("'ilva':*C & ('mor':C | 'morandini':C)")
  expect(personQuery(["ilva", "mor"])).toBe(
    "('ilva':*C <-> 'mor':*C | 'ilva':*C <2> 'mor':*C | 'mor':*C <-> 'ilva':*C)",
  )
})

test("slips: a letter changed, left out, put in, or two in each other’s place", () => {
  for (const slip of ["consultatoin", "consultaton", "consultattion", "konsultation"])
    expect(slipsBetween("consultation", slip, 2), slip).toBe(1)
  expect(slipsBetween("plan", "plna", 1)).toBe(1)
  expect(slipsBetween("plan", "clam", 1)).toBe(2)
  expect(slipsBetween("", "abc", 2)).toBe(3)
})

test("the part of a passage with most of the words is shown, cut between words, and they are marked", () => {
  const filler = "one two three four five six seven eight nine ten ".repeat(12)
  const text = `budget ${filler}the budget for youth was agreed ${filler}`
  const phrases = readQuery('"for youth"').wanted
  const pieces = markPassage(text, new Set(["budget"]), phrases)
  const shown = pieces.map((piece) => piece.text).join("")
  expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual([
    "budget",
    "for",
    "youth",
  ])
  expect(shown).toMatch(/^… \w+ .*the budget for youth was agreed.* \w+ …$/)
  expect(shown.length).toBeLessThan(280)
  expect(markPassage("Nothing here", new Set(["budget"]), [])).toEqual([
    { text: "Nothing here", marked: false },
  ])
})
