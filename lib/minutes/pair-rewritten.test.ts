import { expect, test, vi } from "vitest"
import { pairRewritten, type Unit } from "./pair-rewritten"

const plain = (words: string): Unit => ({ kind: "plain", words })
const numbered = (sign: string, many: number) =>
  Array.from({ length: many }, (_, place) => `${sign}${place}`)

/** How often a word is looked up in another text. */
function lookUps(olds: readonly Unit[], news: readonly Unit[]): number {
  const has = vi.spyOn(Set.prototype, "has")
  try {
    pairRewritten(olds, news)
    return has.mock.calls.length
  } finally {
    has.mockRestore()
  }
}

test("one long text parted into many takes look-ups by its length, not by its square", () => {
  const parted = (many: number) => {
    const words = numbered("old", many)
    return lookUps([plain(words.join(" "))], words.map(plain))
  }
  const short = parted(300)
  expect(short).toBeGreaterThan(0)
  expect(parted(600) / short).toBeLessThan(3)
})

test("many put into one long text take look-ups by its length as well", () => {
  const joined = (many: number) => {
    const words = numbered("old", many)
    return lookUps(words.map(plain), [plain(words.join(" "))])
  }
  const short = joined(300)
  expect(short).toBeGreaterThan(0)
  expect(joined(600) / short).toBeLessThan(3)
})

test("texts whose words are too many to be looked up are known by their order alone", () => {
  const turned = (each: number) => {
    const olds = Array.from({ length: 100 }, (_, unit) =>
      plain(numbered(`word${unit}x`, each).join(" ")),
    )
    return pairRewritten(olds, olds.toReversed())
  }
  const inOrder = Array.from({ length: 100 }, (_, place) => place)
  expect(turned(50)).toEqual(inOrder.toReversed())
  expect(turned(1_100)).toEqual(inOrder)
})
