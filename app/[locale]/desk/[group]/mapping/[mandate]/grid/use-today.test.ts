import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { dayFrom, onNewDay } from "./use-today"

const page = new EventTarget()
beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-03T23:50:00Z") })
  vi.stubGlobal("document", page)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test("today is that of the device, and not before the day of the request", () => {
  expect(dayFrom("2026-03-03", Date.now())).toBe("2026-03-03")
  expect(dayFrom("2026-02-01", Date.now())).toBe("2026-03-03")
  expect(dayFrom("2026-03-04", Date.now())).toBe("2026-03-04")
})

test("a page that stands open is told of each midnight, until it is left", () => {
  const tell = vi.fn()
  const end = onNewDay(tell)
  vi.advanceTimersByTime(9 * 60_000)
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(tell).toHaveBeenCalledTimes(2)
  end()
  vi.advanceTimersByTime(48 * 3_600_000)
  page.dispatchEvent(new Event("visibilitychange"))
  expect(tell).toHaveBeenCalledTimes(2)
})

test("a device that slept over midnight is told when the page is seen again", () => {
  const tell = vi.fn()
  const end = onNewDay(tell)
  vi.setSystemTime(new Date("2026-03-05T08:00:00Z"))
  expect(tell).not.toHaveBeenCalled()
  page.dispatchEvent(new Event("visibilitychange"))
  page.dispatchEvent(new Event("visibilitychange"))
  expect(tell).toHaveBeenCalledTimes(1)
  end()
})
