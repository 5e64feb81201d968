import { eq } from "drizzle-orm"
import { createTransport } from "nodemailer"
import { afterAll, afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { inboundMails } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { meetingAnswers } from "@/db/schema/notices"
import { replyAddress } from "@/lib/consultations/reply-address"
import { callInvitation, findCallForMail } from "@/lib/meetings/call-mail"
import { mergePeople } from "@/lib/people/merge"
import { setClock } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { provideEnv, readEnv } from "@/lib/platform/env"
import { fileReply } from "@/lib/replies/file-reply"
import { findUnfiled } from "@/lib/replies/waiting"
import { listenForMail } from "./listener"

const { owner } = await testDatabase()
const domain = "reply.example.org"
provideEnv({ ...readEnv(process.env, null), inbound: { host: "127.0.0.1", port: 0, domain } })
const listener = await listenForMail()
const smtp = createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true })
afterAll(async () => {
  smtp.close()
  await listener.close()
})

let scene: Scene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  setClock(() => new Date("2022-02-20T08:00:00Z"))
})
afterEach(() => setClock(undefined))

/** What the program of somebody who pressed a button sends back, made of the invitation that came. */
async function press(
  status: "ACCEPTED" | "DECLINED" | "TENTATIVE",
  { from = scene.member.email, meetingId = scene.meetingId, method = "REPLY" } = {},
): Promise<string> {
  const { personId, name, email } = scene.member
  const call = await findCallForMail(database(), scene.meetingId)
  const to = replyAddress({ about: { kind: "meeting", id: scene.meetingId }, author: { personId } })
  if (!call || !to) throw new Error("The call cannot be answered")
  const invited = callInvitation(call, "en", { name, email }, to)
  expect(invited.replace(/\r\n[ \t]/g, "").toLowerCase()).toContain(`mailto:${to}`)
  const reply = invited
    .replace(/\r\n[ \t]/g, "")
    .replace(/METHOD:[A-Z]+/, `METHOD:${method}`)
    .replace("PARTSTAT=NEEDS-ACTION", `PARTSTAT=${status}`)
    .replace(scene.meetingId, meetingId)
  await smtp.sendMail({
    from,
    to,
    subject: "Accepted: a call",
    text: "Accepted.",
    // As calendar programs mark it, which keeps other machines from answering.
    headers: { "Auto-Submitted": "auto-generated" },
    icalEvent: { method, content: reply },
  })
  for (const id of await findUnfiled()) await fileReply(id)
  return to
}
const said = async () =>
  (
    await owner.select().from(meetingAnswers).where(eq(meetingAnswers.meetingId, scene.meetingId))
  ).map(({ personId, answer }) => ({ personId, answer }))
const reasons = async (recipient: string) =>
  (await owner.select().from(inboundMails).where(eq(inboundMails.recipient, recipient))).map(
    ({ outcome, reason }) => `${outcome} ${reason}`.trim(),
  )

test("what is pressed in a calendar program is the answer to the call, and the last one counts", async () => {
  await press("TENTATIVE")
  expect(await said()).toEqual([{ personId: scene.member.personId, answer: "perhaps" }])
  const to = await press("ACCEPTED")
  expect(await said()).toEqual([{ personId: scene.member.personId, answer: "coming" }])
  await press("DECLINED")
  expect(await said()).toEqual([{ personId: scene.member.personId, answer: "not-coming" }])
  expect(await reasons(to)).toEqual(["filed", "filed", "filed"])
})

test("an answer from another address, to another call or of another method says nothing, and nobody is written to", async () => {
  await press("ACCEPTED", { from: scene.other.email })
  await press("ACCEPTED", { meetingId: "00000000-0000-4000-8000-000000000000" })
  const to = await press("ACCEPTED", { method: "COUNTER" })
  expect(await said()).toEqual([])
  expect(await reasons(to)).toEqual(["refused wrong-sender", "refused address", "refused address"])
  expect(await owner.select().from(mails).where(eq(mails.to, scene.other.email))).toEqual([])
})

test("an answer that comes after the call was cancelled is refused with the reason", async () => {
  await owner
    .update(meetings)
    .set({ cancelledAt: new Date("2022-02-21T00:00:00Z"), cancelReason: "No." })
    .where(eq(meetings.id, scene.meetingId))
  const to = await press("ACCEPTED")
  expect(await said()).toEqual([])
  expect(await reasons(to)).toEqual(["refused meeting.isCancelled"])
})

test("an answer to an invitation that went out before two people were merged is the kept person's", async () => {
  const desk = await makeActor(owner, { secretariat: true })
  const kept = await makePerson(owner, { name: "Ilva M. Morandini" })
  await mergePeople(desk, { keptId: kept.id, mergedId: scene.member.personId })
  await press("DECLINED", { from: scene.other.email })
  const to = await press("ACCEPTED")
  expect(await said()).toEqual([{ personId: kept.id, answer: "coming" }])
  expect(await reasons(to)).toEqual(["refused wrong-sender", "filed"])
})
