import { expect, test } from "vitest"
import { publicAddress, searchAddress } from "./address"

test.each([
  ["/", "en", null],
  ["/fr", "fr", null],
  ["/wg-strategy", "en", "wg-strategy"],
  ["/fr/wg-strategy", "fr", "wg-strategy"],
  ["/wg-strategy/meetings", "en", "wg-strategy"],
  ["/wg-strategy/meetings/33", "en", "wg-strategy"],
  ["/fr/wg-strategy/meetings/33/v2", "fr", "wg-strategy"],
  ["/wg-strategy/meetings/033", "en", "wg-strategy"],
  ["/wg-strategy/consultations/the-plan", "en", "wg-strategy"],
  ["/wg-strategy/consultations/the-plan/compendium", "en", "wg-strategy"],
  ["/wg-strategy/nothing/here", "en", "wg-strategy"],
  ["/fr/missing", "fr", null],
])("%s is the public side's", (path, locale, group) => {
  expect(publicAddress(path)).toEqual({ path, locale, group })
})

test("what follows a question mark makes no other page", () => {
  expect(publicAddress("/wg-strategy?_rsc=1&utm=x")?.path).toBe("/wg-strategy")
})

test.each([
  "/desk",
  "/desk/wg-strategy",
  "/sign-in",
  "/fr/sign-in",
  "/healthz",
  "/api/auth/session",
  "/wg-strategy/join",
  "/wg-strategy/join/confirm",
  "/wg-strategy/consultations/the-plan/take-part",
  "/fr/wg-strategy/consultations/the-plan/take-part",
  "/wg-strategy/calendar.ics",
  "/_next/static/chunks/main.js",
  "/static/local-time.js",
  "/favicon.ico",
  "/en",
  "/en/wg-strategy",
  "/de",
  "/wg-strategy/",
  "//wg-strategy",
  "/fr//",
  "/WG-Strategy",
  "/wg-strategy/meetings/33/v1/report.pdf",
  "/wg-strategy/meetings/33/../34",
  "/wg%2Dstrategy",
  "/wg-strategy/a%2Fb",
  "http://elsewhere.example.org/",
  "*",
  "",
])("%s is none", (url) => {
  expect(publicAddress(url)).toBeNull()
})

test("the search is asked what its own fields say, and nothing else of its address comes through", () => {
  expect(searchAddress("/search")).toEqual({ path: "/search", locale: "en", group: null })
  expect(searchAddress("/fr/search?q=a+b&_rsc=1&kind=decision&q=c")?.path).toBe(
    "/fr/search?q=a+b&kind=decision",
  )
  expect(searchAddress("/search?page=2&q=what%3F&year=")?.path).toBe("/search?q=what%3F&page=2")
  expect(searchAddress(`/search?q=${"x".repeat(5_000)}`)?.path).toHaveLength(310)
  for (const url of ["/desk/search?q=a", "/search/", "/searching", "/en/search", "/wg/search"])
    expect(searchAddress(url), url).toBe(null)
})
