import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeGroup } from "@/db/factories/people"
import { documentRevisions, documents } from "@/db/schema/documents"
import { documentOrder } from "./document-order"

const { owner } = await testDatabase()
const line = (text: string) => [{ type: "text", text }]

test("each revision has an order of its own, and one that is written later is read then", async () => {
  const { id: groupId } = await makeGroup(owner)
  const [document] = await owner
    .insert(documents)
    .values({ groupId, slug: `text-${randomUUID().slice(0, 8)}`, title: "Charter", revision: 1 })
    .returning({ id: documents.id })
  const documentId = document?.id ?? ""
  const [aims, dates] = [randomUUID(), randomUUID()]
  const part = (id: string, words: string) => [
    { type: "heading", attrs: { level: 1, id }, content: line(words) },
    { type: "paragraph", content: line(`${words} are agreed.`) },
  ]
  const write = (number: number, ids: readonly [string, string][]) =>
    owner.insert(documentRevisions).values({
      ...{ documentId, number },
      text: { schema: 2, content: ids.flatMap(([id, words]) => part(id, words)) },
    })
  const at = async (number: number) => {
    const { standsAt, sectionAt } = await documentOrder(owner, documentId, number)
    const section = (place: string) => ({ place, quote: "", before: "", after: "" })
    const passage = { place: "text", quote: "Dates are agreed", before: "", after: "" }
    return {
      inOrder: standsAt(section(aims)) < standsAt(section(dates)),
      quoted: Number.isFinite(standsAt(passage)),
      under: sectionAt(passage),
    }
  }
  await write(1, [
    [aims, "Aims"],
    [dates, "Dates"],
  ])
  expect(await at(1)).toEqual({ inOrder: true, quoted: true, under: dates })
  expect(await at(2)).toEqual({ inOrder: false, quoted: false, under: null })
  await write(2, [
    [dates, "Dates"],
    [aims, "Aims"],
  ])
  expect(await at(2)).toEqual({ inOrder: false, quoted: true, under: dates })
  expect(await at(1)).toEqual({ inOrder: true, quoted: true, under: dates })
})
