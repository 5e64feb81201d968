import { expect, test } from "vitest"
import french from "@/messages/fr.json"

/** Every sentence of a part of the catalogue. */
const sentences = (part: unknown): string[] =>
  typeof part === "string" ? [part] : Object.values(part as object).flatMap(sentences)

test("in French one word names one thing, in the table, its pictures, its files and its editions", () => {
  const { scope, pictures, desk, grid } = french.mapping
  expect([scope.in, scope.out, scope.proposed]).toEqual(["incluse", "exclue", "proposée"])
  for (const words of sentences([french.mapping, french.errors.mapping])) {
    expect(words).not.toMatch(/(hors|dans le) périmètre/)
    expect(words).not.toMatch(/intégr/i)
    expect(words).not.toMatch(/années terminées/)
    expect(words).not.toMatch(/coprésidents/)
  }
  expect(pictures.countedScope).toMatch(/in \{incluses\}.*\{proposées\}.*\{exclues\}/)
  expect(desk.nav.import).toBe(grid.head.import)
})

test("a row is put back by one verb, which is not that of redoing or of restoring a cell", () => {
  const { sheets, grid, desk, editions } = french.mapping
  const said = [
    ...[desk.row.return, french.errors.mapping.rowRetired, desk.history.deed.returned],
    ...[sheets.doubt.retired, grid.clash.returnAndSave, grid.others.returned],
    editions.meanwhile.deed.returned,
  ]
  expect(said.filter((words) => !/remett|remet|remis/i.test(words))).toEqual([])
  expect(said.filter((words) => /établ/.test(words))).toEqual([])
})
