import { expect, test } from "vitest"
import { namableIn } from "./use-namable"

const ilva = { id: "1", name: "Ilva Morandini", capacity: "" }
const seat = (personId: string, name: string) => ({
  ...{ personId, name, capacity: "guest", kind: "present" as const },
})

test("who came into the room while the minutes are open can be named, once and before the others", () => {
  const seats = [seat("1", "Ilva Morandini"), seat("2", "Ottoline Fairweather")]
  expect(namableIn([ilva], seats)).toEqual([
    { id: "2", name: "Ottoline Fairweather", capacity: "guest" },
    ilva,
  ])
})
