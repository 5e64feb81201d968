import { describe, expect, it } from "vitest"
import { readAction } from "./action-words"

const people = ["Ilva Morandini", "Samir Koskela", "Hyejin Abara", "Samir de la Cruz"].map(
  (name, place) => ({ id: String(place), name, capacity: "" }),
)
const read = (words: string, locale = "en") => {
  const { owners, due } = readAction(words, people, "2022-03-03", locale)
  return [owners.map(({ name }) => name).join(" + "), due]
}

describe("owners and day in the words of an action", () => {
  it.each([
    ["Ilva to send the letter by Friday", "Ilva Morandini", "2022-03-04"],
    ["Ilva Morandini will send the letter by 10 March.", "Ilva Morandini", "2022-03-10"],
    ["ILVA: letter to the host, before the end of March", "Ilva Morandini", "2022-03-31"],
    ["Ilva and Hyejin to draft it in two weeks", "Ilva Morandini + Hyejin Abara", "2022-03-17"],
    [
      "Ilva, Samir Koskela and Hyejin to meet",
      "Ilva Morandini + Samir Koskela + Hyejin Abara",
      null,
    ],
    ["Koskela to ask on Monday", "Samir Koskela", "2022-03-07"],
    ["Samir de la Cruz to ask tomorrow", "Samir de la Cruz", "2022-03-04"],
    ["Hyejin to publish the list 10 March", "Hyejin Abara", "2022-03-10"],
  ])("%s", (words, owners, due) => {
    expect(read(words)).toEqual([owners, due])
  })

  it.each([
    ["Ilva enverra la lettre d’ici vendredi", "Ilva Morandini", "2022-03-04"],
    ["Ilva et Hyejin : rédiger avant le 10 mars", "Ilva Morandini", "2022-03-10"],
    ["Hyejin doit répondre dans deux semaines", "Hyejin Abara", "2022-03-17"],
    ["Hyejin doit répondre pour fin mars", "Hyejin Abara", "2022-03-31"],
  ])("%s", (words, owners, due) => {
    const [found, day] = read(words, "fr")
    expect(found).toContain(owners)
    expect(day).toBe(due)
  })

  it("are not guessed", () => {
    expect(read("Samir to send it")).toEqual(["", null])
    expect(read("Send it to Ilva")).toEqual(["", null])
    expect(read("ilva to send it")).toEqual(["", null])
    expect(read("Ilva")).toEqual(["", null])
    expect(read("Somebody to sit in on the call soon")).toEqual(["", null])
    expect(read("")).toEqual(["", null])
  })
})
