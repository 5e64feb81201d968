import { expect, test } from "vitest"
import { placeInAnnex } from "./place-in-annex"

const sent = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return placeInAnnex(form, 7)
}

test("whoever looked the annex through comes back to the same words and page of it", () => {
  const place = new URL(sent({ words: "tides & café", of: "3" }), "https://portal.example.org/")
  expect(place.hash).toBe("#annex")
  expect(Object.fromEntries(place.searchParams)).toEqual({
    ...{ taken: "7", annex: "tides & café", of: "3" },
  })
})

test.each<Record<string, string>>([{}, { words: " ", of: "1" }, { of: "-1" }])(
  "from the first page of the whole annex %o to just that",
  (fields) => {
    expect(sent(fields)).toBe("editions?taken=7#annex")
  },
)
