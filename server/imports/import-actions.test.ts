import { readFileSync } from "node:fs"
import { eq, sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { formOf } from "@/app/[locale]/desk/[group]/import/[batch]/[file]/form-of"
import {
  changeKindAction,
  correctImportAction,
  discardImportAction,
} from "@/app/[locale]/desk/[group]/import/actions"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { getFile } from "@/lib/imports/queries"
import { listResults } from "@/lib/imports/results"
import type { Actor } from "@/lib/platform/actor"

const asks = vi.hoisted(() => ({ actor: undefined as Actor | undefined }))
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`)
  },
}))
vi.mock("next/cache", () => ({ refresh: () => {} }))
vi.mock("@/lib/platform/session", () => ({ currentActor: async () => asks.actor }))
vi.mock("@/lib/platform/request", () => ({ isFromOwnPages: async () => true }))
vi.mock("@/lib/platform/i18n", async (original) => ({
  ...(await original<typeof import("@/lib/platform/i18n")>()),
  getLocale: async () => "en",
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}))

const { owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
asks.actor = chair

const sample = readFileSync("lib/imports/read/samples/virtual-call.txt", "utf8")

/** A file of its own, in which two numbers may be printed, with the form that its page shows. */
async function opened(number: number, ordinal = number) {
  const text = sample.replace("XIX", String(number)).replace("21st virtual", `${ordinal}th virtual`)
  const batch = await bringInNow(chair, group.id, [new File([text], `${number}.txt`)])
  const [line] = await listResults(chair, group.slug, batch, { show: null, page: 1 })
  const stands = async () => getFile(chair, group.slug, batch, line?.id ?? "")
  const file = await stands()
  if (!file.draft || !file.reading) throw new Error("The file was not read")
  const shown = formOf(file, file.draft, file.reading, "en")
  const sent = new FormData()
  for (const [name, value] of Object.entries(shown.values)) sent.set(name, String(value))
  for (const [at, { id, title, coverage, depth }] of shown.items.entries())
    for (const [name, value] of Object.entries({ id, title, coverage, depth, place: at + 1 }))
      sent.set(`agenda.${at}.${name}`, String(value))
  for (const { id, text: words } of [shown.opening, ...shown.items, shown.closing])
    sent.set(`sections.${id}`, words)
  const about = { fileId: file.id, revision: file.revision, slug: group.slug, batch }
  for (const [name, value] of Object.entries(about)) sent.set(name, String(value))
  sent.set("numberShown", shown.values.number)
  sent.set("scripted", "yes")
  return { file, sent, stands }
}

test.each([
  ["put aside", discardImportAction],
  ["read as a document", changeKindAction],
] as const)("a file whose typed words cannot be kept is not %s", async (_, action) => {
  const { sent, stands } = await opened(action === discardImportAction ? 61 : 62)
  sent.set("kind", "document")
  sent.set("title", "Typed here")
  sent.set("number", "none")
  const refused = await action(null, sent)
  expect(refused).toMatchObject({ ok: false, code: "invalid", entered: { title: "Typed here" } })
  expect(refused).toHaveProperty("fields.number")
  expect(await stands()).toMatchObject({ state: "read", kind: "report", revision: 1 })
})

test("a form that nobody touched does not keep a file from being put aside", async () => {
  const { file, sent, stands } = await opened(63)
  // More than a form may send back, as it was read.
  const hosts = Array.from({ length: 60 }, (_, at) => `${"Dawit Sorensen ".repeat(6)}${at}`)
  await owner
    .update(importFiles)
    .set({ corrected: { ...file.draft, hosts } })
    .where(eq(importFiles.id, file.id))
  sent.set("hosts", hosts.join("\r\n"))
  await expect(discardImportAction(null, sent)).rejects.toThrow("to ")
  expect(await stands()).toMatchObject({ state: "discarded" })
})

test("a form that is out of date has what was typed when its file is to be put aside", async () => {
  const { file, sent, stands } = await opened(64)
  await owner
    .update(importFiles)
    .set({ corrected: { ...file.draft, title: "Of the quays" }, revision: 2 })
    .where(eq(importFiles.id, file.id))
  sent.set("title", "Typed here")
  expect(await discardImportAction(null, sent)).toMatchObject({
    ...{ ok: false, code: "conflict", entered: { title: "Typed here" } },
    data: { revision: 2, theirs: [{ name: "title", value: "Of the quays" }] },
  })
  expect(await stands()).toMatchObject({ state: "read" })
})

test("a file that became a document meanwhile refuses the form twice, and what was typed stays", async () => {
  const { sent, stands } = await opened(65)
  const other = new FormData()
  for (const name of ["fileId", "revision"]) other.set(name, String(sent.get(name)))
  other.set("kind", "document")
  await expect(changeKindAction(null, other)).rejects.toThrow("to ")
  sent.set("title", "Typed here")
  for (const revision of [1, (await stands()).revision]) {
    sent.set("revision", String(revision))
    const refused = await correctImportAction(null, sent)
    expect(refused).toMatchObject({
      message: "imports.isDocument",
      entered: { title: "Typed here" },
    })
    expect(refused).not.toHaveProperty("data")
  }
})

test("a number that was settled while the form was open is neither saved nor confirmed unseen", async () => {
  const { file, sent, stands } = await opened(66, 68)
  await owner
    .update(importFiles)
    .set({ corrected: sql`jsonb_set(${importFiles.corrected}, '{number}', '77')` })
    .where(eq(importFiles.id, file.id))
  sent.set("then", "save")
  const seen = { number: "77", numberShown: "77" }
  expect(await correctImportAction(null, sent)).toMatchObject({
    ...{ ok: false, message: "imports.staleNumber", entered: seen },
    fields: { number: "imports.staleNumber" },
  })
  sent.delete("then")
  const place = file.reading?.findings.findIndex(({ rule }) => rule === "number-mismatch")
  expect(place).toBeGreaterThanOrEqual(0)
  sent.set("fix", `${place}:leave`)
  expect(await correctImportAction(null, sent)).toMatchObject({ message: "imports.staleNumber" })
  expect(await stands()).toMatchObject({ state: "read", revision: 1 })
  for (const [name, value] of Object.entries(seen)) sent.set(name, value)
  expect(await correctImportAction(null, sent)).toMatchObject({ ok: true })
  expect((await stands()).draft).toMatchObject({ number: 77, settled: [place] })
})

test("where only a finding was answered meanwhile, the refusal does not speak of other words", async () => {
  const { file, sent } = await opened(67)
  await owner.update(importFiles).set({ revision: 2 }).where(eq(importFiles.id, file.id))
  expect(await correctImportAction(null, sent)).toMatchObject({
    ...{ ok: false, message: "imports.staleSame", data: { revision: 2, theirs: [] } },
  })
})
