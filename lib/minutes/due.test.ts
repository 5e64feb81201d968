import { describe, expect, it } from "vitest"
import { readDue } from "./due"

const thursday = "2022-03-03"

describe("a date typed in English, in a meeting on Thursday 3 March 2022", () => {
  it.each([
    ["Friday", "2022-03-04"],
    ["friday", "2022-03-04"],
    ["by Friday", "2022-03-04"],
    ["Fri", "2022-03-04"],
    ["this Friday", "2022-03-04"],
    ["next Friday", "2022-03-11"],
    ["Thursday", "2022-03-10"],
    ["this Thursday", "2022-03-03"],
    ["Wednesday", "2022-03-09"],
    ["Sunday", "2022-03-06"],
    ["Monday", "2022-03-07"],
    ["today", "2022-03-03"],
    ["tomorrow", "2022-03-04"],
    ["the day after tomorrow", "2022-03-05"],
    ["10 March", "2022-03-10"],
    ["10th of March", "2022-03-10"],
    ["March 10", "2022-03-10"],
    ["March 10th", "2022-03-10"],
    ["March 10th, 2023", "2023-03-10"],
    ["10 Mar", "2022-03-10"],
    ["on 10 March", "2022-03-10"],
    ["before 10 March.", "2022-03-10"],
    ["10 March at the latest", "2022-03-10"],
    ["3 March", "2022-03-03"],
    ["2 March", "2023-03-02"],
    ["1 March 2022", "2022-03-01"],
    ["Friday 11 March 2022", "2022-03-11"],
    ["in two weeks", "2022-03-17"],
    ["two weeks", "2022-03-17"],
    ["in 2 weeks", "2022-03-17"],
    ["in a fortnight", "2022-03-17"],
    ["within ten days", "2022-03-13"],
    ["in a month", "2022-04-03"],
    ["end of March", "2022-03-31"],
    ["by the end of March", "2022-03-31"],
    ["end of February", "2023-02-28"],
    ["end of February 2024", "2024-02-29"],
    ["end of the month", "2022-03-31"],
    ["end of the week", "2022-03-04"],
    ["end of the year", "2022-12-31"],
    ["29 February", "2024-02-29"],
    ["29 February 2024", "2024-02-29"],
    ["15/09/2022", "2022-09-15"],
    ["15.9.2022", "2022-09-15"],
    ["15/9/22", "2022-09-15"],
    ["03/04", "2022-04-03"],
    ["1/2", "2023-02-01"],
    ["29/2", "2024-02-29"],
    ["2022-03-10", "2022-03-10"],
    ["2021-12-24", "2021-12-24"],
    ["vendredi", "2022-03-04"],
    ["10 mars", "2022-03-10"],
  ])("%s is %s", (typed, day) => {
    expect(readDue(typed, thursday, "en")).toBe(day)
  })
})

describe("a date typed in French, in a meeting on Thursday 3 March 2022", () => {
  it.each([
    ["vendredi", "2022-03-04"],
    ["d’ici vendredi", "2022-03-04"],
    ["vendredi prochain", "2022-03-11"],
    ["jeudi", "2022-03-10"],
    ["mar", "2022-03-08"],
    ["aujourd’hui", "2022-03-03"],
    ["demain", "2022-03-04"],
    ["après-demain", "2022-03-05"],
    ["10 mars", "2022-03-10"],
    ["le 10 mars", "2022-03-10"],
    ["avant le 10 mars", "2022-03-10"],
    ["au plus tard le 10 mars", "2022-03-10"],
    ["2 mars", "2023-03-02"],
    ["1er avril", "2022-04-01"],
    ["15 août", "2022-08-15"],
    ["15 aout", "2022-08-15"],
    ["12 déc.", "2022-12-12"],
    ["vendredi 11 mars 2022", "2022-03-11"],
    ["dans deux semaines", "2022-03-17"],
    ["d’ici deux semaines", "2022-03-17"],
    ["sous 3 semaines", "2022-03-24"],
    ["dans quinze jours", "2022-03-17"],
    ["dans 15 jours", "2022-03-18"],
    ["dans un mois", "2022-04-03"],
    ["fin mars", "2022-03-31"],
    ["d’ici fin mars", "2022-03-31"],
    ["fin février", "2023-02-28"],
    ["à la fin du mois", "2022-03-31"],
    ["fin de l’année", "2022-12-31"],
    ["29 février", "2024-02-29"],
    ["15/09/2022", "2022-09-15"],
    ["Friday", "2022-03-04"],
    ["in two weeks", "2022-03-17"],
  ])("%s is %s", (typed, day) => {
    expect(readDue(typed, thursday, "fr")).toBe(day)
  })
})

describe("the meeting's day counts, not today", () => {
  it.each([
    ["10 January", "2022-12-28", "2023-01-10"],
    ["10 janvier", "2022-12-28", "2023-01-10"],
    ["in two weeks", "2022-12-28", "2023-01-11"],
    ["Friday", "2022-12-28", "2022-12-30"],
    ["Monday", "2022-12-28", "2023-01-02"],
    ["28/12", "2022-12-28", "2022-12-28"],
    ["end of December", "2022-12-31", "2022-12-31"],
    ["end of the month", "2024-02-10", "2024-02-29"],
    ["Friday", "2022-03-04", "2022-03-11"],
    ["Saturday", "2022-03-06", "2022-03-12"],
    ["Monday", "2022-03-06", "2022-03-07"],
    ["29 February", "2024-02-29", "2024-02-29"],
    ["29 February", "2024-03-01", "2028-02-29"],
    ["in a month", "2024-01-29", "2024-02-29"],
    ["demain", "2024-02-28", "2024-02-29"],
    ["tomorrow", "2022-03-26", "2022-03-27"],
    ["tomorrow", "2022-10-29", "2022-10-30"],
  ])("%s on %s is %s", (typed, meeting, day) => {
    expect(readDue(typed, meeting, typed === "demain" ? "fr" : "en")).toBe(day)
  })
})

describe("what is not clearly one day is not read", () => {
  it.each([
    [""],
    ["soon"],
    ["asap"],
    ["before the meeting"],
    ["may"],
    ["mars"],
    ["March 2022"],
    ["2022"],
    ["next week"],
    ["la semaine prochaine"],
    ["next month"],
    ["le mois prochain"],
    ["this week"],
    ["Friday at 3pm"],
    ["Friday morning"],
    ["vendredi à 15h"],
    ["lundi 14"],
    ["at noon"],
    ["tonight"],
    ["now"],
    ["5 minutes"],
    ["in two hours"],
    ["last Friday"],
    ["vendredi dernier"],
    ["two weeks ago"],
    ["10 - 12 March"],
    ["10 or 11 March"],
    ["Friday 10 March or so"],
    ["Monday 11 March 2022"],
    ["lundi 11 mars 2022"],
    ["29 February 2023"],
    ["31 April"],
    ["31/04/2022"],
    ["13/13"],
    ["09/15/2022"],
    ["2022-02-30"],
    ["10 March 20222"],
    ["end of something"],
    ["33"],
    ["<b>Friday</b>"],
    [`Friday${" ".repeat(100)}`],
    ["9".repeat(100_000)],
  ])("%s", (typed) => {
    expect(readDue(typed, thursday, "en")).toBeNull()
    expect(readDue(typed, thursday, "fr")).toBeNull()
  })
})

it("reads only whole dates where the meeting has no day", () => {
  expect(readDue("10 March 2022", null, "en")).toBe("2022-03-10")
  expect(readDue("2022-03-10", null, "fr")).toBe("2022-03-10")
  expect(readDue("Friday", null, "en")).toBeNull()
  expect(readDue("10 March", null, "en")).toBeNull()
  expect(readDue("in two weeks", null, "en")).toBeNull()
})
