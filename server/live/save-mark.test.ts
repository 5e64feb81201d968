import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { LiveWriting } from "@/app/[locale]/desk/[group]/live/live-writing"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { minutesDocuments } from "@/db/schema/live-minutes"
import { socketOf } from "@/e2e/support/live-client"
import { Room } from "@/e2e/support/live-people"
import { LiveProcess } from "@/e2e/support/live-process"
import { nameOf } from "@/lib/live/channel"
import { TEXT_SCHEMA } from "@/lib/minutes/model"
import { startMinutes } from "@/lib/minutes/start"

const { owner, appUrl } = await testDatabase()

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

/** The minutes as a page has them, without a page. */
async function page(): Promise<LiveWriting> {
  const { origin } = server
  const cookie = `rapporteur=${await makeSession(owner, scene.member.accountId)}`
  return new LiveWriting({
    ...{
      origin,
      schema: TEXT_SCHEMA,
      name: nameOf("minutes", scene.meetingId),
      deviceKey: "none",
      locale: "en",
    },
    exchangeHref: `${origin}/nowhere`,
    socket: socketOf({ origin, cookie }),
  })
}

function typeIn({ doc }: LiveWriting, words: string): void {
  const paragraph = new Y.XmlElement("paragraph")
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment("opening").push([paragraph])
}

test("a page says nothing is saved before the commit of what was typed last", async () => {
  const live = await page()
  const kind = () => live.view().save.kind
  await vi.waitFor(() => expect(kind()).toBe("saved"), { timeout: 10_000 })
  const samir = await room.join(scene.other, server.origin)
  await samir.opened()
  const said: string[] = []
  live.subscribe(() => said.push(kind()))

  await owner.transaction(async (tx) => {
    // Nothing of these minutes can be committed while this stands.
    const { meetingId } = minutesDocuments
    await tx.select().from(minutesDocuments).where(eq(meetingId, scene.meetingId)).for("update")
    typeIn(live, "Hello")
    await samir.until("it arrives", (me) => me.words().includes("Hello"))
    // What the server had to say before this has arrived as well.
    samir.type(" there")
    await vi.waitFor(() => expect(String(live.doc.getXmlFragment("opening"))).toContain("there"))
    expect(said).not.toContain("saved")
    expect(kind()).toBe("saving")
  })
  await vi.waitFor(() => expect(kind()).toBe("saved"), { timeout: 10_000 })
  live.close()
})
