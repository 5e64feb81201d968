import { expect, it } from "vitest"
import { findPeople, personCalled } from "./person-search"

const people = ["Ilva Morandini", "Samir Koskela", "Élodie Abara-Ilunga", "Ilmari Sand"].map(
  (name, place) => ({ id: String(place), name, capacity: "" }),
)
const names = (typed: string) => findPeople(people, typed).map(({ name }) => name)

it("finds people by the beginning of any part of their name, whole names first", () => {
  expect(names("il")).toEqual(["Ilva Morandini", "Ilmari Sand", "Élodie Abara-Ilunga"])
  expect(names("kos")).toEqual(["Samir Koskela"])
})

it("forgives case and accents", () => {
  expect(names("ELODIE")).toEqual(["Élodie Abara-Ilunga"])
})

it("goes on with the whole name as it is typed", () => {
  expect(names("samir k")).toEqual(["Samir Koskela"])
  expect(names("samir x")).toEqual([])
})

it("offers everybody before the first letter", () => {
  expect(names(" ")).toHaveLength(4)
})

it("knows somebody by the whole name only", () => {
  expect(personCalled(people, " samir koskela ")?.id).toBe("1")
  expect(personCalled(people, "samir")).toBeUndefined()
})
