import { expect, test } from "vitest"
import type { ListPreview } from "@/lib/members/list/preview"
import { withAnswers } from "./with-answers"

const line = {
  ...{ line: 3, name: "Ilva Morandini", chosen: "skip" },
  choices: ["skip", "new"].map((value) => ({ value, name: "", affiliation: "" })),
}
const preview = {
  ...{ lines: [line], unknownHeads: [], absent: 0, text: "", shown: "" },
} as unknown as ListPreview
const chosen = (answer?: string) => {
  const form = new FormData()
  if (answer !== undefined) form.set("choices.l3", answer)
  return withAnswers(preview, form).lines.map((one) => one.chosen)
}

test("what was chosen for a doubtful line stays chosen, and nothing that was not offered is", () => {
  expect(chosen("new")).toEqual(["new"])
  expect(chosen("somebody")).toEqual(["skip"])
  expect(chosen()).toEqual(["skip"])
})
