import fc from "fast-check"
import { expect, test } from "vitest"
import type { Candidate } from "@/lib/people/match"
import { nameKeyOf } from "@/lib/people/name-score"
import { batchNames } from "./batch-names"
import { whoIsWho } from "./who-is-who"

const file = (id: string, names: string[], aliases: { name: string; alias: string }[] = []) => ({
  id,
  name: `${id}.txt`,
  startsAt: "2022-05-12T14:00:00Z",
  present: names.map((name) => ({ name, capacity: "", aliases: [] })),
  regrets: [],
  hosts: [],
  moderators: [],
  aliases,
})
const person = (id: string, name: string): Candidate => ({
  id,
  name,
  aliases: [],
  affiliations: [],
  capacities: [],
  known: false,
})
const asked = ({ questions }: ReturnType<typeof whoIsWho>) =>
  questions.map(({ name, asked: { name: other } }) => `${name.name} = ${other}`)

test("a name stands once, however often and in whatever letters it is written", () => {
  const names = batchNames([
    file("a", ["Otto Brandvold", "OTTO BRANDVOLD", "Dr. Otto Brandvold"]),
    file("b", ["Brandvold, Otto"]),
  ])
  expect(names).toHaveLength(1)
  expect(names[0]?.files.map(({ id }) => id)).toEqual(["a", "b"])
})

test("two unknown names are asked about once, the fuller one being the one that stays", () => {
  const names = batchNames([file("a", ["Suda", "Suda Vance-Okoro"]), file("b", ["Suda"])])
  expect(asked(whoIsWho(names, [], []))).toEqual(["Suda = Suda Vance-Okoro"])
})

test("a nickname that one file gives is asked about in the others, and leads to who is known", () => {
  const told = [{ name: "Concordia Abara", alias: "Coco" }]
  const names = batchNames([file("a", ["Coco Abara"]), file("b", ["Concordia Abara"], told)])
  expect(asked(whoIsWho(names, [], []))).toEqual(["Coco Abara = Concordia Abara"])
  const known = whoIsWho(names, [person("p", "Concordia Abara")], [])
  expect(known.questions[0]?.asked).toEqual({ personId: "p", name: "Concordia Abara" })
})

test("whoever is somebody else is not asked about again, but somebody else may be", () => {
  const names = batchNames([file("a", ["O. Brandvold"])])
  const two = [person("p", "Otto Brandvold"), person("q", "Olga Brandvold")]
  const first = whoIsWho(names, two, [])
  expect(first.questions).toHaveLength(1)
  const not = (personId: string) => ({ name: "O. Brandvold", personId, answer: "other" as const })
  const next = whoIsWho(names, two, [not(first.questions[0]?.asked.personId ?? "")])
  expect(next.questions).toHaveLength(1)
  expect(next.questions[0]?.asked).not.toEqual(first.questions[0]?.asked)
  expect(whoIsWho(names, two, [not("p"), not("q")]).questions).toEqual([])
})

test("whatever the names: each is sure, or asked about once, or new; and no question asks about itself", () => {
  const word = fc.constantFrom("Otto", "Olga", "Suda", "Abara", "Abarra", "Brandvold", "O.", "Kim")
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "))
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 8 }),
      fc.array(name, { maxLength: 5 }),
      (here, known) => {
        const names = batchNames([file("a", here)])
        const people = known.map((each, at) => person(String(at), each))
        const { sure, questions } = whoIsWho(names, people, [])
        const keys = questions.map(({ name: { key } }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(sure.has(key)).toBe(false)
        for (const { name: of, asked: other } of questions)
          if (other.personId === null) expect(nameKeyOf(other.name)).not.toBe(of.key)
      },
    ),
  )
})
