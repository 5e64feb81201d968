import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { corrected } from "@/lib/imports/corrected"
import { draftOf } from "@/lib/imports/draft"
import { correctImportInput } from "@/lib/imports/input"
import { readBytes } from "@/lib/imports/read-file"
import { storedReading } from "@/lib/imports/stored"
import { formOf } from "./form-of"

const samples = ["lib/imports/read/samples/virtual-call.txt", "e2e/samples/archive/march.txt"]

test.each(samples)("a form of %s that nobody touched changes nothing", async (path) => {
  const read = await readBytes(readFileSync(path), "report.txt")
  if (!("report" in read)) throw new Error("The sample is no report")
  const draft = draftOf(read.report, "The group")
  const file = { id: crypto.randomUUID(), revision: 1, group: [] }
  const form = formOf(file, draft, storedReading(read.report, read.findings), "en")
  const sections = [form.opening, ...form.items, form.closing]
  const sent = correctImportInput.parse({
    ...form.values,
    ...{ fileId: form.fileId, revision: "1" },
    agenda: form.items.map(({ id, title, coverage, depth }, at) => ({
      ...{ id, title, coverage, depth: String(depth), place: String(at + 1) },
    })),
    sections: Object.fromEntries(sections.map(({ id, text }) => [id, text])),
  })
  expect(corrected(draft, sent, "en")).toEqual(draft)
})
