import { describe, expect, test } from "vitest"
import { type Candidate, matchPerson, type Named, SURE, UNSURE } from "./match"
import { nameScore } from "./name-score"

const named = (name: string, more: Partial<Named> = {}): Named => ({
  name,
  aliases: [],
  capacities: [],
  days: ["2022-05-12"],
  ...more,
})
const bearer = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  id: name,
  name,
  aliases: [],
  affiliations: [],
  capacities: [],
  known: false,
  ...more,
})

const verdict = (score: number) =>
  score >= SURE ? "sure" : score >= UNSURE ? "unsure" : "different"

describe("two names", () => {
  test.each([
    // The same words, however they are written.
    ["Ilva Morandini", "ilva MORANDINI", "sure"],
    ["Katya Ó Dálaigh", "Katya O Dalaigh", "sure"],
    ["Dr. Hyejin Abara", "Hyejin Abara", "sure"],
    ["MORANDINI, Ilva", "Ilva Morandini", "sure"],
    ["Velia Orsini-March", "Velia Orsini March", "sure"],
    ["Łucja Øster", "Lucja Oster", "sure"],
    ["Ilva\u200b Morandini", "Ilva Morandini", "sure"],
    // Family name first, syllables joined or hyphened.
    ["Zhang Wei", "Wei Zhang", "sure"],
    ["Kim Min-jun", "Min-jun Kim", "sure"],
    ["Min-jun Kim", "Kim Minjun", "sure"],
    ["王伟", "王伟", "sure"],
    ["Abdul Rahman Al-Sayed", "Abdulrahman Alsayed", "sure"],
    ["مُحَمَّد علي", "محمد علي", "sure"],
    // Likely, and worth a question.
    ["Sanjit Averbek", "Sanjit Averbeck", "unsure"],
    ["Mohammed Idrissi", "Mohamed Idrissi", "unsure"],
    ["Noor el Amrani", "Noor Amrani", "unsure"],
    ["Ahmed bin Salem Al Harthy", "Ahmed Al Harthy", "unsure"],
    ["Otto Emil Brandvold", "Otto Brandvold", "unsure"],
    ["O. Brandvold", "Otto Brandvold", "unsure"],
    ["Lamine R", "Lamine Rautio", "unsure"],
    ["Benedikt Achterb", "Benedikt Achterberg", "unsure"],
    ["Lamine", "Lamine Rautio", "unsure"],
    ["Dr Abara", "Hyejin Abara", "unsure"],
    ["Suda", "Suda", "unsure"],
    ["Maria Silveira", "Mario Silveira", "unsure"],
    ["Velimra Okoro", "Velimira Vance-Okoro", "unsure"],
    // Different people.
    ["Priya Castelnau", "Dawit Castelnau", "different"],
    ["Dawit Sorensen", "Dawit Lindqvist", "different"],
    ["Kim Min-jun", "Kim Seo-yeon", "different"],
    ["Li Wei", "Li Na", "different"],
    ["王伟", "王芳", "different"],
    ["Ahmed Al Harthy", "Khalid Al Harthy", "different"],
    ["محمد علي", "محمود علي", "unsure"],
    ["Van Nguyen", "Van Tran", "different"],
    ["A B", "Anna Bosch", "different"],
    ["", "Anna Bosch", "different"],
  ])("%s and %s: %s", (one, other, wanted) => {
    expect(verdict(nameScore(one, other))).toBe(wanted)
    expect(nameScore(other, one)).toBe(nameScore(one, other))
  })
})

describe("a name in the register", () => {
  test("one bearer of the name is sure, two are asked about", () => {
    expect(matchPerson(named("Otto Brandvold"), [bearer("Otto Brandvold")]).kind).toBe("sure")
    const two = [bearer("Otto Brandvold", { id: "a" }), bearer("Otto Brandvold", { id: "b" })]
    expect(matchPerson(named("Otto Brandvold"), two)).toMatchObject({
      kind: "unsure",
      bearers: true,
    })
  })

  test("of two bearers the one who belonged there on the day is meant", () => {
    const places = (organisation: string, since: string, until: string | null) => ({
      affiliations: [{ organisation, capacity: "", since, until }],
    })
    const one = bearer("Otto Brandvold", {
      id: "a",
      ...places("Tidewater Institute", "2021-01-01", null),
    })
    const two = bearer("Otto Brandvold", {
      id: "b",
      ...places("Harbour Exchange", "2021-01-01", null),
    })
    const said = named("Otto Brandvold", { capacities: ["Adviser, Tidewater Institute"] })
    expect(matchPerson(said, [one, two])).toMatchObject({
      kind: "sure",
      best: { candidate: { id: "a" } },
    })
    const gone = { ...one, ...places("Tidewater Institute", "2015-01-01", "2019-12-31") }
    expect(matchPerson(said, [gone, bearer("Otto Brandvold", { id: "c" })]).kind).toBe("unsure")
  })

  test("the very name of somebody who belongs elsewhere is asked about, unless no organisation is said", () => {
    const kept = bearer("Maria Silveira", {
      affiliations: [{ organisation: "Harbour Exchange", capacity: "", since: null, until: null }],
      known: true,
    })
    const kindOf = (capacity: string) =>
      matchPerson(named("Maria Silveira", { capacities: capacity ? [capacity] : [] }), [kept]).kind
    expect(kindOf("Ministry of Health, Mozambique")).toBe("unsure")
    const health = { capacities: ["Ministry of Health"] }
    expect(matchPerson(named("Maria Silveira", health), [kept])).toMatchObject({ elsewhere: true })
    expect(matchPerson(named("Maria Silveyra", health), [kept])).toMatchObject({
      ...{ kind: "unsure", elsewhere: false },
    })
    for (const said of [
      "",
      "Adviser, Harbour Exchange",
      "Mozambique",
      "Technical community",
      "Chair",
    ])
      expect(kindOf(said), said).toBe("sure")
  })

  test("an alias of the register is the name itself", () => {
    const kept = bearer("Concordia Abara", { aliases: ["Coco Abara"] })
    expect(matchPerson(named("Coco Abara"), [kept]).kind).toBe("sure")
  })

  test("a nickname that a file gives is asked about, and without it nothing is", () => {
    const told = bearer("Concordia Abara", { aliases: ["Coco"] })
    const long = bearer("Katarina Ó Dálaigh", { aliases: ["Katya"] })
    expect(matchPerson(named("Katya Ó Dálaigh"), [long]).kind).toBe("unsure")
    expect(matchPerson(named("Coco Abara"), [told])).toMatchObject({
      kind: "unsure",
      bearers: false,
    })
    expect(matchPerson(named("Coco Abara"), [bearer("Concordia Abara")]).kind).toBe("new")
  })

  test("a middle name more is sure of somebody of the group who belongs there, and asked of others", () => {
    const where = {
      affiliations: [{ organisation: "Harbour Exchange", capacity: "", since: null, until: null }],
    }
    const said = named("Otto Emil Brandvold", { capacities: ["Harbour Exchange"] })
    expect(matchPerson(said, [bearer("Otto Brandvold", { ...where, known: true })]).kind).toBe(
      "sure",
    )
    expect(matchPerson(said, [bearer("Otto Brandvold")]).kind).toBe("unsure")
  })

  test("one surname, one office, two first names: never one person", () => {
    const where = { capacities: ["Government of Norland"], known: true }
    const said = named("Priya Castelnau", { capacities: ["Government of Norland"] })
    expect(matchPerson(said, [bearer("Dawit Castelnau", where)]).kind).toBe("new")
  })

  test("a misspelt name is asked about, whatever else agrees", () => {
    const where = { capacities: ["Harbour Exchange"], known: true }
    const said = named("Sanjit Averbek", { capacities: ["Harbour Exchange"] })
    expect(matchPerson(said, [bearer("Sanjit Averbeck", where)]).kind).toBe("unsure")
  })
})
