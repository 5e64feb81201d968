import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const ownersOf = (present: string, said: string) =>
  readReport(
    `Harbour Light Group\nMinutes of the 5th meeting, 12 May 2022, 18:00 UTC\n\nPresent:\n- ${present}\n- Ben Okoro\n- Cem Arslan\n- Dov Weiss\n\n1. Lamps\n\nThe lamps were discussed.\n\n${said}\n`,
    "a.txt",
  ).actions.map(({ owners }) => owners)

const large = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const forms: readonly ((name: string) => string)[] = [
  (name) => `${large(name)} will send a list of lamps to the port by 20 May.`,
  (name) => `Action: ${name} to send a list of lamps to the port by 20 May.`,
  (name) => `Send a list of lamps to the port. Action: ${name}`,
]

describe("somebody of the list is meant, however they are called where they take something on", () => {
  test.each<[string, string, string[]]>([
    ["Dr. Ana Lind", "Ana Lind", ["Ana", "Lind", "Dr Lind", "A. Lind", "AL", "Ana L."]],
    ["Ana María Lind Ortega", "Ana María Lind Ortega", ["Ana Lind", "Sra. Lind", "Lind Ortega"]],
    ["Ana B. Lind", "Ana B. Lind", ["Ana Lind", "Ms. Lind", "ABL"]],
    ["Ana van der Lind", "Ana van der Lind", ["Ana", "Ms van der Lind"]],
    ["Ms Ana Lind (AL)", "Ana Lind", ["AL", "Ms Lind"]],
    ["Cllr Ana Lind", "Ana Lind", ["Cllr Lind", "Councillor Lind"]],
    ["Ana Lind (Chair)", "Ana Lind", ["the Chair", "the Chairwoman", "Chair Lind"]],
    ["Ana Lind, Vice-Chair", "Ana Lind", ["the Vice Chair", "the Vice-Chairman"]],
    ["Ana Lind, Hon. Treasurer", "Ana Lind", ["the Treasurer", "the Honorary Treasurer"]],
    ["Ana Lind, Head of Estates", "Ana Lind", ["the Head of Estates"]],
    ["Ana Lind, Township Planner", "Ana Lind", ["Planner Lind", "the Township Planner"]],
    ["Ana Lind (Norway)", "Ana Lind", ["Norway", "the delegate of Norway"]],
  ])("%s", (listed, whole, called) => {
    const read = called.flatMap((name) => forms.map((form) => ownersOf(listed, form(name))))
    expect(read).toEqual(read.map(() => [[whole]]))
  })

  test("but not another of the same first name", () => {
    expect(ownersOf("Ana María Lind Ortega", "Ana Holt will send a list to the port.")).toEqual([
      ["Ana Holt"],
    ])
  })
})

describe("a post that nobody of the list holds is whose the task is", () => {
  const posts = ["Facilities Manager", "Head of Finance", "Data Protection Officer", "Team Leader"]
  test.each<[string, (post: string) => string]>([
    ["in front", (post) => `Action – ${post}: prepare a paper on the fees by 3 June`],
    ["in brackets", (post) => `ACTION: Prepare a paper on the fees (${post}, by 3 June)`],
    ["behind a dash", (post) => `Action: Prepare a paper on the fees – ${post} – 3 June`],
    ["with to", (post) => `Action: ${post} to prepare a paper on the fees by 3 June.`],
  ])("%s", (_, form) => {
    expect(posts.map((post) => ownersOf("Ana Lind", form(post)))).toEqual(
      posts.map((post) => [[post]]),
    )
  })
})
