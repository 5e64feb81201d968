import { expect, test } from "vitest"
import { chosenOn } from "./chosen"

test("an area that was chosen for a name of two lines stays with that name", () => {
  const form = new FormData()
  form.append("areaNames[]", "Economic\r\ngrowth")
  form.append("areas[]", "chosen")
  expect(chosenOn(form).areas).toEqual({ "Economic\ngrowth": "chosen" })
})
