import { expect, test } from "vitest"
import { fromOwnPages } from "./origin"

const own = "https://rapporteur.example.org"
const asked = (headers: Record<string, string>) =>
  fromOwnPages((name) => headers[name] ?? null, own)

test.each([
  [{ origin: own }, true],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ origin: "https://evil.example.org" }, false],
  [{ origin: "null" }, false],
  [{ origin: "https://evil.example.org", "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{}, false],
])("%o → %s", (headers, own) => {
  expect(asked(headers as Record<string, string>)).toBe(own)
})
