import { expect, test } from "vitest"
import { oneAtATime } from "./one-at-a-time"

/** Work that ends when it is told to, and says how often it was begun. */
function arrange() {
  const ends: ((fail?: Error) => void)[] = []
  const share = oneAtATime<number>()
  const ask = (name = "m") =>
    share(name, () => {
      const mine = ends.length + 1
      return new Promise<number>((resolve, reject) => {
        ends.push((fail) => (fail ? reject(fail) : resolve(mine)))
      })
    })
  return { ask, ends }
}

test("who asks while it runs is answered by one more run, which begins afterwards", async () => {
  const { ask, ends } = arrange()
  const first = ask()
  const others = [ask(), ask(), ask()]
  expect(ends).toHaveLength(1)
  ends[0]?.()
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  const late = ask()
  ends[1]?.()
  expect(await Promise.all(others)).toEqual([2, 2, 2])
  await Promise.resolve()
  ends[2]?.()
  expect(await late).toBe(3)
})

test("one that fails fails for who waited for it alone; other names go on by themselves", async () => {
  const { ask, ends } = arrange()
  const first = ask()
  const second = ask()
  const other = ask("n")
  ends[1]?.()
  expect(await other).toBe(2)
  ends[0]?.(new Error("broken"))
  await expect(first).rejects.toThrow("broken")
  await Promise.resolve()
  ends[2]?.()
  expect(await second).toBe(3)
})
