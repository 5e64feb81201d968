import { expect, test } from "vitest"
import { chosenOn } from "./chosen"

test("an area that was chosen for a name of two lines stays with that name, and so does that it is kept", () => {
  const form = new FormData()
  form.append("areaNames[]", "Economic\r\ngrowth")
  form.append("areas[]", "chosen")
  form.append("remember[]", "Economic\r\ngrowth")
  expect(chosenOn(form)).toMatchObject({
    areas: { "Economic\ngrowth": "chosen" },
    remember: ["Economic\ngrowth"],
  })
})

test("that all plain cells were to be taken goes back with a refusal", () => {
  const form = new FormData()
  expect(chosenOn(form).all).toBe(false)
  form.append("all", "on")
  expect(chosenOn(form).all).toBe(true)
})
