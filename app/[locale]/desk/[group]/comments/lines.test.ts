import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { followLine } from "./lines"

/** The connections that a browser opened. */
const opened: Connection[] = []
class Connection {
  onmessage: ((message: { data: string }) => void) | null = null
  isClosed = false
  constructor(readonly address: string) {
    opened.push(this)
  }
  close() {
    this.isClosed = true
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: "visible" })
beforeEach(() => {
  opened.length = 0
  page.visibilityState = "visible"
  vi.stubGlobal("EventSource", Connection)
  vi.stubGlobal("document", page)
})
afterEach(() => vi.unstubAllGlobals())

const look = (visibilityState: string) => {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event("visibilitychange"))
}

test("all who follow an address share its connection, and the last to leave ends it", () => {
  const heard: string[][] = [[], [], []]
  const leaves = heard.map((own) => followLine("/arrivals?a", (said) => own.push(said)))
  expect(opened.map(({ address }) => address)).toEqual(["/arrivals?a"])
  opened[0]?.onmessage?.({ data: "one" })
  leaves[0]?.()
  opened[0]?.onmessage?.({ data: "two" })
  expect(heard).toEqual([["one"], ["one", "two"], ["one", "two"]])
  for (const leave of leaves) leave()
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true])
  followLine("/arrivals?a", () => undefined)()
  expect(opened).toHaveLength(2)
})

test("a page that nobody looks at holds no connection, and opens one again when somebody does", () => {
  const leave = followLine("/arrivals?b", () => undefined)
  look("hidden")
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true])
  look("visible")
  expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, false])
  leave()
})
