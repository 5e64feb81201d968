import { beforeEach, describe, expect, it } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { agendaItems, attendance, meetings } from "@/db/schema/meetings"
import { writeMinutes } from "@/e2e/support/write-minutes"
import type { Refusal } from "@/lib/platform/errors"
import { line } from "./arbitrary-text"
import { exchangeMinutes } from "./live/exchange"
import { openMinutes } from "./live/open-minutes"
import { writeText } from "./live/write-document"
import { emptyText, type MinutesText, plainText } from "./model"
import { getCurrentText } from "./queries"
import { savePlainMinutes } from "./save-plain"
import { StaleMinutes } from "./stale"
import { startMinutes } from "./start"

const { app, owner } = await testDatabase()

let groupId: string
let meetingId: string
let item: string
let member: SignedIn
let other: SignedIn

const say = (base: number, sections: Record<string, string>, more = {}) =>
  savePlainMinutes(member, { meetingId, base, locale: "en", sections, ...more })
const current = async () => {
  const found = await getCurrentText(app, meetingId)
  if (!found) throw new Error("There are no minutes")
  return found
}

/** Makes the opening section say some words, as a page that writes live does. */
async function writeLive(words: string) {
  const { doc } = await openMinutes(other, meetingId)
  const known = Y.encodeStateVector(doc)
  writeText(doc, { schema: 1, order: ["opening"], sections: { opening: line(words) } })
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
  await exchangeMinutes(other, {
    ...{ meetingId, schema: 1, seen: -1 },
    state: base64(Y.encodeStateVector(doc)),
    update: base64(Y.encodeStateAsUpdate(doc, known)),
  })
}

beforeEach(async () => {
  groupId = (await makeGroup(owner)).id
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [groupId]: "member" } })
  other = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  const [meeting] = await owner.insert(meetings).values({ groupId, number: 33 }).returning()
  meetingId = meeting?.id ?? ""
  const [row] = await owner
    .insert(agendaItems)
    .values({ meetingId, position: 0, title: "The plan" })
    .returning()
  item = row?.id ?? ""
  await startMinutes(member, { meetingId })
})

describe("savePlainMinutes", () => {
  it("reads what was typed and leaves other sections alone", async () => {
    await say(1, {
      opening: "Opened.",
      [item]: "DECISION: Meet again.\n\nACTION: Write.\nOWNERS: Samir Koskela",
    })
    const { revision, text } = await current()
    expect(revision).toBe(2)
    expect(text.sections[item]?.content).toMatchObject([
      { type: "decision" },
      { type: "action", attrs: { owners: [{ personId: other.personId, name: "Samir Koskela" }] } },
    ])
    await say(2, { opening: "Opened late." })
    expect((await current()).text.sections[item]).toEqual(text.sections[item])
  })

  it("keeps bold words and links of paragraphs that nobody touched", async () => {
    const bold: MinutesText = {
      ...emptyText([{ id: item }]),
      sections: {
        ...emptyText([{ id: item }]).sections,
        opening: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [{ type: "text", text: "Bold", marks: [{ type: "bold" }] }],
            },
          ],
        },
      },
    }
    await writeMinutes(member, meetingId, bold)
    await say(2, { opening: "Bold\r\n\r\nMore" })
    const [first, second] = (await current()).text.sections.opening?.content ?? []
    expect(first).toEqual(bold.sections.opening?.content[0])
    expect(second).toMatchObject({ content: [{ type: "text", text: "More" }] })
  })

  describe("after somebody else saved", () => {
    beforeEach(async () => {
      await savePlainMinutes(other, {
        meetingId,
        base: 1,
        locale: "en",
        sections: { opening: "Theirs." },
      })
    })

    it("changes nothing and carries both texts", async () => {
      const error = await say(1, { opening: "Mine." }).catch((reason: Refusal) => reason)
      expect(error).toBeInstanceOf(StaleMinutes)
      expect(plainText((await current()).text).trim()).toBe("Theirs.")
    })

    it.each([
      ["mine", "Mine."],
      ["theirs", "Theirs."],
      ["both", "Theirs.\nMine."],
    ] as const)("answered with %s keeps %j", async (answer, words) => {
      await say(1, { opening: "Mine." }, { over: "2.0", answer })
      expect(plainText((await current()).text).trim()).toBe(words)
    })

    it("asks again when a third save came between question and answer", async () => {
      await savePlainMinutes(other, {
        meetingId,
        base: 2,
        locale: "en",
        sections: { opening: "Third." },
      })
      const attempt = say(1, { opening: "Mine." }, { over: "2.0", answer: "mine" })
      await expect(attempt).rejects.toBeInstanceOf(StaleMinutes)
      expect(plainText((await current()).text).trim()).toBe("Third.")
    })
  })

  it("asks again when more was written live between question and answer", async () => {
    await writeLive("Theirs.")
    const refused = await say(1, { opening: "Mine." }).catch((reason: unknown) => reason)
    const { stored } = (refused as StaleMinutes).data
    await writeLive("Theirs, and more.")
    const answered = { over: stored.mark, answer: "mine" }
    await expect(say(1, { opening: "Mine." }, answered)).rejects.toMatchObject({
      data: { stored: { text: { sections: { opening: line("Theirs, and more.") } } } },
    })
    expect(plainText((await current()).text).trim()).toBe("Theirs, and more.")
  })

  describe("where two have one name", () => {
    const [kind, name] = ["present" as const, "Ilva Morandini"]
    let namesake: SignedIn
    beforeEach(async () => {
      namesake = await makeActor(owner, { name, roles: { [groupId]: "member" } })
    })

    it("asks at the section which of them is meant, and saves nothing", async () => {
      await expect(
        say(1, { opening: "Opened.", [item]: `STATEMENT: ${name}\nYes.` }),
      ).rejects.toMatchObject({
        code: "invalid",
        values: { name },
        fields: { [`sections.${item}`]: "minutes.namesakes" },
      })
      expect((await current()).revision).toBe(1)
    })

    it("takes the one who is at the meeting, and keeps them when another comes", async () => {
      await owner.insert(attendance).values([
        { meetingId, personId: namesake.personId, kind },
        { meetingId, personId: member.personId, kind: "regrets" },
      ])
      const named = (words: string) => [
        {
          type: "paragraph",
          content: [{ attrs: { personId: namesake.personId, label: name } }, {}],
        },
        { attrs: { personId: namesake.personId, name }, content: line(words).content },
      ]
      await say(1, { [item]: `@${name}: yes\n\nSTATEMENT: ${name}\nYes.` })
      expect((await current()).text.sections[item]?.content).toMatchObject(named("Yes."))
      await owner.update(attendance).set({ kind })
      await say(2, { [item]: `@${name}: no\n\nSTATEMENT: ${name}\nNo.` })
      expect((await current()).text.sections[item]?.content).toMatchObject(named("No."))
    })
  })

  it("is refused to whoever does not work in the group", async () => {
    const stranger = await makeActor(owner)
    await expect(
      savePlainMinutes(stranger, { meetingId, base: 1, locale: "en", sections: {} }),
    ).rejects.toMatchObject({ code: "not_found" })
  })
})
