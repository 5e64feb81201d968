import { readdirSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { routing } from "@/lib/platform/locales"
import { slugMistake } from "./model"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** The parts of addresses below a folder of `app/`; route groups have none of their own. */
function segments(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^\(.*\)$/.test(entry.name)) return segments(path.join(folder, entry.name))
    if (!entry.isDirectory()) return /^(icon|robots|sitemap|manifest)\./.exec(entry.name)?.[1] ?? []
    return /^[[_]/.test(entry.name) ? [] : [entry.name]
  })
}

const folders = ["app", "app/[locale]", "app/[locale]/desk"]
const inUse = [
  ...folders.flatMap(segments).filter((name) => name !== "ui"),
  ...readdirSync(path.join(root, "public")),
  "_next",
  ...routing.locales,
]

test("the folders are read", () => {
  expect(inUse).toEqual(expect.arrayContaining(["desk", "sign-in", "api", "fonts", "groups"]))
})

test.each(inUse)("%s, which an address uses, cannot be a group's", (segment) => {
  expect(slugMistake(segment)).not.toBeNull()
})

test.each(["search", "about", "robots", "ar", "zho", "pt-br", "zh-hans", "zh-hant-hk", "es-419"])(
  "%s cannot be a group's: a word or a language",
  (slug) => {
    expect(slugMistake(slug)).toMatch(/word|language/)
  },
)

test.each(["wg-strategy", "wg-plan", "bpf-gender", "pn-2", "dc-iot", "abcd", "2022"])(
  "%s can be a group's",
  (slug) => {
    expect(slugMistake(slug)).toBeNull()
  },
)

test.each(["", "WG", "a--b", "-a", "a-", "a_b", "a b", "é", "a".repeat(61)])(
  "%j has not the form",
  (slug) => {
    expect(slugMistake(slug)).toBe("form")
  },
)
