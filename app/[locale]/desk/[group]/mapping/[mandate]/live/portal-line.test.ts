import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Heard } from "./line"
import { portalLine } from "./portal-line"

const at = "2022-03-03T13:37:42.000Z"

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal("window", new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test("where too many pages listen, what is new is told by asking again, and less and less often", async () => {
  const asked: string[] = []
  vi.stubGlobal("fetch", async (href: string) => {
    asked.push(href)
    const news = asked.length === 2 ? { kind: "changes", to: 8, changes: [], rows: [] } : null
    return Response.json({ code: "too_many", message: "Close some", at, news }, { status: 429 })
  })
  let since = 7
  const heard: Heard[] = []
  const stop = portalLine.listen(
    "/desk/g/mapping/m",
    () => since,
    (what) => {
      heard.push(what)
      if (what.kind === "changes") since = 8
    },
  )
  await vi.advanceTimersByTimeAsync(1_500)
  expect(asked).toEqual([
    "/desk/g/mapping/m/changes?since=7",
    "/desk/g/mapping/m/changes?since=7",
    "/desk/g/mapping/m/changes?since=8",
  ])
  expect(heard.map(({ kind }) => kind)).toEqual(["up", "up", "changes", "up"])
  expect(heard[2]).toMatchObject({ kind: "changes", change: 8 })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBeLessThan(12)
  expect(heard.at(-1)).toEqual({ kind: "up", at })
  stop()
})
