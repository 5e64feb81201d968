import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { connect } from "node:net"
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm"
import { createTransport } from "nodemailer"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { commentDrafts, comments } from "@/db/schema/comments"
import { consultationGuests, consultationTexts, inboundMails } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { threads } from "@/db/schema/threads"
import { headerOf, Mailbox } from "@/e2e/support/mailbox"
import { countAttempt } from "@/lib/accounts/limit"
import { beginThread } from "@/lib/comments/begin-thread"
import { composeCompendium } from "@/lib/compendia/compose"
import { confirmGuest } from "@/lib/consultations/confirm-guest"
import { guestOfLink, renewLink } from "@/lib/consultations/guest-link"
import { confirmGuestInput } from "@/lib/consultations/input"
import { commentsPer } from "@/lib/consultations/model"
import { findConsultation } from "@/lib/consultations/queries"
import { type ReplyTo, replyAddress } from "@/lib/consultations/reply-address"
import { worksheetRows } from "@/lib/consultations/worksheet/rows"
import { mergePeople } from "@/lib/people/merge"
import { longestName } from "@/lib/people/model"
import { setClock } from "@/lib/platform/clock"
import { connection, transaction } from "@/lib/platform/database"
import { env, provideEnv, readEnv } from "@/lib/platform/env"
import { writeMails } from "@/lib/platform/mail"
import { callGuests } from "@/lib/reactions/call-guests"
import { closeMail } from "@/lib/reactions/hand-over"
import { sendMail } from "@/lib/reactions/send-mail"
import { fileReply } from "@/lib/replies/file-reply"
import { mostMailsAnHour } from "@/lib/replies/take-in-mail"
import { countTry } from "@/lib/replies/tries"
import { findUnfiled } from "@/lib/replies/waiting"
import { largestMail, listenForMail } from "./listener"

const { owner } = await testDatabase()
const domain = "reply.example.org"
provideEnv({ ...readEnv(process.env, null), inbound: { host: "127.0.0.1", port: 0, domain } })
const listener = await listenForMail()
const smtp = createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true })
afterAll(async () => {
  smtp.close()
  await listener.close()
})

type Scene = Awaited<ReturnType<typeof arrange>>
let scene: Scene
beforeEach(async () => {
  scene = await arrange()
})

type Facts = Partial<Parameters<typeof arrangeConsultation>[1]>
async function arrange(facts: Facts = {}) {
  const groupId = (await makeGroup(owner)).id
  const member = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  const document = await arrangeDocument(owner, { groupId, parts })
  const asked = { groupId, askedBy: member.personId, documentId: document.id }
  const opensAt = new Date("2022-03-01T00:00:00Z")
  const consultation = await arrangeConsultation(owner, { ...asked, opensAt, ...facts })
  const invitedBy = facts.audience === "anyone" ? null : member.personId
  const guest = await arrangeGuest(owner, { consultationId: consultation.id, invitedBy })
  const about = { kind: "consultation", id: consultation.id } as const
  const addressOf = (author: ReplyTo["author"]) => replyAddress({ about, author }) ?? ""
  return {
    ...{ groupId, document, consultation, member, guest },
    toMember: addressOf({ personId: member.personId }),
    toGuest: addressOf({ guestId: guest.id }),
  }
}

const quote = "\n\nOn Tue, 3 Mar 2026 at 14:02, Rapporteur wrote:\n> Please comment.\n"

/** Sends a mail over the wire and files all that came, as the worker does. */
async function answer(
  given: { from: string; to: string; text?: string } & Parameters<typeof smtp.sendMail>[0],
) {
  const envelope = { from: given.from, to: [given.to] }
  await smtp.sendMail({
    envelope,
    text: `The gauges are missing.${quote}`,
    subject: "Re",
    ...given,
  })
  await fileAll()
}
async function fileAll() {
  for (const id of await findUnfiled()) await fileReply(id)
}
const tried = (id: string) => transaction((tx) => countTry(tx, id))
const settled = async (recipient: string) =>
  owner.select().from(inboundMails).where(eq(inboundMails.recipient, recipient))
const filed = () =>
  owner.select().from(comments).where(eq(comments.consultationId, scene.consultation.id))
const lettersTo = async (email: string) =>
  (await owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)).map(
    ({ subject, text }) => ({
      subject,
      text,
    }),
  )

describe("a mailed answer", () => {
  test("of a member is filed on the text as their comment, without the quote, and said nothing about", async () => {
    const { member, toMember, document, consultation } = scene
    await answer({ from: `"S. Koskela" <${member.email.toUpperCase()}>`, to: toMember })
    const [comment, ...more] = await filed()
    expect(more).toEqual([])
    expect(comment).toMatchObject({
      authorId: member.personId,
      text: "The gauges are missing.",
      way: "mail",
      late: false,
      moderation: "admitted",
    })
    const [thread] = await owner
      .select()
      .from(threads)
      .where(eq(threads.id, comment?.threadId ?? ""))
    expect(thread).toMatchObject({ documentId: document.id, consultationId: consultation.id })
    const [mail] = await settled(toMember)
    expect(mail).toMatchObject({ outcome: "filed", commentId: comment?.id, raw: null })
    expect(await lettersTo(member.email)).toEqual([])
  })

  test("of a guest is theirs, and shows that the address is", async () => {
    const { guest, toGuest } = scene
    await answer({ from: guest.email, to: toGuest })
    expect(await filed()).toMatchObject([{ guestId: guest.id, moderation: "admitted" }])
    const [seat] = await owner
      .select()
      .from(consultationGuests)
      .where(eq(consultationGuests.id, guest.id))
    expect(seat?.confirmedAt).toBeInstanceOf(Date)
  })

  test("of a guest who never said a name stands under that of the mail, until they say otherwise", async () => {
    const email = `${randomUUID().slice(0, 8)}@example.org`
    const of = { consultationId: scene.consultation.id, invitedBy: scene.member.personId }
    const guest = await arrangeGuest(owner, { ...of, email, name: "" })
    await owner.transaction((tx) => renewLink(tx, guest))
    const about = { kind: "consultation", id: of.consultationId } as const
    const to = replyAddress({ about, author: { guestId: guest.id } }) ?? ""
    const from = `"  Yusuf \u202e  Aydin${"n".repeat(400)} " <${email}>`
    const envelope = { from: email, to: [to] }
    await answer({ from, to, envelope })
    const name = `Yusuf Aydin${"n".repeat(400)}`.slice(0, longestName)
    const by = async () => {
      const found = await findConsultation(owner, of.consultationId)
      if (!found) throw new Error("The consultation is gone")
      const rows = await worksheetRows(owner, of.consultationId)
      const decided = rows.map((row) => ({ ...row, disposition: "noted" as const }))
      const version = { version: 1, publishedAt: new Date() }
      const { entries } = composeCompendium(found, [], decided, version)
      return entries.flatMap(({ comments: said }) => said.map((each) => each.by))
    }
    expect(await by()).toEqual([{ name, organisation: "", stakeholderGroup: null, named: true }])
    const trail = await owner.select().from(events).where(eq(events.groupId, scene.groupId))
    expect(trail.filter((event) => event.name === "consultation.confirmed")).toMatchObject([
      { data: { guest: name } },
    ])
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.text).toContain(`under the name “${name}”`)
    const token = /take-part\?token=([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? ""
    const facts = { name: "Yusuf Aydin", stakeholderGroup: "private-sector", unnamed: "on" }
    await confirmGuest(await guestOfLink(token), confirmGuestInput.parse({ token, ...facts }))
    await answer({ from, to, envelope, text: "And the buoys." })
    const unnamed = { named: false, stakeholderGroup: "private-sector" }
    expect(await by()).toEqual([unnamed, unnamed])
    expect(await lettersTo(email)).toHaveLength(1)
  })

  test("waits for a co-chair where anybody may comment", async () => {
    scene = await arrange({ audience: "anyone" })
    await answer({ from: scene.guest.email, to: scene.toGuest })
    expect(await filed()).toMatchObject([{ moderation: "waiting" }])
  })

  test("in a thread on a row of the mapping becomes an answer there", async () => {
    const { member, groupId } = scene
    const { rowId } = await makeMapping(owner, groupId)
    const { threadId } = await transaction((tx) =>
      beginThread(tx, {
        ...{ groupId, about: "text", place: null, text: { kind: "row", rowId } },
        author: { personId: member.personId },
        comment: { text: "Who does this?", submission: randomUUID(), way: "portal" },
      }),
    )
    const about = { kind: "thread", id: threadId } as const
    const to = replyAddress({ about, author: { personId: member.personId } }) ?? ""
    await answer({ from: member.email, to })
    const said = await owner.select().from(comments).where(eq(comments.threadId, threadId))
    expect(said).toMatchObject([
      { way: "portal" },
      { text: "The gauges are missing.", way: "mail" },
    ])
  })

  test("in a thread becomes an answer there", async () => {
    const { member, toMember } = scene
    await answer({ from: member.email, to: toMember })
    const [first] = await filed()
    const about = { kind: "thread", id: first?.threadId ?? "" } as const
    const to = replyAddress({ about, author: { personId: member.personId } }) ?? ""
    await answer({ from: member.email, to, text: "And the buoys." })
    const said = await owner.select().from(comments).where(eq(comments.threadId, about.id))
    expect(said.map(({ text }) => text).sort()).toEqual([
      "And the buoys.",
      "The gauges are missing.",
    ])
  })

  test("stands on the text that its address is for, and on the first when it is for the whole", async () => {
    const { groupId, consultation, document, guest, toGuest } = scene
    const parts = [{ id: randomUUID(), heading: "Buoys", words: "They are painted." }]
    const second = await arrangeDocument(owner, { groupId, title: "Buoys & <b>lights</b>", parts })
    await owner
      .insert(consultationTexts)
      .values({ consultationId: consultation.id, position: 1, documentId: second.id, revision: 1 })
    await callGuests(consultation.id, "opening")
    const [letter] = await owner.select().from(mails).where(eq(mails.to, guest.email))
    expect(letter?.replyTo).toBe(toGuest)
    expect(letter?.text).toContain("An answer to this mail stands on the first, “Charter”.")
    const listed = [...(letter?.text ?? "").matchAll(/^(.+)\n {2}mailto:(\S+)$/gm)]
    expect(listed.map(([, name]) => name)).toEqual(["Charter", "Buoys & <b>lights</b>"])
    const [toFirst = "", toSecond = ""] = listed.map(([, , address]) => address)
    const from = guest.email
    await answer({ from, to: toSecond, text: `To the second.${quote}` })
    await answer({ from, to: toFirst, text: `To the first.${quote}` })
    await answer({ from, to: letter?.replyTo ?? "", text: `To the mail.${quote}` })
    const rows = await owner
      .select({ text: comments.text, documentId: threads.documentId })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .where(eq(comments.consultationId, consultation.id))
      .orderBy(comments.seq)
    expect(rows).toEqual([
      { text: "To the second.", documentId: second.id },
      { text: "To the first.", documentId: document.id },
      { text: "To the mail.", documentId: document.id },
    ])
  })

  test("to an address of a person who became another one, twice, is the kept person's, from their address alone", async () => {
    const { member, toMember } = scene
    const desk = await makeActor(owner, { secretariat: true })
    const then = await makePerson(owner, { name: "Samir M. Koskela" })
    const now = await makePerson(owner, { name: "Samir Matti Koskela" })
    await mergePeople(desk, { keptId: then.id, mergedId: member.personId })
    await mergePeople(desk, { keptId: now.id, mergedId: then.id })
    await answer({ from: "stranger@example.org", to: toMember })
    await answer({ from: member.email, to: toMember })
    expect(await filed()).toMatchObject([{ authorId: now.id, text: "The gauges are missing." }])
    const reasons = (await settled(toMember)).map(({ outcome, reason }) => `${outcome} ${reason}`)
    expect(reasons.sort()).toEqual(["filed ", "refused wrong-sender"])
  })

  test("of HTML alone is filed as light markup", async () => {
    const html = "<p>Add <b>these</b>:</p><ul><li>gauges</li></ul><script>alert(1)</script>"
    const { member, toMember } = scene
    await answer({ from: member.email, to: toMember, text: "", html })
    expect(await filed()).toMatchObject([{ text: "Add **these**:\n\n- gauges" }])
  })

  test("with signs that no database keeps is filed or kept without them", async () => {
    const { member, toMember } = scene
    const raw = (id: string, words: string) =>
      [
        `From: "Samir\0 Koskela" <${member.email}>`,
        `Message-ID: <${id}\0@example.org>`,
        "Content-Type: text/plain; charset=utf-8",
        "",
        words,
      ].join("\r\n")
    const envelope = { from: member.email, to: [toMember] }
    await smtp.sendMail({ envelope, raw: raw("in-time", "Add\0 the gauges.\n\nAnd the buoys.") })
    await fileAll()
    expect(await filed()).toMatchObject([{ text: "Add the gauges.\n\nAnd the buoys." }])
    scene = await arrange({ closesAt: new Date("2022-03-10T00:00:00Z") })
    await smtp.sendMail({
      envelope: { from: scene.member.email, to: [scene.toMember] },
      raw: raw("late", "Too\0 late.").replace(member.email, scene.member.email),
    })
    await fileAll()
    const kept = await owner
      .select()
      .from(commentDrafts)
      .where(eq(commentDrafts.personId, scene.member.personId))
    expect(kept).toMatchObject([{ text: "Too late." }])
  })

  test("that comes twice, or that is filed twice, is one comment", async () => {
    const { member, toMember } = scene
    const mail = { from: member.email, to: toMember, messageId: "<once@example.org>" }
    await answer(mail)
    await answer(mail)
    const [{ id } = { id: "" }] = await settled(toMember)
    await fileReply(id)
    expect(await filed()).toHaveLength(1)
    expect(await settled(toMember)).toHaveLength(1)
  })

  test("in which a server ended three times is given up unread, and its author is told", async () => {
    const { member, toMember } = scene
    const envelope = { from: member.email, to: [toMember] }
    await smtp.sendMail({ envelope, from: member.email, to: toMember, text: "Add the gauges." })
    const [{ id, raw } = { id: "", raw: null }] = await settled(toMember)
    expect(raw).not.toBeNull()
    for (let end = 0; end < 3; end++) expect(await tried(id)).toBe(end + 1)
    await fileAll()
    expect(await filed()).toEqual([])
    expect(await settled(toMember)).toMatchObject([
      { id, outcome: "refused", reason: "damaged", raw },
    ])
    expect(await lettersTo(member.email)).toHaveLength(1)
    expect(await tried(id)).toBeNull()
  })

  test("for which the database failed, as often as it did, is filed when it works", async () => {
    const { member, toMember } = scene
    const envelope = { from: member.email, to: [toMember] }
    await smtp.sendMail({ envelope, from: member.email, to: toMember, text: "Add the gauges." })
    await owner.execute(sql`alter table threads rename to threads_away`)
    for (let failed = 0; failed < 4; failed++) await expect(fileAll()).rejects.toThrow()
    await owner.execute(sql`alter table threads_away rename to threads`)
    await fileAll()
    expect(await filed()).toMatchObject([{ text: "Add the gauges." }])
  })

  test("with a file is filed, and its author is told that the file was not taken", async () => {
    const attachments = [{ filename: "gauges.pdf", content: "%PDF-1.4" }]
    const { member, toMember } = scene
    await answer({ from: member.email, to: toMember, attachments })
    expect(await filed()).toHaveLength(1)
    const [letter] = await lettersTo(member.email)
    expect(letter?.subject).toBe("Your comment was filed without its files: The charter")
    expect(letter?.text).toContain("hold words alone: gauges.pdf.")
  })
})

describe("an answer above an old mail whose lines are not marked", () => {
  const head = [
    "From: Rapporteur <rapporteur@example.org>",
    "Sent: Tuesday, March 3, 2026 2:02 PM",
    "To: Somebody",
    "Subject: The charter",
  ]
  /** The letter that a guest got, as a program broke its lines anew and wrote its links. */
  async function oldMail(email: string): Promise<{ old: string[]; inReplyTo: string }> {
    await callGuests(scene.consultation.id, "opening")
    const [letter] = await owner.select().from(mails).where(eq(mails.to, email))
    if (!letter) throw new Error("Nobody was called")
    const links = letter.text.replace(/https?:\/\/\S+/g, (link) => `${link}<${link}>`)
    const old = links.replace(/(.{30,50}) /g, "$1\n").split("\n")
    return { old, inReplyTo: letter.messageId }
  }
  const letters = async (email: string) => (await lettersTo(email)).slice(1)
  const from = (lines: readonly string[]) => lines.join("\r\n")

  test("is filed, and nothing said about it, when the rest is a mail of ours", async () => {
    const { guest, toGuest } = scene
    const { old, inReplyTo } = await oldMail(guest.email)
    const text = from(["The gauges are missing.", "", ...head, "", ...old])
    await answer({ from: guest.email, to: toGuest, text, inReplyTo })
    expect(await filed()).toMatchObject([{ text: "The gauges are missing." }])
    expect(await letters(guest.email)).toEqual([])
  })

  test("is filed, and its author is told of the lines in it that are none of ours", async () => {
    const { guest, toGuest } = scene
    const { old, inReplyTo } = await oldMail(guest.email)
    const mine = ["Yes.", "The second list lacks the tide gauges of the north."]
    const mixed = [...old.slice(0, 3), mine[0] ?? "", ...old.slice(3), mine[1] ?? ""]
    const text = from(["See below.", "", ...head, "", ...mixed])
    await answer({ from: guest.email, to: toGuest, text, inReplyTo })
    expect(await filed()).toMatchObject([{ text: "See below." }])
    const [letter, ...more] = await letters(guest.email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe("Your comment was filed: The charter")
    expect(letter?.text).toContain(`were left out`)
    expect([...(letter?.text ?? "").matchAll(/^> (.+)$/gm)].map(([, line]) => line)).toEqual(mine)
  })

  test("is filed, and nothing said about it, when that mail is not kept any more", async () => {
    const { guest, toGuest } = scene
    const { old, inReplyTo } = await oldMail(guest.email)
    await owner.delete(mails).where(eq(mails.messageId, inReplyTo))
    const text = from(["The gauges are missing.", "", ...head, "", ...old])
    await answer({ from: guest.email, to: toGuest, text, inReplyTo })
    await answer({ from: guest.email, to: toGuest, text })
    expect(await filed()).toHaveLength(2)
    expect(await lettersTo(guest.email)).toEqual([])
  })

  test("is compared with letters to its author alone, whatever it says it answers", async () => {
    const { guest, toGuest, member, toMember } = scene
    const { old, inReplyTo } = await oldMail(guest.email)
    const mine = "The second list lacks the tide gauges of the north."
    const text = from(["See below.", "", ...head, "", ...old, mine])
    await answer({ from: member.email, to: toMember, text, inReplyTo })
    expect(await lettersTo(member.email)).toEqual([])
    await answer({ from: guest.email, to: toGuest, text, inReplyTo })
    expect(await letters(guest.email)).toHaveLength(1)
  })

  test("is not filed without words above it; the letter holds those below", async () => {
    const { member, toMember } = scene
    const text = from([...head, "", "Please comment.", "The gauges are missing."])
    await answer({ from: member.email, to: toMember, text })
    await answer({ from: "stranger@example.org", to: toMember, text })
    expect(await filed()).toEqual([])
    const [own, strange] = await lettersTo(member.email)
    expect(own?.text).toContain("held no words of yours")
    expect(own?.text).toContain("> The gauges are missing.")
    expect(strange?.text).not.toContain("gauges")
  })
})

describe("an answer with lines below its closing", () => {
  test("is filed without them, and its author told of those that may be words, of the same ones once", async () => {
    const { member, toMember } = scene
    const say = async (...below: string[]) => {
      const text = ["The gauges are missing.", "", "Regards,", ...below].join("\r\n")
      await answer({ from: `"Samir Koskela" <${member.email}>`, to: toMember, text })
      return (await lettersTo(member.email)).map(({ text: letter }) =>
        [...letter.matchAll(/^> (.+)$/gm)].map(([, line]) => line),
      )
    }
    expect(await say("Samir", "+49 40 555 0100")).toEqual([])
    const office = ["Harbour Office", "Delete Annex Two"]
    expect(await say("Samir", ...office)).toEqual([office])
    expect(await say("Samir", ...office)).toEqual([office])
    expect(await say("Samir", "Second Pier")).toEqual([office, ["Second Pier"]])
    const [letter] = await lettersTo(member.email)
    expect(letter?.subject).toBe("Your comment was filed: The charter")
    expect((await filed()).map(({ text }) => text)).toEqual(
      Array.from({ length: 4 }, () => "The gauges are missing."),
    )
  })

  test("is told of them once more after a month, and they are no excuse to leave others out", async () => {
    const { member, toMember } = scene
    const say = async (...lines: string[]) => {
      await answer({ from: member.email, to: toMember, text: lines.join("\r\n") })
      return (await lettersTo(member.email)).length
    }
    const first = ["The gauges are missing.", "Regards,", "Delete Annex Two"]
    // What a letter gave back as words that were not filed is not what it said was left out.
    expect(await say("Delete Annex Two", "a".repeat(10_001))).toBe(1)
    expect(await say(...first)).toBe(2)
    expect(await say(...first)).toBe(2)
    await owner
      .update(mails)
      .set({ createdAt: new Date(Date.now() - 31 * 86_400_000) })
      .where(eq(mails.to, member.email))
    expect(await say(...first)).toBe(3)
  })
})

describe("an answer that comes too late", () => {
  const closesAt = new Date("2022-03-10T00:00:00Z")

  test("is kept for its author, who is told with their words, and not filed", async () => {
    scene = await arrange({ closesAt })
    const { member, toMember } = scene
    await answer({ from: member.email, to: toMember })
    expect(await filed()).toEqual([])
    const kept = await owner
      .select()
      .from(commentDrafts)
      .where(eq(commentDrafts.personId, member.personId))
    expect(kept).toMatchObject([
      { text: "The gauges are missing.", keptBecause: "consultation.keptIsClosed" },
    ])
    const [letter] = await lettersTo(member.email)
    expect(letter?.text).toContain("after the consultation closed")
    expect(letter?.text).toContain("> The gauges are missing.")
    expect(letter?.text).toContain(`/consultations/${scene.consultation.slug}`)
  })

  test("or before the opening, or after a cancellation, is kept as well, and the letter says which", async () => {
    const far = { opensAt: new Date("2100-01-01"), closesAt: new Date("2100-02-01") }
    const over = { cancelledAt: new Date("2022-03-02"), cancelReason: "Asked twice" }
    for (const [facts, words] of [
      [far, "before the consultation opened"],
      [over, "The consultation was cancelled"],
    ] as const) {
      scene = await arrange(facts)
      await answer({ from: scene.member.email, to: scene.toMember })
      expect(await settled(scene.toMember)).toMatchObject([{ outcome: "kept" }])
      const [letter] = await lettersTo(scene.member.email)
      expect(letter?.text).toContain(words)
    }
  })

  test("is filed as a late one where the co-chairs allow that", async () => {
    scene = await arrange({ closesAt, lateUntil: new Date(Date.now() + 86_400_000) })
    await answer({ from: scene.member.email, to: scene.toMember })
    expect(await filed()).toMatchObject([{ late: true }])
  })

  test("is in time when it arrived in time, however long the filing takes", async () => {
    scene = await arrange({ closesAt })
    const { member, toMember } = scene
    await smtp.sendMail({ from: member.email, to: toMember, text: "In time" })
    await owner
      .update(inboundMails)
      .set({ receivedAt: new Date(closesAt.getTime() - 1) })
      .where(eq(inboundMails.recipient, toMember))
    await fileAll()
    expect(await filed()).toMatchObject([{ text: "In time", late: false }])
  })
})

describe("a mail that is not what it seems", () => {
  test("from somebody else than its address was made for is not filed; only that one is told", async () => {
    const { member, toMember } = scene
    await answer({ from: "stranger@example.org", to: toMember })
    expect(await filed()).toEqual([])
    expect(await settled(toMember)).toMatchObject([{ outcome: "refused", reason: "wrong-sender" }])
    expect(await lettersTo("stranger@example.org")).toEqual([])
    const [letter] = await lettersTo(member.email)
    expect(letter?.text).toContain("from another address than this one")
    expect(letter?.text).not.toContain("gauges")
  })

  test("is told of once a day for each address and reason, however often it comes", async () => {
    const { member, toMember, consultation, guest } = scene
    const about = { kind: "consultation", id: consultation.id } as const
    const other = { kind: "thread", id: randomUUID() } as const
    const toOther = replyAddress({ about: other, author: { personId: member.personId } }) ?? ""
    const told = async () => (await lettersTo(member.email)).map(({ text }) => text.split("\n")[2])
    const came = { from: "stranger@example.org", to: toMember }
    const unreadable = { ...came, text: "", html: `<p>${"a".repeat(1_000_001)}</p>` }
    for (let sent = 0; sent < 3; sent++) {
      await answer(came)
      await answer(unreadable)
    }
    expect(await told()).toHaveLength(2)
    expect(new Set(await told()).size).toBe(2)
    // An address that is for nothing any more tells nobody; that of somebody else has its own letter.
    await answer({ ...came, to: toOther })
    const toGuest = replyAddress({ about, author: { guestId: guest.id } }) ?? ""
    await answer({ ...came, to: toGuest })
    expect(await told()).toHaveLength(2)
    expect(await lettersTo(guest.email)).toHaveLength(1)
    setClock(() => new Date(Date.now() + 86_400_000 + 60_000))
    await answer(came)
    setClock(undefined)
    expect(await told()).toHaveLength(3)
    expect((await settled(toMember)).map(({ reason }) => reason).sort()).toEqual([
      ...["damaged", "damaged", "damaged"],
      ...["wrong-sender", "wrong-sender", "wrong-sender", "wrong-sender"],
    ])
  })

  test("is told of each time to its owner, whatever strangers sent before", async () => {
    const { member, toMember } = scene
    const unreadable = { to: toMember, text: "", html: `<p>${"a".repeat(1_000_001)}</p>` }
    await answer({ ...unreadable, from: "stranger@example.org" })
    expect(await lettersTo(member.email)).toHaveLength(1)
    await answer({ ...unreadable, from: member.email })
    await answer({ ...unreadable, from: member.email })
    expect(await lettersTo(member.email)).toHaveLength(3)
    await answer({ ...unreadable, from: "stranger@example.org" })
    expect(await lettersTo(member.email)).toHaveLength(3)
  })

  test("of somebody who sends too many is not filed, and says when to send it again", async () => {
    const { member, toMember } = scene
    for (let n = 0; n < commentsPer; n++)
      await transaction((tx) => countAttempt(tx, "reply", member.personId, commentsPer))
    await answer({ from: member.email, to: toMember })
    expect(await filed()).toEqual([])
    expect(await settled(toMember)).toMatchObject([{ outcome: "refused", reason: "too-many" }])
    const [letter] = await lettersTo(member.email)
    expect(letter?.text).toContain("Wait a quarter of an hour and send it again.")
    expect(letter?.text).toContain("> The gauges are missing.")
  })

  test("of somebody who left the group is not filed", async () => {
    const { member, toMember, groupId } = scene
    await owner
      .update(memberships)
      .set({ until: new Date() })
      .where(eq(memberships.groupId, groupId))
    await answer({ from: member.email, to: toMember })
    expect(await filed()).toEqual([])
    expect(await settled(toMember)).toMatchObject([{ reason: "may-not" }])
  })

  test("without words of its own, or with far too many, is not filed and says so", async () => {
    const { member, toMember } = scene
    await answer({ from: member.email, to: toMember, text: quote })
    await answer({ from: member.email, to: toMember, text: "Words. ".repeat(30_000) })
    expect(await filed()).toEqual([])
    const reasons = (await settled(toMember)).map(({ reason }) => reason)
    expect(reasons.sort()).toEqual(["no-words", "too-long"])
    expect(await lettersTo(member.email)).toHaveLength(2)
  })

  test.each([
    ["automatic", { headers: { "Auto-Submitted": "auto-replied" } }],
    ["list", { headers: { "List-Id": "<harbour.example.org>" } }],
    ["loop", { headers: { "X-Loop": "here" } }],
    ["bounce", { envelope: { from: "", to: [] as string[] } }],
  ])("that a machine wrote (%s) is neither filed nor answered", async (reason, more) => {
    const { member, toMember } = scene
    const envelope = { from: "", to: [toMember] }
    await answer({
      from: member.email,
      to: toMember,
      ...more,
      ...("envelope" in more && { envelope }),
    })
    expect(await filed()).toEqual([])
    expect(await settled(toMember)).toMatchObject([{ outcome: "refused", reason, raw: null }])
    expect(await lettersTo(member.email)).toEqual([])
  })

  test("as a bounce to the sender of its envelope says which mail of ours failed, and no other", async () => {
    const mailbox = new Mailbox()
    const configured = env()
    provideEnv({ ...configured, smtpUrl: await mailbox.open(), logLevel: "silent" })
    try {
      const letter = { subject: "Call", text: "…" }
      const [gone = "", there = ""] = await transaction((tx) =>
        writeMails(tx, [
          { ...letter, to: "gone@example.org" },
          { ...letter, to: "there@example.org" },
        ]),
      )
      await sendMail(gone)
      await sendMail(there)
      const [ours, other] = [
        await mailbox.take("gone@example.org"),
        await mailbox.take("there@example.org"),
      ]
      expect(headerOf(ours.source, "From")).toBe(configured.mailFrom)
      expect(ours.from).toMatch(/^return-[0-9a-f-]{49}@reply\.example\.org$/)
      const failed = async () => {
        await fileAll()
        const rows = await owner
          .select({ id: mails.id, said: mails.lastError })
          .from(mails)
          .where(and(inArray(mails.id, [gone, there]), isNotNull(mails.failedAt)))
        return rows
      }
      const back = (to: string, sender: string, of = ours, action = "failed") =>
        smtp.sendMail({
          envelope: { from: sender, to: [to] },
          raw: notice(headerOf(of.source, "Message-ID"), action),
        })
      // Whoever holds a reply address, or knows a Message-ID, fails nobody's mail.
      await back(scene.toMember, "")
      await back(ours.from, "", ours, "delayed")
      await smtp.sendMail({ from: "away@example.org", to: ours.from, text: "I am away." })
      expect(await failed()).toEqual([])
      const forged = ours.from.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@"))
      await expect(back(forged, "")).rejects.toMatchObject({ responseCode: 550 })
      await back(ours.from.toUpperCase(), "", other)
      expect(await failed()).toEqual([{ id: gone, said: "the address sent it back" }])
      await back(other.from, "postmaster@example.org", other)
      expect(await failed()).toHaveLength(2)
      expect(await filed()).toEqual([])
      // A letter that came back holds links that are good for whoever reads them.
      const kept = await owner.select().from(inboundMails).where(isNotNull(inboundMails.raw))
      expect(kept.filter(({ recipient }) => /^return-/i.test(recipient))).toEqual([])
    } finally {
      closeMail()
      await mailbox.close()
      provideEnv(configured)
    }
  })
})

/** What a server sends back of a mail that it could not deliver (RFC 3464). */
function notice(messageId: string, action: string): string {
  const type = 'multipart/report; report-type=delivery-status; boundary="b"'
  const status = `Final-Recipient: rfc822; gone@example.org\r\nAction: ${action}\r\nStatus: 5.1.1`
  return [
    `From: MAILER-DAEMON@example.org\r\nMessage-ID: <${randomUUID()}@example.org>\r\nContent-Type: ${type}`,
    `--b\r\nContent-Type: message/delivery-status\r\n\r\n${status}`,
    `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\n--b--`,
  ].join("\r\n\r\n")
}

describe("over the wire", () => {
  const refusedWith = (mail: Parameters<typeof smtp.sendMail>[0]) =>
    smtp.sendMail(mail).then(
      () => "taken",
      (error: { responseCode?: number; response?: string }) => error.response ?? String(error),
    )

  test("an address that we did not sign does not exist, and nothing is passed on", async () => {
    const { member, toMember } = scene
    const forged = `${toMember.startsWith("a") ? "b" : "a"}${toMember.slice(1)}`
    for (const to of [forged, `a@${domain}`, "somebody@elsewhere.example.org"])
      expect(await refusedWith({ from: member.email, to, text: "Hello" })).toMatch(/^550 5\.1\.1/)
    expect(await findUnfiled()).toEqual([])
  })

  test("a mail that is too large is refused, whether it says so before or not", async () => {
    const { member, toMember } = scene
    const text = "a\n".repeat(largestMail / 2 + 10)
    expect(await refusedWith({ from: member.email, to: toMember, text })).toMatch(/^552/)
    const socket = connect(listener.port, "127.0.0.1")
    const heard: string[] = []
    socket.on("data", (chunk) => heard.push(String(chunk)))
    const say = async (line: string) => {
      socket.write(`${line}\r\n`)
      await once(socket, "data")
    }
    await once(socket, "data")
    await say("EHLO example.org")
    await say(`MAIL FROM:<${member.email}>`)
    await say(`RCPT TO:<${toMember}>`)
    await say("DATA")
    await say(`Subject: Large\r\n\r\n${"a\r\n".repeat(largestMail / 3 + 10)}.`)
    socket.destroy()
    expect(heard.at(-1)).toMatch(/^552 5\.3\.4/)
    expect(await settled(toMember)).toEqual([])
  })

  test("an address that takes in far too many mails puts the next off, and loses none of the others", async () => {
    const { member, toMember } = scene
    const mail = { from: member.email, to: toMember, headers: { "Auto-Submitted": "auto-replied" } }
    for (let sent = 0; sent < mostMailsAnHour; sent++)
      expect(await refusedWith({ ...mail, text: `Away, ${sent}` })).toBe("taken")
    expect(await refusedWith({ ...mail, text: "Away" })).toMatch(/^450 4\.7\.1/)
    expect(await settled(toMember)).toHaveLength(mostMailsAnHour)
    await fileAll()
  })

  test("mails of strangers to an address put off their next, and never its owner's", async () => {
    const { member, toMember, toGuest, guest } = scene
    const mail = { from: "stranger@example.org", to: toMember }
    for (let sent = 0; sent < mostMailsAnHour; sent++)
      expect(await refusedWith({ ...mail, text: `Away, ${sent}` })).toBe("taken")
    expect(await refusedWith({ ...mail, text: "Away" })).toMatch(/^450 4\.7\.1/)
    // Whichever server handed it on: whom the mail itself names as its sender counts.
    const envelope = { from: "forwarder@example.org", to: [toMember] }
    const own = { from: `"S. Koskela" <${member.email}>`, to: toMember, envelope }
    expect(await refusedWith({ ...own, text: "The gauges are missing." })).toBe("taken")
    // To two at once: what can be kept is kept, and the mail asked for again.
    const both = { from: guest.email, to: [toMember, toGuest], text: "And the tables." }
    expect(await refusedWith(both)).toMatch(/^450 4\.7\.1/)
    expect(await settled(toMember)).toHaveLength(mostMailsAnHour + 1)
    expect(await settled(toGuest)).toHaveLength(1)
    await fileAll()
    expect((await filed()).map(({ text }) => text).sort()).toEqual([
      ...["And the tables.", "The gauges are missing."],
    ])
  })

  test("an address that takes nobody's mail any more is put off before the mail is read", async () => {
    const { member, toMember } = scene
    const stage = (from: string) =>
      smtp.sendMail({ from, to: toMember, text: "Away" }).then(
        () => "taken",
        ({ responseCode, command }: { responseCode?: number; command?: string }) => [
          responseCode,
          command,
        ],
      )
    const came = (byOwner: boolean) =>
      Array.from({ length: mostMailsAnHour }, () => ({
        ...{ messageId: randomUUID(), recipient: toMember, byOwner, outcome: "refused" as const },
        ...{ receivedAt: new Date(), settledAt: new Date() },
      }))
    await owner.insert(inboundMails).values(came(false))
    expect(await stage("stranger@example.org")).toEqual([450, "DATA"])
    expect(await stage(member.email)).toBe("taken")
    await owner.insert(inboundMails).values(came(true))
    expect(await stage(member.email)).toEqual([450, "RCPT TO"])
    await fileAll()
  })

  test("a mail is asked for again while the database does not keep it, and kept whole before it is taken", async () => {
    const { member, toMember } = scene
    const { sql } = connection()
    await owner.execute("alter table inbound_mails rename to inbound_mails_away")
    try {
      expect(await refusedWith({ from: member.email, to: toMember, text: "Hello" })).toMatch(/^451/)
    } finally {
      await owner.execute("alter table inbound_mails_away rename to inbound_mails")
    }
    expect(await refusedWith({ from: member.email, to: toMember, text: "Hello" })).toBe("taken")
    const [row] = await settled(toMember)
    expect(Buffer.from(row?.raw ?? []).toString()).toMatch(/^Return-Path: <[^>]+>\r\n[\s\S]*Hello/)
    const [job] =
      await sql`select data from pgboss.job where name = 'inbound' and data->>'mailId' = ${row?.id ?? ""}`
    expect(job).toBeDefined()
    await fileAll()
  })
})
