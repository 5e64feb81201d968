import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { getFile, listDispatches } from "./dispatch-queries"
import { noteDispatchInput } from "./facts-input"
import { makeVersion } from "./make-version"
import { noteDispatch } from "./note-dispatch"
import { findPublishedDocument } from "./public-queries"
import { publishVersion } from "./publish-version"
import { getDocument } from "./queries"
import { plainName } from "./read-attachment"
import { startDocument } from "./start"
import { getVersion } from "./version-queries"
import { withdrawDispatch } from "./withdraw-dispatch"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let of: { groupId: string; documentId: string }

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  await startDocument(member, {
    ...{ groupId: group.id, title: "Letter", kind: "letter", language: "en" },
    ...{ responsibleId: null, origin: null },
  })
  of = { groupId: group.id, documentId: (await getDocument(member, group.slug, "letter")).id }
})

const sent = { kind: "sent", party: "Office of the Envoy", day: "2022-03-04" }
const note = (given: Record<string, unknown> = {}, actor = chair) =>
  noteDispatch(actor, noteDispatchInput.parse({ ...sent, ...given, documentId: of.documentId }))
const list = () => listDispatches(member, of)

test("a sending is noted with its file, and an answer under it", async () => {
  const file = new File(["%PDF-1.7 words"], "../../letter to the envoy.pdf", {
    type: "application/pdf",
  })
  const { dispatchId } = await note({ file, note: "By mail." })
  await note({ kind: "answered", day: "2022-04-01", answers: dispatchId })
  const [answer, sending] = await list()
  expect(answer).toMatchObject({ kind: "answered", answers: dispatchId, file: null })
  expect(sending).toMatchObject({ note: "By mail.", by: "Hyejin Abara" })
  expect(sending?.file?.name).toBe("letter to the envoy.pdf")
  const kept = await getFile(member, of, sending?.file?.id ?? "")
  expect(kept.file.toString()).toBe("%PDF-1.7 words")
})

test("the same form sent again makes no second entry, and never drops what was changed", async () => {
  const submission = crypto.randomUUID()
  const file = () => new File(["%PDF-1.7 words"], "letter.pdf", { type: "application/pdf" })
  const first = await note({ submission, file: file() })
  expect(await note({ submission, file: file() })).toEqual(first)
  expect(await note({ submission })).toEqual(first)
  const before = { code: "conflict", key: "documents.notedBefore" }
  await expect(note({ submission, party: "Somebody else" })).rejects.toMatchObject(before)
  const other = new File(["%PDF-1.7 other"], "letter.pdf", { type: "application/pdf" })
  await expect(note({ submission, file: other })).rejects.toMatchObject(before)
  expect(await list()).toHaveLength(1)
})

test("what does not belong to the document is refused at its field", async () => {
  const elsewhere = crypto.randomUUID()
  await expect(note({ versionId: elsewhere })).rejects.toMatchObject({
    fields: { versionId: "field.choice" },
  })
  await expect(note({ answers: elsewhere })).rejects.toMatchObject({
    fields: { answers: "documents.onlyAnswers" },
  })
  await expect(note({ kind: "answered", answers: elsewhere })).rejects.toMatchObject({
    fields: { answers: "field.choice" },
  })
  expect(await list()).toEqual([])
})

test("a file that is too large is named, and 29 February is a day only where it is one", () => {
  const given = { ...sent, documentId: crypto.randomUUID() }
  const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "large.pdf")
  expect(noteDispatchInput.safeParse({ ...given, file }).error?.issues[0]).toMatchObject({
    path: ["file"],
    message: "documents.fileSize",
  })
  expect(noteDispatchInput.safeParse({ ...given, day: "2022-02-29" }).success).toBe(false)
})

test("an entry that was a mistake stays, with the reason, and is taken back once", async () => {
  const { dispatchId } = await note()
  const back = () =>
    withdrawDispatch(chair, { documentId: of.documentId, dispatchId, reason: "Another letter." })
  await back()
  expect((await list())[0]?.withdrawn?.reason).toBe("Another letter.")
  await expect(back()).rejects.toMatchObject({ key: "documents.dispatchGone" })
})

test("members read, holders write, others find nothing", async () => {
  await expect(note({}, member)).rejects.toMatchObject({ code: "forbidden" })
  await note({ file: new File(["x"], "x.txt") })
  const [entry] = await list()
  const other = await makeGroup(owner)
  const outsider = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
  const theirs = { groupId: other.id, documentId: of.documentId }
  await expect(listDispatches(outsider, of)).rejects.toMatchObject({ code: "not_found" })
  expect(await listDispatches(outsider, theirs)).toEqual([])
  await expect(getFile(outsider, theirs, entry?.file?.id ?? "")).rejects.toMatchObject({
    code: "not_found",
  })
})

test("the public reads to whom a public version was sent, and neither notes nor files", async () => {
  await makeVersion(chair, { documentId: of.documentId, revision: 1, name: "Final", note: "" })
  const { id: versionId } = await getVersion(member, of, 1)
  await note({ versionId, note: "Between us.", file: new File(["x"], "secret.txt") })
  await note({ party: "Somebody else" })
  await publishVersion(chair, { versionId })
  const found = await findPublishedDocument(group.slug, "letter")
  expect(found?.dispatches).toEqual([
    { kind: "sent", party: "Office of the Envoy", day: "2022-03-04", version: 1 },
  ])
  expect(JSON.stringify(found)).not.toMatch(/Between us|secret\.txt|Somebody else/)
})

test("the public reads an answer without a version where what it answers was sent of a public one", async () => {
  await makeVersion(chair, { documentId: of.documentId, revision: 1, name: "Final", note: "" })
  const { id: versionId } = await getVersion(member, of, 1)
  const { dispatchId: ofVersion } = await note({ versionId })
  const { dispatchId: ofNone } = await note({ party: "Somebody else" })
  const answered = { kind: "answered", day: "2022-04-01" }
  const { dispatchId: answerId } = await note({ ...answered, answers: ofVersion })
  await note({ ...answered, answers: ofNone, party: "Somebody else" })
  await note({ ...answered, party: "Nobody asked" })
  expect(await findPublishedDocument(group.slug, "letter")).toBeNull()
  await publishVersion(chair, { versionId })
  const told = async () =>
    (await findPublishedDocument(group.slug, "letter"))?.dispatches.map(
      ({ kind, party, day, version }) => [kind, party, day, version],
    )
  const sending = ["sent", "Office of the Envoy", "2022-03-04", 1]
  const answer = ["answered", "Office of the Envoy", "2022-04-01", 1]
  expect(await told()).toEqual([sending, answer])
  const back = (dispatchId: string) =>
    withdrawDispatch(chair, { documentId: of.documentId, dispatchId, reason: "A mistake." })
  await back(answerId)
  expect(await told()).toEqual([sending])
  await note({ ...answered, answers: ofVersion })
  await back(ofVersion)
  expect(await told()).toEqual([])
})

test.each([
  ["letter.pdf", "letter.pdf"],
  ["C:\\secret\\letter.pdf", "letter.pdf"],
  ["..", "file"],
  [".htaccess", "htaccess"],
  ['a"b\r\nset-cookie: x.txt', "a b set-cookie x.txt"],
  ["\u202egpj.exe", "gpj.exe"],
  [`${"long ".repeat(60)}.pdf`, `${"long ".repeat(60)}.pdf`.slice(-200).trim()],
])("%j is kept as %j", (given, name) => {
  expect(plainName(given)).toBe(name)
})
