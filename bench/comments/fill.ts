import { randomUUID } from "node:crypto"
import { connect } from "@/db/client"
import { arrangeDocument } from "@/db/factories/consultations"
import { makeActor, makeGroup } from "@/db/factories/people"
import { makeSession } from "@/db/factories/sessions"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { PART } from "@/lib/documents/live/form"

const sections = 40
const linesPerSection = 6
/** Of the threads one is long, as they are where a text is fought over. */
const longThread = 200

const some =
  "members agreed that work on access in every region should be reported and reviewed".split(" ")
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => some[(from * 5 + place) % some.length]).join(" ")
/** Words that stand in the text once. */
const passage = (section: number, line: number) => `in section ${section} line ${line} says`

export type FilledComments = {
  groupSlug: string
  /** A document of so many comments, and one of the same length without any. */
  full: { id: string; slug: string }
  quiet: { id: string; slug: string }
  threads: number
  cookies: string[]
}

/** Two documents of 40 sections, one with so many comments on its passages and sections, and readers. */
export async function fillComments(
  ownerUrl: string,
  { count, readers }: { count: number; readers: number },
): Promise<FilledComments> {
  const { db, end } = connect(ownerUrl, { max: 2 })
  try {
    const { id: groupId, slug: groupSlug } = await makeGroup(db)
    const people: string[] = []
    const cookies: string[] = []
    for (let place = 0; place < readers; place++) {
      const actor = await makeActor(db, { roles: { [groupId]: "member" } })
      people.push(actor.personId)
      cookies.push(`rapporteur=${await makeSession(db, actor.accountId)}`)
    }
    const ids = Array.from({ length: sections }, () => randomUUID())
    const content = ids.flatMap((id, section) => [
      { type: "heading", attrs: { level: 1, id }, content: line(`Section ${section}`) },
      ...Array.from({ length: linesPerSection }, (_, at) => ({
        type: "paragraph",
        content: line(`${words(section + at, 20)} ${passage(section, at)} ${words(at, 15)}`),
      })),
    ])
    const [full, quiet] = [
      await arrangeDocument(db, { groupId, title: "Full", content }),
      await arrangeDocument(db, { groupId, title: "Quiet", content }),
    ]
    const usual = Math.floor((count - longThread) / 4)
    const begun = Array.from({ length: usual + 1 }, (_, at) => {
      const [section, lineAt] = [at % sections, at % linesPerSection]
      const on = { groupId, documentId: full.id }
      if (at % 4 === 0) return { ...on, about: "text" as const }
      if (at % 4 === 1)
        return { ...on, about: "section" as const, place: ids[section] ?? randomUUID() }
      const around = { quoteBefore: words(section + lineAt, 20), quoteAfter: words(lineAt, 15) }
      return {
        ...{ ...on, about: "passage" as const, place: PART },
        ...{ quote: passage(section, lineAt), ...around },
      }
    })
    const rows = await db.insert(threads).values(begun).returning({ id: threads.id })
    const said = Array.from({ length: count }, (_, at) => ({
      threadId: rows[at < longThread ? 0 : 1 + ((at - longThread) % usual)]?.id ?? "",
      authorId: people[at % people.length] ?? "",
      text: `${at}: ${words(at, 40)}`,
      submission: randomUUID(),
    }))
    for (let from = 0; from < said.length; from += 500)
      await db.insert(comments).values(said.slice(from, from + 500))
    return { groupSlug, full, quiet, threads: rows.length, cookies }
  } finally {
    await end()
  }
}

const line = (text: string) => [{ type: "text", text }]
