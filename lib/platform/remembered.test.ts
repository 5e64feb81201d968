import { expect, test } from "vitest"
import { remembered } from "./remembered"

test("the same is looked for once, and forgotten when much else was asked", () => {
  const asked: string[] = []
  const lengthOf = remembered((text) => {
    asked.push(text)
    return text.length
  }, 2)
  expect([lengthOf("lamp"), lengthOf("lamp"), lengthOf("door")]).toEqual([4, 4, 4])
  expect(asked).toEqual(["lamp", "door"])
  expect([lengthOf("gate"), lengthOf("lamp")]).toEqual([4, 4])
  expect(asked).toEqual(["lamp", "door", "gate", "lamp"])
})
