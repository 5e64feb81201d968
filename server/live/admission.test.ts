import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { accounts, sessions } from "@/db/schema/accounts"
import { keptWords, Room } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { change, RawLine } from "@/e2e/support/raw-line"
import { nameOf } from "@/lib/live/channel"
import { exchangeMinutes } from "@/lib/minutes/live/exchange"
import { TEXT_SCHEMA } from "@/lib/minutes/model"
import { startMinutes } from "@/lib/minutes/start"

const { app, owner, appUrl } = await testDatabase()
/** Stands in everything that is refused, and must never stand in the log. */
const secret = "zebra-crossing"

let server: LiveProcess
let scene: Scene
let room: Room
beforeAll(async () => {
  server = await LiveProcess.start(appUrl)
})
afterAll(() => server.stop())
beforeEach(async () => {
  scene = await arrangeScene(owner)
  await startMinutes(scene.member, { meetingId: scene.meetingId })
  room = new Room(owner, scene.meetingId)
  return () => room.empty()
})

async function raw(who: { accountId: string } | null, headers: Record<string, string> = {}) {
  const cookie = who ? `rapporteur=${await makeSession(owner, who.accountId)}` : ""
  return new RawLine(server.origin, { cookie, origin: server.origin, ...headers })
}

function words(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph")
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}

describe("a line is refused", () => {
  const enter = async (line: RawLine, meetingId: string) => {
    await line.enter(meetingId, 9).catch(() => undefined)
    return line.ended
  }

  test("without a cookie, with one of an ended session, of a disabled account, from elsewhere", async () => {
    const expired = await makeSession(owner, scene.member.accountId)
    await owner.update(sessions).set({ expiresAt: new Date("2020-01-01T00:00:00Z") })
    const disabled = await makeActor(owner, { roles: { [scene.groupId]: "member" } })
    await owner
      .update(accounts)
      .set({ disabledAt: new Date() })
      .where(eq(accounts.id, disabled.accountId))
    const lines = await Promise.all([
      raw(null),
      raw(null, { cookie: `rapporteur=${expired}` }),
      raw(disabled),
      raw(scene.member, { origin: "https://elsewhere.example.org" }),
    ])
    const ends = await Promise.all(lines.map((line) => line.ended))
    expect(ends.map(({ status }) => status)).toEqual([401, 401, 401, 403])
  })

  test("to minutes of another group, of no meeting, and such as were not started", async () => {
    const outsider = await makeActor(owner, { name: "Noor Halvorsen" })
    const startsAt = new Date("2022-04-07T13:00:00Z")
    const { id } = await arrangeMeeting(owner, { groupId: scene.groupId, number: 34, startsAt })
    const refused = async (who: { accountId: string }, meetingId: string) => {
      const writer = await new Room(owner, meetingId).join(who, server.origin)
      await writer.until("refused", (me) => me.refused !== null)
      writer.leave()
      return writer.refused
    }
    expect(await refused(outsider, scene.meetingId)).toBe("notFound")
    expect(await refused(scene.member, randomUUID())).toBe("notFound")
    expect(await refused(scene.member, id)).toBe("notFound")
    expect((await enter(await raw(scene.member), id)).code).toBe(4403)
    expect((await server.figures()).documents).toBe(0)
  })

  test("to a page that knows another form of the text, which is told so", async () => {
    const line = await raw(scene.member)
    const told = line.hears((bytes) => Buffer.from(bytes).includes("schema"))
    await expect(line.enter(scene.meetingId, 7, TEXT_SCHEMA + 1)).rejects.toThrow("Closed instead")
    await told
    expect((await line.ended).code).toBe(4403)
    const { meetingId, member } = scene
    const given = { meetingId, schema: TEXT_SCHEMA + 1, state: "AA==", seen: -1, update: null }
    await expect(exchangeMinutes(member, given)).rejects.toMatchObject({ key: "minutes.schema" })
  })

  test("to a name that is none", async () => {
    const line = await raw(scene.member)
    expect(await enter(line, "../../etc/passwd")).toEqual({ code: 4403, reason: "broken" })
  })

  test.each(["session", "account"] as const)("within 5 s when the %s ends", async (what) => {
    const writer = await room.join(scene.member, server.origin)
    await writer.opened()
    if (what === "session") await owner.delete(sessions)
    else {
      const { accountId } = scene.member
      await owner.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, accountId))
    }
    await writer.until("closed", (me) => me.refused !== null, 5_000)
    expect(writer.refused).toBe("signedOut")
  })
})

test("who writes on while the server is slow to let them in is let in at the first try", async () => {
  const { meetingId, member } = scene
  const name = nameOf("minutes", meetingId)
  const line = await raw(member)
  await line.opened()
  const entered = await owner.transaction(async (tx) => {
    await tx.execute(sql`lock table meetings`)
    const entering = line.enter(meetingId, 57)
    entering.catch(() => undefined)
    await vi.waitFor(async () => {
      const [waits] = await tx.execute(sql`select 1 from pg_locks where not granted`)
      expect(waits).toBeDefined()
    })
    // Somebody who writes fast for several seconds: each key is a change, a caret and a question.
    const unseen = Y.encodeStateAsUpdate(new Y.Doc())
    for (let sent = 0; sent < 300; sent++) line.send(change(name, unseen))
    const heard = once(line.socket, "pong")
    line.socket.ping()
    await Promise.race([heard, line.ended])
    return { entering }
  })
  await entered.entering
  line.socket.terminate()
})

describe("words under the number of somebody else's device", () => {
  const forged = (doc: Y.Doc, client: number) => {
    const mine = new Y.Doc()
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
    mine.clientID = client
    const before = Y.encodeStateVector(mine)
    mine.getXmlFragment("opening").push([words(secret)])
    return Y.encodeStateAsUpdate(mine, before)
  }

  test("are refused while that person writes, whose own words stay", async () => {
    const { meetingId, member, other } = scene
    const ilva = await room.join(member, server.origin)
    await ilva.opened()
    ilva.type("before ")
    await ilva.saved()
    const line = await raw(other)
    await line.enter(meetingId, 55)
    line.send(change(nameOf("minutes", meetingId), forged(ilva.doc, ilva.doc.clientID)))
    expect(await line.ended).toMatchObject({ code: 4403 })
    const claim = await raw(other)
    await expect(claim.enter(meetingId, ilva.doc.clientID)).rejects.toThrow("Closed instead")
    ilva.type("after")
    await ilva.saved()
    expect(await keptWords(app, meetingId)).toEqual(["before", "after"])
  })

  test("are taken from whoever brings them when that person is gone", async () => {
    const { meetingId, member, other } = scene
    const ilva = await room.join(member, server.origin)
    await ilva.opened()
    room.empty()
    const line = await raw(other)
    await line.enter(meetingId, 56)
    const samir = await room.join(member, server.origin)
    await samir.opened()
    line.send(change(nameOf("minutes", meetingId), forged(samir.doc, ilva.doc.clientID)))
    await samir.until("it arrives", (me) => me.words().includes(secret))
    samir.type(" and more")
    await samir.saved()
    expect((await keptWords(app, meetingId)).join(" ")).toContain(secret)
    line.socket.terminate()
  })
})
