import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { minutesBlocks, minutesUpdates } from "@/db/schema/live-minutes"
import { memberships } from "@/db/schema/members"
import { type Actor, publicActor } from "@/lib/platform/actor"
import { line } from "../arbitrary-text"
import { plainText, type SectionDoc } from "../model"
import { getCurrentText } from "../queries"
import { startMinutes } from "../start"
import { exchangeMinutes } from "./exchange"
import { writeText } from "./write-document"

const { app, owner } = await testDatabase()
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

let scene: Scene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
})

/** A page that has no line: what it has, and what it knows of the server. */
class Page {
  readonly doc = new Y.Doc()
  #state: Uint8Array | null = null
  last = -1
  meeting = ""
  constructor(readonly actor: Actor) {}

  async exchange(update: string | null = this.#changes()) {
    const answer = await exchangeMinutes(this.actor, {
      ...{ meetingId: scene.meetingId, schema: 1, seen: this.last, update },
      state: base64(Y.encodeStateVector(this.doc)),
    })
    if (answer.update) Y.applyUpdate(this.doc, Buffer.from(answer.update, "base64"))
    if (answer.state) this.#state = new Uint8Array(Buffer.from(answer.state, "base64"))
    this.last = answer.last
    this.meeting = answer.meeting
    return answer
  }

  write(section: SectionDoc) {
    writeText(this.doc, { schema: 1, order: ["opening"], sections: { opening: section } })
  }

  #changes() {
    return this.#state && base64(Y.encodeStateAsUpdate(this.doc, this.#state))
  }
}

const text = async () =>
  plainText((await getCurrentText(app, scene.meetingId))?.text ?? never()).trim()
const never = (): never => {
  throw new Error("There are no minutes")
}
const open = async (actor: Actor) => {
  const page = new Page(actor)
  await page.exchange(null)
  return page
}

describe("what a page brings", () => {
  test("is committed when it is answered, and reaches the others with their next request", async () => {
    const [ilva, samir] = await Promise.all([open(scene.member), open(scene.other)])
    ilva.write(line("From behind a wall."))
    await ilva.exchange()
    expect(await text()).toBe("From behind a wall.")
    await samir.exchange(null)
    expect(samir.doc.getXmlFragment("opening").toString()).toContain("From behind a wall.")
  })

  test("by many at once is one log without a gap", async () => {
    const pages = await Promise.all(Array.from({ length: 6 }, () => open(scene.member)))
    for (const [place, page] of pages.entries()) {
      const paragraph = new Y.XmlElement("paragraph")
      paragraph.insert(0, [new Y.XmlText(`page ${place}.`)])
      page.doc.getXmlFragment(scene.first).push([paragraph])
    }
    await Promise.all(pages.map((page) => page.exchange()))
    const all = await text()
    for (const place of pages.keys()) expect(all.split(`page ${place}.`)).toHaveLength(2)
    const rows = await owner
      .select({ number: minutesUpdates.number })
      .from(minutesUpdates)
      .where(eq(minutesUpdates.meetingId, scene.meetingId))
      .orderBy(minutesUpdates.number)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1))
  })

  test("stays where it was typed when another makes a decision of the paragraph", async () => {
    const [ilva, samir] = await Promise.all([open(scene.member), open(scene.other)])
    ilva.write(line("The list stays open"))
    await ilva.exchange()
    await samir.exchange(null)
    ilva.write(line("The list stays open for a week"))
    const attrs = { id: crypto.randomUUID() }
    const content = line("The list stays open").content as []
    samir.write({ type: "doc", content: [{ type: "decision", attrs, content }] })
    await ilva.exchange()
    await samir.exchange()
    expect(await text()).toBe("The list stays open for a week")
    const [row] = await owner
      .select()
      .from(minutesBlocks)
      .where(eq(minutesBlocks.meetingId, scene.meetingId))
    expect(row).toMatchObject({ id: attrs.id, words: "The list stays open for a week" })
  })
})

describe("an exchange is refused", () => {
  test("when it brings what does not fit, and nothing is kept of it", async () => {
    const page = await open(scene.member)
    page.doc.getXmlFragment("opening").push([new Y.XmlElement("table")])
    await expect(page.exchange()).rejects.toMatchObject({ key: "minutes.malformed" })
    await expect(page.exchange(base64(new Uint8Array([1, 2, 3])))).rejects.toMatchObject({
      key: "minutes.malformed",
    })
    const kept = eq(minutesUpdates.meetingId, scene.meetingId)
    expect(await owner.select().from(minutesUpdates).where(kept)).toEqual([])
  })

  test("as soon as the role has ended", async () => {
    const page = await open(scene.member)
    await owner
      .update(memberships)
      .set({ until: new Date() })
      .where(eq(memberships.personId, scene.member.personId))
    const now = { ...scene.member, groups: new Map() }
    await expect(new Page(now).exchange(null)).rejects.toMatchObject({ code: "not_found" })
    expect(page.last).toBe(0)
  })

  test.each([
    ["the public", "sign_in", () => publicActor],
    ["a member of another group", "not_found", () => makeActor(owner)],
  ])("to %s with %s", async (_who, code, makeWho) => {
    await expect(new Page(await makeWho()).exchange(null)).rejects.toMatchObject({ code })
  })
})
