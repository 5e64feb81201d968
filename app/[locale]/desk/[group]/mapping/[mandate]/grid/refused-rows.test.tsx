import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { activityKinds, type CellField } from "@/lib/mapping/model"
import { emptyRow } from "../live/ops"
import { RefusedWords } from "./refused-rows"

const ilva = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0c01"
const nobody = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0c02"
const naming: Naming = {
  kind: Object.fromEntries(activityKinds.map((kind) => [kind, kind])) as Naming["kind"],
  scope: { proposed: "proposed", in: "in", out: "out" },
  status: { open: "open", "under-way": "under way", done: "done" },
  paragraph: "para.",
  area: () => "",
  person: (id) => (id === ilva ? "Ilva Morandini" : ""),
}
const quoted = (field: CellField, value: unknown) =>
  renderToStaticMarkup(
    <RefusedWords {...{ field, value, naming }} row={emptyRow("row", "area", 0)} />,
  )

test.each([
  ["somebody of the table, by name", ilva, "Ilva Morandini"],
  ["somebody who is not there, by nothing", nobody, ""],
  ["a name that is nobody's yet, as it was typed", "Ilva Mor", "Ilva Mor"],
  ["nobody", null, ""],
])("who is responsible is quoted: %s", (_, value, words) => {
  expect(quoted("responsible", value)).toBe(words)
})

test("years that cannot be read are quoted as they were typed", () => {
  const activity = { id: ilva, title: "Forum", kind: "dc", link: "", body: "Hosts" }
  expect(quoted("activities", [{ ...activity, years: "2021-" }])).toBe("Forum | dc | 2021- | Hosts")
})
