import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { documentRevisions, documents } from "@/db/schema/documents"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { reports } from "@/db/schema/reports"
import { searchTexts } from "@/db/schema/search"
import { threads } from "@/db/schema/threads"
import { endMembership } from "@/lib/members/end"
import { type Actor, publicActor, type Role } from "@/lib/platform/actor"
import { actorOfAccount } from "@/lib/platform/session-actor"
import { rolesOf } from "@/lib/policy/can"
import { policy } from "@/lib/policy/table"
import { fillSearch, indexSources } from "@/lib/reactions/index-search"
import { exampleReport, line } from "@/lib/reports/example"
import { findTexts } from "./find"
import { searchInput } from "./input"
import { type Hit, type SearchKind, searchKinds } from "./model"
import { searchPublished } from "./public-queries"
import { searchDesk } from "./queries"
import { actionToFind, reachOf } from "./reach"

const { owner, app } = await testDatabase()
const { id: groupId, slug } = await makeGroup(owner)
const { id: elsewhere } = await makeGroup(owner)
const [mine, theirs] = [groupId, elsewhere]
const inGroup = (role: "member" | "co-chair", group = mine) =>
  makeActor(owner, { roles: { [group]: role } })
const noteTaker = await inGroup("member")
const responsible = await inGroup("member")
const actors: Record<string, Actor> = {
  public: publicActor,
  guest: { kind: "guest", subjectType: "consultation", subjectId: randomUUID() },
  outsider: await makeActor(owner),
  "a member elsewhere": await inGroup("member", theirs),
  "a co-chair elsewhere": await inGroup("co-chair", theirs),
  member: await inGroup("member"),
  "note-taker": noteTaker,
  responsible,
  "co-chair": await inGroup("co-chair"),
  secretariat: await makeActor(owner, { secretariat: true }),
}

/** Stands in whatever is the group's alone, and in every kind of it. */
const secret = "quenchwort"
/** Stands in what is published. */
const open = "openwort"
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })

/** One comment, in whatever state. */
async function comment(threadId: string, given: Partial<typeof comments.$inferInsert>) {
  await owner.insert(comments).values({
    threadId,
    authorId: noteTaker.personId,
    submission: randomUUID(),
    text: secret,
    ...given,
  })
}

beforeAll(async () => {
  const meeting = await arrangeMeeting(owner, {
    groupId,
    number: 7,
    title: `The ${secret}`,
    startsAt: new Date("2022-03-03T13:00:00Z"),
    noteTakerId: noteTaker.personId,
    joinLink: `https://calls.example.org/${secret}-join`,
  })
  const [item] = await owner
    .insert(agendaItems)
    .values({ meetingId: meeting.id, position: 0, title: `Item ${secret}` })
    .returning()
  const block = (type: string, attrs: object) => ({
    type,
    attrs: { id: randomUUID(), ...attrs },
    content: [paragraph(`${type} ${secret}`)],
  })
  const order = ["opening", item?.id ?? "", "closing"]
  const doc = {
    type: "doc",
    content: [
      paragraph(`Said ${secret}`),
      block("decision", {}),
      block("action", { owners: [], due: null }),
    ],
  }
  const empty = { type: "doc", content: [{ type: "paragraph" }] }
  const text = {
    schema: 1,
    order,
    sections: { opening: empty, [order[1] ?? ""]: doc, closing: empty },
  }
  await owner.insert(minutes).values({ meetingId: meeting.id, revision: 1 })
  await owner.insert(minutesRevisions).values({ meetingId: meeting.id, number: 1, text })
  const shown = await arrangeMeeting(owner, { groupId, number: 33, title: "Shown" })
  const example = exampleReport()
  const content = exampleReport({
    group: { ...example.group, slug },
    meeting: { ...example.meeting, number: 33, title: `Summary ${open}` },
    agenda: example.agenda.slice(0, 1).map((each) => ({ ...each, title: open, children: [] })),
    sections: [
      {
        id: example.agenda[0]?.id ?? "",
        content: [
          line(`Said ${open}`),
          { type: "decision", attrs: { id: "d" }, content: [line(`Decided ${open}`)] },
          {
            type: "action",
            attrs: { id: "a", owners: [], due: null },
            content: [line(`Do ${open}`)],
          },
        ],
      },
    ],
  })
  await owner.insert(reports).values({
    groupId,
    meetingId: shown.id,
    number: 33,
    version: 1,
    content,
    sha256: "0".repeat(64),
    minutesRevision: 1,
    publishedAt: new Date("2022-03-04T00:00:00Z"),
    publishedBy: noteTaker.personId,
  })
  const [document] = await owner
    .insert(documents)
    .values({
      groupId,
      slug: "plan",
      title: `Plan ${secret}`,
      revision: 1,
      responsibleId: responsible.personId,
    })
    .returning()
  const documentId = document?.id ?? ""
  await owner
    .insert(documentRevisions)
    .values({ documentId, number: 1, text: { schema: 1, content: [paragraph(secret)] } })
  const person = await makePerson(owner, { name: `Ada ${secret}` })
  await owner.insert(memberships).values({ groupId, personId: person.id, role: "member" })
  const [thread] = await owner
    .insert(threads)
    .values({ groupId, documentId, about: "text" })
    .returning()
  const threadId = thread?.id ?? ""
  const at = new Date("2022-04-01T00:00:00Z")
  await comment(threadId, {})
  await comment(threadId, { text: "hushwort", withdrawnAt: at })
  await comment(threadId, { text: "hushwort", hiddenAt: at, hiddenReason: "Rude" })
  await comment(threadId, { text: "hushwort", moderation: "waiting" })
  await comment(threadId, { text: "hushwort", moderation: "refused" })
  expect(await fillSearch(() => false)).toBe(false)
  await owner.insert(searchTexts).values({
    ...{ groupId, kind: "mapping-row" as const, reach: "members" as const, source: "row", part: 0 },
    ...{
      href: "/desk",
      title: secret,
      words: secret,
      terms: sql`to_tsvector('simple', ${secret})`,
    },
  })
})

async function hitsOf(actor: Actor, asked: Record<string, string>): Promise<Hit[]> {
  const input = searchInput.parse(asked)
  const { found } =
    actor.kind === "account"
      ? await searchDesk(actor, input, "en")
      : await searchPublished(input, "en")
  return found?.hits ?? []
}
const shownOf = (hits: readonly Hit[]) =>
  hits.flatMap(({ title, passage, href }) => [...title, ...passage, { text: href }])
const isAllowed = (actor: Actor, kind: SearchKind, reach: "public" | "members") => {
  const allowed: readonly Role[] = policy[actionToFind(kind, reach, true)]
  return rolesOf(actor, { groupId }).some((role) => allowed.includes(role))
}

describe.each(Object.entries(actors))("%s", (_, actor) => {
  test.each(searchKinds.filter((kind) => kind !== "report"))(
    "finds what is the group’s of the kind %s exactly when the policy lets them read it",
    async (kind) => {
      const hits = await hitsOf(actor, { q: secret, kind })
      // Anything of another kind would have come from a filter that was not understood.
      const found = hits.filter((hit) => hit.kind === kind).length > 0
      expect(found).toBe(isAllowed(actor, kind, "members"))
    },
  )

  test("is shown nothing that they may not read, in no snippet, by no word, filter or slip", async () => {
    const allowed = searchKinds.some((kind) => isAllowed(actor, kind, "members"))
    for (const asked of [
      { q: secret },
      { q: "quenchwrot" },
      { q: "quenc" },
      { q: `"${secret}"` },
      { q: "decision" },
      { kind: "minutes" },
      { kind: "comment" },
      { kind: "person" },
      { group: slug },
      { year: "2022" },
      { person: "Ada" },
    ] as Record<string, string>[]) {
      const texts = shownOf(await hitsOf(actor, asked)).map(({ text }) => text)
      if (!allowed) expect(texts.join(), JSON.stringify(asked)).not.toMatch(/quench/i)
      expect(texts.join()).not.toMatch(/hushwort|calls\.example/)
    }
    for (const q of ["hushwort", "hushwrot", "husk", `${secret}join`])
      expect(await hitsOf(actor, { q }), q).toEqual([])
  })

  test("finds what is published, each passage of it once", async () => {
    const kinds = (await hitsOf(actor, { q: open })).map(({ kind }) => kind).sort()
    expect(kinds).toEqual(["action", "agenda-item", "decision", "minutes", "report"])
  })
})

test("a comment is found no longer in the very moment in which it is withdrawn, before a job ran", async () => {
  const actor = actors.member ?? publicActor
  expect(await hitsOf(actor, { q: secret, kind: "comment" })).toHaveLength(1)
  await owner.update(comments).set({ withdrawnAt: new Date() }).where(eq(comments.text, secret))
  expect(await hitsOf(actor, { q: secret, kind: "comment" })).toEqual([])
  expect(await hitsOf(actor, { kind: "comment" })).toEqual([])
  await owner.update(comments).set({ withdrawnAt: null }).where(eq(comments.text, secret))
})

test("nobody but the secretariat finds the register, and finds each person in it once", async () => {
  const person = async (actor: Actor | undefined, more = {}) =>
    (await hitsOf(actor ?? publicActor, { q: `Ada ${secret}`, kind: "person", ...more })).map(
      ({ href }) => href.replace(/[0-9a-f-]{36}/, "…"),
    )
  expect(await person(actors.member)).toEqual([`/desk/${slug}/members/…`])
  expect(await person(actors.secretariat)).toEqual(["/desk/people/…"])
  expect(await person(actors.secretariat, { group: slug })).toEqual([`/desk/${slug}/members/…`])
  const single = await makePerson(owner, { name: "Zed Loneworth" })
  await indexSources([`person:${single.id}`])
  for (const [name, actor] of Object.entries(actors))
    expect(await hitsOf(actor, { q: "Loneworth" }), name).toHaveLength(
      name === "secretariat" ? 1 : 0,
    )
})

test("what is for co-chairs is theirs alone", async () => {
  await owner
    .update(searchTexts)
    .set({ reach: "co-chairs" })
    .where(eq(searchTexts.kind, "mapping-row"))
  for (const [name, actor] of Object.entries(actors))
    expect(await hitsOf(actor, { q: secret, kind: "mapping-row" }), name).toHaveLength(
      ["co-chair", "secretariat"].includes(name) ? 1 : 0,
    )
})

test("a passage that is published as it stands in the work is found once by members, and by everyone", async () => {
  const [row] = await owner.select().from(meetings).where(eq(meetings.number, 33))
  await owner.insert(minutes).values({ meetingId: row?.id ?? "", revision: 1 })
  const doc = { type: "doc", content: [paragraph("Twice said twinwort.")] }
  const empty = { type: "doc", content: [{ type: "paragraph" }] }
  await owner.insert(minutesRevisions).values({
    meetingId: row?.id ?? "",
    number: 1,
    text: { schema: 1, order: ["opening", "closing"], sections: { opening: doc, closing: empty } },
  })
  const example = exampleReport()
  const meeting = { ...example.meeting, number: 33 }
  const sections = [{ id: "opening", content: [line("Twice said twinwort.")] }]
  await owner.insert(reports).values({
    ...{ groupId, meetingId: row?.id ?? "", number: 33, version: 2, sha256: "0".repeat(64) },
    content: exampleReport({ group: { ...example.group, slug }, meeting, sections }),
    minutesRevision: 1,
    publishedAt: new Date("2022-03-05T00:00:00Z"),
    publishedBy: noteTaker.personId,
  })
  await indexSources([`meeting:${row?.id}`])
  for (const [name, actor] of Object.entries(actors)) {
    const hrefs = (await hitsOf(actor, { q: "twinwort" })).map(({ href }) => href)
    const inside = ["member", "note-taker", "responsible", "co-chair", "secretariat"].includes(name)
    expect(hrefs, name).toEqual([
      inside ? `/desk/${slug}/meetings/33/minutes#s-opening` : `/${slug}/meetings/33#i0p1`,
    ])
  }
  // The words of the version before are found no longer.
  expect(await hitsOf(publicActor, { q: open })).toEqual([])
})

test("somebody without a role in any group reaches what is published, and no more", async () => {
  const found = await findTexts(
    app,
    reachOf({ kind: "system", command: "test" }),
    searchInput.parse({ q: secret }),
    "en",
  )
  expect(found?.total).toBe(0)
})

test("somebody who leaves a group finds nothing of it from that instant on, and what is public still", async () => {
  const leaving = await inGroup("member")
  const search = async (asked: Record<string, string>) => {
    // As a request does: whoever asks is looked up again for each.
    const actor = (await actorOfAccount(leaving.accountId)) ?? publicActor
    return hitsOf(actor, asked)
  }
  const questions: Record<string, string>[] = [
    { q: secret },
    { q: "quenchwrot" },
    { q: `"${secret}"` },
    { group: slug },
    { kind: "comment" },
    { year: "2022" },
  ]
  const ofGroup = async () => {
    const found = await Promise.all(questions.map(search))
    return shownOf(found.flat()).filter(({ text }) => /quench/i.test(text)).length
  }
  const open = async () =>
    (await search({ q: "twinwort" })).map(({ href }) => href.split("/").slice(1, 3).join("/"))
  expect(await ofGroup()).toBeGreaterThan(0)
  expect(await open()).toEqual([`desk/${slug}`])
  const chair = await inGroup("co-chair")
  await endMembership(chair, { groupId, personId: leaving.personId })
  expect(await ofGroup()).toBe(0)
  expect(await open()).toEqual([`${slug}/meetings`])
})
