import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { and, eq, sql } from "drizzle-orm"
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import {
  minutesBlockOwners,
  minutesBlocks,
  minutesContributors,
  minutesDocuments,
  minutesUpdates,
} from "@/db/schema/live-minutes"
import { memberships } from "@/db/schema/members"
import { minutesRevisions } from "@/db/schema/minutes"
import { Writer } from "@/e2e/support/live-client"
import { line } from "@/lib/minutes/arbitrary-text"
import { readDocument } from "@/lib/minutes/live/read-document"
import { writeText } from "@/lib/minutes/live/write-document"
import { plainText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { startMinutes } from "@/lib/minutes/start"
import { liveSocket } from "./socket"

const { app, owner } = await testDatabase()
const closers: (() => unknown)[] = []

async function startServer() {
  const server = createServer()
  const socket = liveSocket((_request, wire) => wire.destroy())
  server.on("upgrade", socket.upgrade)
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  await socket.live.ready
  const stop = async () => {
    await socket.close()
    server.closeAllConnections()
    server.close()
  }
  closers.push(stop)
  // Whatever port it has, it is the portal that the settings name.
  return { origin: "http://localhost:3000", port: (server.address() as AddressInfo).port, stop }
}

let scene: Scene
let writers: Writer[] = []
const first = await startServer()
const second = await startServer()
afterAll(async () => {
  for (const close of closers) await close()
})

beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
})
afterEach(() => {
  for (const writer of writers) writer.leave()
  writers = []
})

async function join(
  who: { accountId: string },
  given: { server?: typeof first; from?: string; token?: string } = {},
) {
  const { server = first, from = server.origin, token = "" } = given
  const { meetingId } = scene
  const cookie = `rapporteur=${token || (await makeSession(owner, who.accountId))}`
  const origin = `http://127.0.0.1:${server.port}`
  const writer = new Writer({ origin, meetingId, cookie, from })
  writers.push(writer)
  return writer
}
const text = async () => plainText((await getCurrentText(app, scene.meetingId))?.text ?? never())
const rows = () =>
  owner.select().from(minutesBlocks).where(eq(minutesBlocks.meetingId, scene.meetingId))
const ownersKept = async () => {
  const kept = eq(minutesBlockOwners.meetingId, scene.meetingId)
  const owners = await owner.select().from(minutesBlockOwners).where(kept)
  return owners.map(({ name }) => name).sort()
}
const never = (): never => {
  throw new Error("There are no minutes")
}

describe("what is written", () => {
  test("is with the others at once, and committed when it is called saved", async () => {
    const [ilva, samir] = await Promise.all([join(scene.member), join(scene.other)])
    await Promise.all([ilva.opened(), samir.opened()])
    ilva.type("The chair opened the call.")
    await samir.until("it arrives", (me) => me.words() === "The chair opened the call.")
    await ilva.saved()
    expect((await text()).trim()).toBe("The chair opened the call.")
  })

  test("by two at once is all there, and each is known to have written", async () => {
    const [ilva, samir] = await Promise.all([join(scene.member), join(scene.other)])
    await Promise.all([ilva.opened(), samir.opened()])
    for (let round = 0; round < 20; round++) {
      ilva.type(`i${round} `)
      samir.type(`s${round} `, scene.first)
    }
    await Promise.all([ilva.saved(), samir.saved()])
    for (const writer of [ilva, samir]) writer.leave()
    writers = []
    await vi.waitFor(async () => {
      const [revision] = await owner
        .select()
        .from(minutesRevisions)
        .where(and(eq(minutesRevisions.meetingId, scene.meetingId), eq(minutesRevisions.number, 2)))
      expect(revision?.authorship).toMatchObject({
        opening: [[scene.member.personId, expect.any(Number)]],
        [scene.first]: [[scene.other.personId, expect.any(Number)]],
      })
    })
    const people = await owner
      .select()
      .from(minutesContributors)
      .where(eq(minutesContributors.meetingId, scene.meetingId))
    expect(new Set(people.map(({ personId }) => personId))).toEqual(
      new Set([scene.member.personId, scene.other.personId]),
    )
    expect(await text()).toContain("i19")
    expect(await text()).toContain("s19")
  })

  test("stays where it was typed when another makes a decision of the paragraph", async () => {
    const [ilva, samir] = await Promise.all([join(scene.member), join(scene.other)])
    await Promise.all([ilva.opened(), samir.opened()])
    ilva.type("The list stays open")
    await samir.until("it arrives", (me) => me.words() === "The list stays open")
    ilva.type(" for a week")
    const decision = {
      type: "decision" as const,
      attrs: { id: randomUUID() },
      content: line("The list stays open").content as [],
    }
    const sections = { opening: { type: "doc" as const, content: [decision] } }
    writeText(samir.doc, { schema: 1, order: ["opening"], sections })
    const isWhole = ({ doc }: Writer) => plainText(readDocument(doc)).includes("open for a week")
    await Promise.all([ilva, samir].map((writer) => writer.until("it is whole", isWhole)))
    await Promise.all([ilva.saved(), samir.saved()])
    await vi.waitFor(async () =>
      expect((await text()).trim()).toBe("The list stays open for a week"),
    )
    const [row] = await owner
      .select()
      .from(minutesBlocks)
      .where(eq(minutesBlocks.meetingId, scene.meetingId))
    await vi.waitFor(() => expect(row?.words).toBe("The list stays open for a week"))
  })

  test("on one server stays when somebody on another makes a decision of the paragraph", async () => {
    const ilva = await join(scene.member)
    const samir = await join(scene.other, { server: second })
    await Promise.all([ilva.opened(), samir.opened()])
    ilva.type("The list stays open")
    await samir.until("it arrives", (me) => me.words() === "The list stays open")
    const content = line("The list stays open").content as []
    const block = { type: "decision" as const, attrs: { id: randomUUID() }, content }
    ilva.type(" for")
    writeText(samir.doc, {
      schema: 1,
      order: ["opening"],
      sections: { opening: { type: "doc", content: [block] } },
    })
    ilva.type(" a week")
    const isWhole = ({ doc }: Writer) =>
      plainText(readDocument(doc)).trim() === "The list stays open for a week"
    await Promise.all([ilva, samir].map((writer) => writer.until("it is whole", isWhole)))
    await Promise.all([ilva.saved(), samir.saved()])
    expect((await text()).trim()).toBe("The list stays open for a week")
  })

  test("as owners of one action by two at once names both, in the text and in its rows", async () => {
    const ilva = await join(scene.member)
    const samir = await join(scene.other, { server: second })
    await Promise.all([ilva.opened(), samir.opened()])
    const attrs = { id: randomUUID(), owners: [], due: null }
    const content = line("Send the letter").content as []
    writeText(ilva.doc, {
      schema: 1,
      order: ["opening"],
      sections: { opening: { type: "doc", content: [{ type: "action", attrs, content }] } },
    })
    const action = ({ doc }: Writer) => doc.getXmlFragment("opening").get(0) as Y.XmlElement
    await samir.until("it arrives", (me) => String(action(me) ?? "").includes("letter"))
    const owner = (name: string) => [{ personId: null, name }] as never
    action(ilva).setAttribute("owners", owner("Noor Halvorsen"))
    action(samir).setAttribute("owners", owner("Tomas Iyer"))
    const hasBoth = (me: Writer) => JSON.stringify(action(me).getAttribute("owners")).length > 80
    await Promise.all([ilva, samir].map((me) => me.until("both are named", hasBoth)))
    await Promise.all([ilva.saved(), samir.saved()])
    await vi.waitFor(async () => {
      expect(await ownersKept()).toEqual(["Noor Halvorsen", "Tomas Iyer"])
    })
  })

  test("reaches whoever is on another server", async () => {
    const ilva = await join(scene.member)
    const samir = await join(scene.other, { server: second })
    await Promise.all([ilva.opened(), samir.opened()])
    for (let round = 0; round < 10; round++) {
      ilva.type(`a${round} `)
      samir.type(`b${round} `)
    }
    const isAll = (me: Writer) => me.words().includes("a9") && me.words().includes("b9")
    await Promise.all([ilva.until("b9", isAll), samir.until("a9", isAll)])
    await Promise.all([ilva.saved(), samir.saved()])
    expect(ilva.words()).toBe(samir.words())
    const rows = await owner
      .select({ number: minutesUpdates.number })
      .from(minutesUpdates)
      .where(eq(minutesUpdates.meetingId, scene.meetingId))
      .orderBy(minutesUpdates.number)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1))
  })

  test("on two servers that open the minutes together is one document", async () => {
    const [ilva, samir] = await Promise.all([
      join(scene.member),
      join(scene.other, { server: second }),
    ])
    await Promise.all([ilva.opened(), samir.opened()])
    const documents = await owner
      .select()
      .from(minutesDocuments)
      .where(eq(minutesDocuments.meetingId, scene.meetingId))
    expect(documents).toHaveLength(1)
    ilva.type("once")
    await samir.until("it arrives", (me) => me.words().includes("once"))
    expect(samir.words()).toBe("once")
  })
})

describe("who is here", () => {
  test("is known on every server, with the name of the sign-in, until they leave", async () => {
    const ilva = await join(scene.member)
    const samir = await join(scene.other, { server: second })
    await Promise.all([ilva.opened(), samir.opened()])
    const seenBy = (me: Writer, other: Writer) => me.awareness.getStates().get(other.doc.clientID)
    ilva.awareness.setLocalStateField("section", scene.first)
    ilva.awareness.setLocalStateField("user", { id: scene.other.personId, name: "Somebody else" })
    await vi.waitFor(() =>
      expect(seenBy(samir, ilva)).toMatchObject({
        section: scene.first,
        user: { id: scene.member.personId, name: scene.member.name },
      }),
    )
    samir.awareness.setLocalStateField("section", "opening")
    await vi.waitFor(() => expect(seenBy(ilva, samir)).toMatchObject({ section: "opening" }))
    samir.leave()
    await vi.waitFor(() => expect(seenBy(ilva, samir)).toBeUndefined())
  })
})

describe("rows that the database refuses", () => {
  test("keep no word waiting, and come with the next change", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    await owner.execute(sql`
      alter table minutes_blocks add constraint nothing_of_zebras check (words not like '%zebra%')`)
    try {
      const content = line("A zebra crossing is painted").content as []
      const attrs = { id: randomUUID() }
      writeText(ilva.doc, {
        schema: 1,
        order: ["opening"],
        sections: { opening: { type: "doc", content: [{ type: "decision", attrs, content }] } },
      })
      await ilva.saved()
      expect(await text()).toContain("A zebra crossing is painted")
      expect(await rows()).toEqual([])
    } finally {
      await owner.execute(sql`alter table minutes_blocks drop constraint nothing_of_zebras`)
    }
    ilva.type("More.", scene.first)
    await ilva.saved()
    expect((await rows()).map(({ words }) => words)).toEqual(["A zebra crossing is painted"])
  })
})

describe("the line is refused", () => {
  test("without a cookie, and from a foreign origin", async () => {
    const nobody = await join(scene.member, { token: "nothing" })
    const foreign = await join(scene.member, { from: "http://evil.example.org" })
    await expect(nobody.opened(700)).rejects.toThrow("Not within")
    await expect(foreign.opened(700)).rejects.toThrow("Not within")
  })

  test("to another group's member, as if there were nothing", async () => {
    const outsider = await makeActor(owner, { name: "Noor Halvorsen" })
    const writer = await join(outsider)
    await writer.until("refused", (me) => me.refused !== null)
    expect(writer.refused).toBe("notFound")
  })

  test("to whoever loses the role meanwhile, within five seconds", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    await owner
      .update(memberships)
      .set({ until: new Date() })
      .where(eq(memberships.personId, scene.member.personId))
    await ilva.until("closed", (me) => me.refused !== null, 5_000)
    expect(ilva.refused).toBe("notFound")
  })
})
