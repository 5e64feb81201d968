import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { commentDrafts } from "@/db/schema/comments"
import { discardBegun } from "./discard-begun"
import { editComment } from "./edit-comment"
import { openThreadInput } from "./input"
import { keepDraft } from "./keep-draft"
import { editKey, newKey, passageKey, type TextRef } from "./model"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"
import { resolveThread } from "./resolve-thread"
import { withdrawComment } from "./withdraw-comment"

const { owner } = await testDatabase()
let scene: Scene
let on: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  on = { kind: "minutes", meetingId: scene.meetingId }
})

const open = (text: string, more: Record<string, string> = {}) =>
  openThread(
    scene.member,
    openThreadInput.parse({
      on: { kind: "minutes", id: scene.meetingId },
      ...{ at: "text", text, submission: randomUUID(), ...more },
    }),
  )
const drafts = async (actor = scene.member) => (await listThreads(actor, on, "en")).drafts

test("words that are proposed are kept like those of the comment, also alone", async () => {
  const { threadId } = await open("Well?")
  expect(await keepDraft(scene.other, { on, key: threadId, text: "", proposal: "three" })).toBe(
    true,
  )
  const { threads } = await listThreads(scene.other, on, "en")
  expect(threads[0]?.draft).toMatchObject({ text: "", proposal: "three" })
  expect(await keepDraft(scene.other, { on, key: threadId, text: "", proposal: " " })).toBe(false)
  expect(await owner.$count(commentDrafts)).toBe(0)
})

test("a draft about one passage keeps its quote, and never turns up under another of the same part", async () => {
  const [levy, dues] = ["two per cent", "four per cent"].map((quote) => ({
    ...{ quote, before: "set at ", after: " of it" },
  }))
  if (!levy || !dues) throw new Error("There are two")
  const key = passageKey(on, "opening", levy)
  const other = passageKey(on, "opening", dues)
  expect(key.length).toBeLessThanOrEqual(200)
  const typed = { on, key, text: "Too much", place: "passage:opening", quote: levy }
  expect(await keepDraft(scene.member, typed)).toBe(true)
  const kept = await drafts()
  expect(kept[key]).toMatchObject({ text: "Too much", place: "passage:opening", quote: levy })
  expect(kept[other]).toBeUndefined()
  const said = [paragraphOf("The levy is set at two per cent of it.")]
  await arrangeQuotes(owner, scene.meetingId, { opening: said })
  const at = { at: "passage:opening", ...levy, draft: key }
  await open("Too much", at)
  expect(await drafts()).toEqual({})
})

test("the same words elsewhere, or with others around them, are another passage", () => {
  const quote = { quote: "two per cent", before: "set at ", after: "." }
  const keys = [
    passageKey(on, "opening", quote),
    passageKey(on, "closing", quote),
    passageKey(on, "opening", { ...quote, before: "left at " }),
    passageKey(on, "opening", { ...quote, after: "!" }),
    passageKey(on, "opening", { quote: "two per cents", before: "et at ", after: "." }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test("other words of one's own comment are kept until they are saved, for its author alone", async () => {
  const { commentId } = await open("What I said", { at: "section:opening" })
  const key = editKey(commentId)
  const typed = { on, key, text: "What I meant" }
  await expect(keepDraft(scene.other, typed)).rejects.toMatchObject({ code: "invalid" })
  expect(await keepDraft(scene.member, typed)).toBe(true)
  expect((await drafts())[key]).toMatchObject({ text: "What I meant" })
  expect(await drafts(scene.other)).toEqual({})
  await editComment(scene.member, { commentId, text: "What I meant", proposal: null })
  expect(await drafts()).toEqual({})
  // What arrives behind its own comment is none.
  expect(await keepDraft(scene.member, typed)).toBe(false)
  await keepDraft(scene.member, { ...typed, text: "Or this" })
  expect(await keepDraft(scene.member, { ...typed, text: "What I meant " })).toBe(false)
  expect(await drafts()).toEqual({})
  await keepDraft(scene.member, { ...typed, text: "Or this" })
  await withdrawComment(scene.member, { commentId })
  expect(await owner.$count(commentDrafts)).toBe(0)
  await expect(keepDraft(scene.member, typed)).rejects.toMatchObject({ code: "invalid" })
})

test("whoever says the same again and proposes other words is not taken for one that was sent", async () => {
  await open("Agreed")
  const key = passageKey(on, "opening", { quote: "two", before: "", after: "" })
  const typed = { on, key, text: "Agreed" }
  expect(await keepDraft(scene.member, { ...typed, proposal: "three" })).toBe(true)
  expect(await keepDraft(scene.member, typed)).toBe(false)
})

test("what was begun is discarded by its author alone, whatever it was about", async () => {
  const { threadId, commentId } = await open("What I said")
  const quote = { quote: "two", before: "", after: "" }
  const keys = [passageKey(on, "opening", quote), newKey(on), threadId, editKey(commentId)]
  for (const key of keys) {
    await keepDraft(scene.member, { on, key, text: "Half a thought" })
    await discardBegun(scene.other, { on, key })
    expect(await owner.$count(commentDrafts, eq(commentDrafts.key, key)), key).toBe(1)
    expect(await discardBegun(scene.member, { on, key })).toEqual({ key })
    expect(await owner.$count(commentDrafts), key).toBe(0)
  }
  const stranger = await makeActor(owner)
  await expect(discardBegun(stranger, { on, key: newKey(on) })).rejects.toMatchObject({
    code: expect.stringMatching(/forbidden|not_found/),
  })
})

test("other words for a comment are still there for their author when its thread was resolved meanwhile", async () => {
  const { threadId, commentId } = await open("What I said")
  const key = editKey(commentId)
  await keepDraft(scene.member, { on, key, text: "What I meant" })
  const settled = { revision: 1, disposition: "noted" as const, reason: "" }
  await resolveThread(scene.chair, { threadId, ...settled })
  const { threads, drafts: kept } = await listThreads(scene.member, on, "en", { state: "open" })
  expect(threads).toEqual([])
  expect(kept).toEqual({ [key]: expect.objectContaining({ text: "What I meant" }) })
  for (const actor of [scene.other, scene.chair]) expect(await drafts(actor)).toEqual({})
})
