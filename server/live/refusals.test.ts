import * as encoding from "lib0/encoding"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { compareWords, keptWords, Room, seeded, Typist } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { change, frame, RawLine } from "@/e2e/support/raw-line"
import { nameOf } from "@/lib/live/channel"
import { maxUpdate } from "@/lib/live/fits"
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

/** A change that a library would make, and what must not come of it. */
function update(edit: (section: Y.XmlFragment) => void, base?: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  const before = Y.encodeStateVector(doc)
  edit(doc.getXmlFragment("opening"))
  return Y.encodeStateAsUpdate(doc, before)
}

function words(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph")
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}

/** Messages that no page sends; `random` decides which, and where one is cut. */
function malformed(random: () => number, name: string): Uint8Array | string {
  const valid = update((section) => section.push([words(secret)]))
  const pending = () => {
    const doc = new Y.Doc()
    const text = new Y.XmlText(secret)
    doc.getXmlFragment("opening").push([text])
    const before = Y.encodeStateVector(doc)
    text.insert(1, secret)
    return change(name, Y.encodeStateAsUpdate(doc, before))
  }
  const cut = valid.slice(0, 1 + Math.floor(random() * (valid.length - 2)))
  const presence = (state: string) =>
    frame(name, 1, (to) => {
      const inner = encoding.createEncoder()
      for (const number of [1, 5, 1]) encoding.writeVarUint(inner, number)
      encoding.writeVarString(inner, state)
      encoding.writeVarUint8Array(to, encoding.toUint8Array(inner))
    })
  const kinds: (() => Uint8Array | string)[] = [
    () => secret,
    () => new TextEncoder().encode(secret),
    () => new Uint8Array(0),
    () => change(secret, valid),
    () => change(nameOf("minutes", secret), valid),
    () => change("constructor", valid),
    () => frame(name, 6, (to) => encoding.writeVarString(to, secret)),
    () => frame(name, 8 + Math.floor(random() * 90)),
    () => change(name, valid, 3),
    () => frame(name, 0, (to) => encoding.writeVarUint(to, 2 ** 40)),
    () =>
      frame(name, 0, (to) => {
        encoding.writeVarUint(to, 2)
        encoding.writeVarUint(to, 2 ** 31)
      }),
    () => change(name, cut),
    pending,
    () =>
      change(
        name,
        update((section) => section.push([new Y.XmlElement(secret)])),
      ),
    () =>
      change(
        name,
        update((section) => section.push([new Y.XmlText(secret)])),
      ),
    () =>
      change(
        name,
        update((section) => section.doc?.getMap(secret).set("a", secret)),
      ),
    () => presence(`{"user": ${secret}}`),
    () => presence(`"${secret}"`),
    () => frame(name, 5, (to) => encoding.writeVarString(to, secret)),
    () => frame(name, 5, (to) => encoding.writeVarString(to, JSON.stringify({ mark: secret }))),
    () => frame(name, 2, (to) => encoding.writeVarString(to, secret.repeat(200))),
  ]
  return kinds[Math.floor(random() * kinds.length)]?.() ?? secret
}

test("10,000 messages that are none close the lines that brought them, and nobody else notices", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000)
  const random = seeded(seed)
  const { meetingId, member, other, first } = scene
  const name = nameOf("minutes", meetingId)
  const [ilva, samir] = await Promise.all([
    room.join(member, server.origin),
    room.join(member, server.origin),
  ])
  await Promise.all([ilva.opened(), samir.opened()])
  const typists = [new Typist(ilva, "i", first), new Typist(samir, "s", first)]
  const cookie = `rapporteur=${await makeSession(owner, other.accountId)}`
  const burst = async () => {
    const line = new RawLine(server.origin, { cookie, origin: server.origin })
    await line.enter(meetingId, Math.floor(random() * 2 ** 31))
    for (let sent = 0; sent < 50; sent++) line.send(malformed(random, name))
    return line.ended
  }
  const bursts = async (times: number) => {
    for (let done = 0; done < times; done += 10) {
      for (const typist of typists) typist.type()
      const ends = await Promise.all(Array.from({ length: 10 }, burst))
      for (const end of ends) expect({ seed, code: end.code }).toEqual({ seed, code: 4403 })
    }
  }
  await bursts(40)
  const before = await server.figures()
  await bursts(160)
  const after = await server.figures()
  expect(after.heapUsed - before.heapUsed).toBeLessThan(8 * 1024 * 1024)
  expect(after.documents).toBe(1)
  expect([ilva.refused, samir.refused, ilva.isOpen, samir.isOpen]).toEqual([null, null, true, true])
  await Promise.all([ilva.saved(), samir.saved()])
  const all = typists.flatMap((typist) => typist.all)
  const kept = await keptWords(app, meetingId)
  expect(kept.filter((word) => /^[is]\d+$/.test(word)).length).toBe(all.length)
  expect({ seed, ...compareWords(kept, all) }).toEqual({ seed, missing: [], twice: [] })
  expect(kept.join(" ")).not.toContain(secret)
  expect(server.said).not.toContain(secret)
}, 300_000)

test.each<[string, (section: Y.XmlFragment) => void]>([
  ["outside the schema", (section) => section.push([new Y.XmlElement("table")])],
  ["of another shape", (section) => section.doc?.getArray("list").push([1])],
])("a single change %s closes the line itself, not only the document", async (_what, edit) => {
  const line = await raw(scene.member)
  await line.enter(scene.meetingId, 78)
  line.send(change(nameOf("minutes", scene.meetingId), update(edit)))
  expect((await line.ended).code).toBe(4403)
})

test.each([
  ["too large", () => maxUpdate + 100_000, { code: 1009, reason: "" }],
  ["larger than a change may be", () => maxUpdate + 1, { code: 4403 }],
])("a message that is %s closes the line", async (_what, size, end) => {
  const line = await raw(scene.member)
  await line.enter(scene.meetingId, 77)
  line.send(change(nameOf("minutes", scene.meetingId), new Uint8Array(size())))
  expect(await line.ended).toMatchObject(end)
})

test("nobody is shown as somebody else, and a flood of presence stops nobody", async () => {
  const { meetingId, member, other } = scene
  const ilva = await room.join(member, server.origin)
  await ilva.opened()
  ilva.awareness.setLocalState({ section: "opening" })
  const line = await raw(other)
  await line.enter(meetingId, 4_242)
  const presence = (client: number, clock: number) =>
    frame(nameOf("minutes", meetingId), 1, (to) => {
      const inner = encoding.createEncoder()
      for (const number of [1, client, clock]) encoding.writeVarUint(inner, number)
      encoding.writeVarString(
        inner,
        JSON.stringify({ user: { id: member.personId, name: secret } }),
      )
      encoding.writeVarUint8Array(to, encoding.toUint8Array(inner))
    })
  for (let clock = 1; clock <= 5_000; clock++) {
    line.send(presence(4_242, clock))
    line.send(presence(ilva.doc.clientID, 1_000_000 + clock))
    line.send(presence(clock, clock))
  }
  const known = () => [...ilva.awareness.getStates().entries()]
  const seen = new Promise<void>((resolve) => {
    ilva.awareness.on("change", () => known().some(([client]) => client === 4_242) && resolve())
  })
  await seen
  ilva.type("still here ")
  await ilva.saved()
  expect(
    known()
      .map(([client]) => client)
      .sort(),
  ).toEqual([4_242, ilva.doc.clientID].sort())
  expect(known().find(([client]) => client === 4_242)?.[1]).toMatchObject({
    user: { id: other.personId, name: other.name },
  })
  line.socket.terminate()
})
