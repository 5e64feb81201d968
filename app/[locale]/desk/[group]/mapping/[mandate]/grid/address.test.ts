import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { addressOf, waits } from "./address"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page that lets its address change so often, and throws beyond that as some browsers do. */
function pageOf({ most = Number.POSITIVE_INFINITY, search = "" } = {}) {
  const location = { pathname: "/desk/wg/mapping/roadmap", search, hash: "" }
  const page = {
    ...{ location, most, written: [] as string[] },
    history: {
      replaceState(_: unknown, __: string, url?: string | URL | null) {
        if (page.written.length >= page.most) throw new DOMException("Too often", "SecurityError")
        page.written.push(String(url))
        location.search = new URL(String(url), "https://x.example.org").search
      },
    },
  }
  return page
}

test("of what is typed letter by letter the address says the whole, once, after a pause", () => {
  const page = pageOf()
  const address = addressOf(page)
  for (const words of ["s", "sc", "sch", "scho", "school"]) {
    address.soon(() => `?q=${words}`)
    vi.advanceTimersByTime(waits.typed - 50)
  }
  expect(page.written).toEqual([])
  vi.advanceTimersByTime(50)
  expect(page.written).toEqual(["/desk/wg/mapping/roadmap?q=school"])
})

test("what is chosen is said at once, and what was typed before it is not written over it", () => {
  const page = pageOf()
  const address = addressOf(page)
  address.soon(() => "?q=s")
  address.now(() => "?q=s&kind=dc")
  vi.advanceTimersByTime(waits.typed)
  expect(page.written).toEqual(["/desk/wg/mapping/roadmap?q=s&kind=dc"])
})

test("a browser that had enough disturbs nothing, and is asked again later", () => {
  const page = pageOf({ most: 0 })
  const address = addressOf(page)
  address.soon(() => "?q=school")
  expect(() => vi.advanceTimersByTime(waits.typed)).not.toThrow()
  expect(() => address.now(() => "?q=schools")).not.toThrow()
  page.most = 1
  vi.advanceTimersByTime(waits.refused)
  expect(page.written).toEqual(["/desk/wg/mapping/roadmap?q=schools"])
})

test("the address of another page is left alone, and so is one that says it already", () => {
  const page = pageOf({ search: "?q=school" })
  const address = addressOf(page)
  address.now((search) => search)
  address.soon(() => "?q=other")
  page.location.pathname = "/desk/wg/mapping/roadmap/editions"
  vi.advanceTimersByTime(waits.typed)
  expect(page.written).toEqual([])
})

test("nothing is written once the page is left", () => {
  const page = pageOf()
  const address = addressOf(page)
  address.soon(() => "?q=school")
  address.leave()
  vi.advanceTimersByTime(waits.refused)
  expect(page.written).toEqual([])
})
