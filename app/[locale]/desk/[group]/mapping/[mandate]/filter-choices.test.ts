import { expect, test } from "vitest"
import type { Activity } from "@/lib/mapping/model"
import { choicesOf, withChosen } from "./filter-choices"
import { emptyRow } from "./live/ops"

const activity = (body: string, ...years: number[]): Activity => ({
  ...{ id: body, title: body, kind: "dc", years, link: "", body },
})

test("what rows name is offered, each once, and of the members whoever is responsible or chosen", () => {
  const area = { slug: "inclusion", title: "Inclusion", position: 1, aliases: [], revision: 1 }
  const row = (id: string, activities: Activity[], responsible: string | null) => {
    const empty = emptyRow(id, "a", 1)
    return { ...empty, cells: { ...empty.cells, activities, responsible } }
  }
  const table = {
    areas: [{ ...area, id: "a", crossCutting: false }],
    people: [
      { id: "p", name: "Farah Mensimah", member: true },
      { id: "q", name: "Kwame Lindqvist", member: true },
    ],
    rows: [
      row("1", [activity("DC on Gender", 2021, 2023), activity("", 2020)], null),
      row("2", [activity("dc on gender", 2023), activity("BPF", 2022)], "q"),
    ],
  }
  expect(choicesOf(table, null)).toEqual({
    areas: [{ value: "inclusion", label: "Inclusion" }],
    years: [2023, 2022, 2021, 2020],
    people: [{ value: "q", label: "Kwame Lindqvist" }],
    bodies: ["BPF", "dc on gender"],
  })
  expect(choicesOf(table, "p").people.map(({ value }) => value)).toEqual(["p", "q"])
})

test("what is chosen stays among what is offered", () => {
  const choices = [{ value: "a", label: "A" }]
  expect(withChosen(choices, null)).toBe(choices)
  expect(withChosen(choices, "a")).toBe(choices)
  expect(withChosen(choices, 2019)).toEqual([...choices, { value: "2019", label: "2019" }])
})
