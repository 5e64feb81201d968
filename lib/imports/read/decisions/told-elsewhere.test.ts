import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { decides } from "./decides"

describe("decisions in other languages, and by the chair", () => {
  test.each([
    "Foi aprovado o orçamento das luzes para 2023.",
    "Fueron elegidas dos vocales.",
    "È stato approvato il bilancio.",
    "Der Vorstand wurde einstimmig entlastet.",
    "Er werd besloten de brug te sluiten.",
    "La junta aprueba por unanimidad el presupuesto.",
    "Die Versammlung stimmte dem Plan mit großer Mehrheit zu.",
    "By common accord the work starts a week later.",
    "The Forum gave the go-ahead for the second lamp, Ben dissenting.",
    "Hearing no dissent, the Chair declared the rules adopted.",
  ])("%s", (sentence) => expect(decides(sentence)).toBe(true))

  test.each([
    "Ben suggested we adopt the shorter name.",
    "Não foi aprovado o orçamento.",
    "O mapa foi pedido pela Ana.",
    "The Chair declared the meeting closed and the hall locked.",
  ])("%s decides nothing", (sentence) => expect(decides(sentence)).toBe(false))
})

test("a row of two cells may have its label in front", () => {
  const rows = "| Point | Result |\n|---|---|\n| Discussion | Price of lamps |\n"
  const read = (row: string) =>
    readReport(
      `# Quay Board, 12 May 2022\n\nPresent: Ana Lind, Ben Okoro\n\n## Lamps\n\n${rows}${row}\n`,
      "x.md",
    ).decisions.map(({ text }) => text)
  expect(read("| Decision | Buy two lamps of tin |")).toEqual(["Buy two lamps of tin"])
  expect(read("| Decision | none taken |")).toEqual([])
  expect(read("| Owner | Ana Lind and Ben |")).toEqual([])
})
