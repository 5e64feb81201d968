import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { apiAddress, askedAddress, assetAddress, publicAddress, searchAddress } from "./address"

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
  ["/wg-strategy/calendar.ics", "en", "wg-strategy"],
  ["/fr/wg-strategy/feed.xml", "fr", "wg-strategy"],
  ["/wg-strategy/meetings/33/v1/report.pdf", "en", "wg-strategy"],
  ["/wg-strategy/meetings/33/v1/picture.png", "en", "wg-strategy"],
  ["/wg-strategy/roadmap", "en", "wg-strategy"],
  ["/fr/wg-strategy/mapping/roadmap/editions/2", "fr", "wg-strategy"],
  ["/wg-strategy/mapping/roadmap/editions/2/mapping.xlsx", "en", "wg-strategy"],
  ["/sitemap.xml", "en", null],
  ["/robots.txt", "en", null],
])("%s is the public side's", (path, locale, group) => {
  expect(publicAddress(path)).toEqual({ path, locale, group })
})

test("the pages of a mapping read what they are asked, and nothing else", () => {
  const of = (url: string) => askedAddress(url)?.path ?? null
  const page = "/wg-strategy/mapping/roadmap"
  expect(askedAddress(`/fr${page}/editions/2?kind=dc&_rsc=1&year=2022`)).toEqual({
    path: `/fr${page}/editions/2?kind=dc&year=2022`,
    ...{ locale: "fr", group: "wg-strategy" },
  })
  expect(of(`${page}/editions/3/changes?from=1`)).toBe(`${page}/editions/3/changes?from=1`)
  expect(of(`${page}/annex?q=a+b&utm=x`)).toBe(`${page}/annex?q=a+b`)
  expect(of(`${page}/editions/1/annex?q=a`)).toBe(`${page}/editions/1/annex?q=a`)
  expect(of(`${page}/editions/1/coverage?scope=out`)).toBe(`${page}/editions/1/coverage?scope=out`)
  expect(of(`${page}?q=a&page=2`)).toBe(`${page}?q=a&page=2`)
  expect(of(`${page}?utm=x`)).toBe(page)
  expect(of(`${page}?q=${"x".repeat(5_000)}`)?.length).toBeLessThan(400)
  for (const other of [page, "/wg-strategy?q=a", "/wg-strategy/mapping?q=a", "/desk/mapping/x?q=a"])
    expect(of(other), other).toBeNull()
  expect(of(`${page}/editions/1/mapping.csv?q=a`)).toBeNull()
})

test("two versions that are compared, and the ledger up to an entry, are pages of their own", () => {
  const of = (url: string) => askedAddress(url)?.path ?? null
  const changes = "/fr/wg-strategy/meetings/58/v3/changes"
  expect(of(`${changes}?from=1&to=2`)).toBe(`${changes}?from=1`)
  expect(of("/wg-strategy/record?to=200&from=1")).toBe("/wg-strategy/record?to=200")
  expect(of("/wg-strategy/meetings/58/v3?from=1")).toBeNull()
  expect(of("/wg-strategy/record/3/record.json?to=1")).toBeNull()
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
  "/wg-strategy/your-words",
  "/wg-strategy/record/check",
  "/fr/wg-strategy/consultations/the-plan/take-part",
  "/wg-strategy/calendar.exe",
  "/wg-strategy/meetings.md/33",
  "/wg-strategy/.md",
  "/fr/sitemap.xml",
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
  "/wg-strategy/meetings/33/../34",
  "/wg%2Dstrategy",
  "/wg-strategy/a%2Fb",
  "http://elsewhere.example.org/",
  "*",
  "",
])("%s is none", (url) => {
  expect(publicAddress(url)).toBeNull()
})

test.each([
  ["/wg-a/mapping/wg-a/coverage?area=x&utm=1", "/wg-a/mapping/wg-a/coverage?area=x"],
  ["/wg-a/mapping/wg-a?q=a&b=c", "/wg-a/mapping/wg-a?q=a"],
  ["/fr/wg-a/mapping/wg-a/editions/2?page=2", "/fr/wg-a/mapping/wg-a/editions/2?page=2"],
  ["/fr/fr-a/mapping/fr-a/annex?row=3", "/fr/fr-a/mapping/fr-a/annex?row=3"],
])("%s is asked of the mandate that has the slug of its group", (url, path) => {
  expect(askedAddress(url)?.path).toBe(path)
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

test.each([
  ["/api/v1", "/api/v1", null],
  ["/api/v1/openapi.json", "/api/v1/openapi.json", null],
  ["/api/v1/groups?x=1", "/api/v1/groups", null],
  ["/api/v1/groups/wg-a/meetings", "/api/v1/groups/wg-a/meetings", "wg-a"],
  [
    "/api/v1/groups/wg-a?cursor=WzFd&limit=5&y=2",
    "/api/v1/groups/wg-a?limit=5&cursor=WzFd",
    "wg-a",
  ],
])("the API is asked at %s for %s", (url, path, group) => {
  expect(apiAddress(url)).toEqual({ path, locale: "en", group })
})

test.each(["/api", "/api/v2", "/api/auth/session", "/api/v1/", "/api/v1/../auth", "/api/v1/a%2Fb"])(
  "%s is not of the API",
  (url) => {
    expect(apiAddress(url)).toBeNull()
    expect(publicAddress(url)).toBeNull()
  },
)

test.each([
  ["/_next/static/chunks/2tgfnrbpl1yxd.css", true],
  ["/static/local-time.js", true],
  ["/_next/static/chunks/main.js", false],
  ["/_next/static/../secret.css", false],
  ["/_next/image?url=x.css", false],
  ["/static/offline-minutes.js", false],
  ["/static/local-time.js?x", false],
])("%s comes along with public pages: %s", (url, comes) => {
  expect(assetAddress(url)?.path ?? null).toBe(comes ? url : null)
})

const app = fileURLToPath(new URL("../../app/[locale]/", import.meta.url))

/** The addresses that stand in a folder of the app, each part that is data filled with a word. */
function addressesOf(folder: string): string[] {
  return readdirSync(app + folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^(page\.tsx|route\.ts)$/.test(name))
    .map(({ parentPath }) => parentPath.slice((app + folder).length) || "/")
    .map((path) => path.replace("/[group]", "/wg-a").replaceAll(/\[(\.\.\.)?\w+\]/g, "one"))
}

test("every page of the public side is one of the cache, and no form by a link is", () => {
  const open = addressesOf("(public)").filter((path) => path !== "/one")
  expect(open.filter((path) => !publicAddress(path) && !searchAddress(path))).toEqual([])
  const byLink = addressesOf("(by-link)")
  expect(byLink.length).toBeGreaterThan(3)
  expect(byLink.filter((path) => publicAddress(path))).toEqual([])
})
