import { createHash, randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import postgres from "postgres"
import { draftOf } from "@/lib/imports/draft"
import { readBytes } from "@/lib/imports/read-file"
import { storedReading } from "@/lib/imports/stored"
import { startEmbedded } from "../../db/embedded"
import { type ArrangedConsultation, arrangeConsultation } from "./arrange-consultation"
import { type ArrangedDiscussion, arrangeDiscussion } from "./arrange-discussion"
import { type ArrangedDocument, arrangeDocument } from "./arrange-document"
import { type ArrangedReview, arrangeReview } from "./arrange-review"
import { type ArrangedSheet, arrangeSheet } from "./arrange-sheet"
import { type ArrangedThread, arrangeThread } from "./arrange-thread"
import type { Portal } from "./portal"

export type Insider = {
  /** The cookie header of a new session of whoever has this address. */
  cookieOf(email: string): Promise<string>
  /** The id of a meeting of the sample group, by its number. */
  meetingId(number: number): Promise<string>
  /** The id of the first item on the agenda of a meeting, by the meeting's number. */
  firstItem(number: number): Promise<string>
  /** The id of an override of the published report of a meeting, by the meeting's number. */
  override(number: number): Promise<string>
  /** The id of an error that somebody reported, and confirmed, of the published report of a meeting. */
  errorReport(number: number): Promise<string>
  /** Things of the sample group that forms speak of. */
  subjects(): Promise<
    {
      group: string
      person: string
      other: string
      request: string
      /** The token of the link that was mailed for the request. */
      token: string
      batch: string
      file: string
      /** The mapping of the Roadmap with one of its areas and rows. */
      mapping: string
      /** An activity in its annex. */
      annex: string
      /** Its first edition. */
      edition: string
      area: string
      row: string
      /** A file that is offered as a document, and a document of the group. */
      offered: string
    } & ArrangedDocument &
      ArrangedConsultation &
      ArrangedReview &
      ArrangedDiscussion &
      ArrangedSheet &
      ArrangedThread
  >
  sql: postgres.Sql
  leave(): Promise<void>
}

/** Looks into the database of a portal under test, to arrange what a journey would take long to reach. */
export async function enter(portal: Portal): Promise<Insider> {
  const embedded = await startEmbedded(portal.dataDir)
  const sql = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
  return {
    sql,
    cookieOf: async (email) => {
      const token = randomBytes(32).toString("base64url")
      const hash = createHash("sha256").update(token).digest("hex")
      const rows = await sql`
        insert into sessions (token_hash, account_id, expires_at)
        select ${hash}, id, now() + interval '1 day' from accounts where email = ${email} returning id`
      if (rows.length !== 1) throw new Error(`Nobody has the address ${email}`)
      return `rapporteur=${token}`
    },
    meetingId: async (number) => {
      const [row] = await sql<{ id: string }[]>`select id from meetings where number = ${number}`
      if (!row) throw new Error(`There is no meeting ${number}`)
      return row.id
    },
    firstItem: async (number) => {
      const [row] = await sql<{ id: string }[]>`
        select a.id from agenda_items a join meetings m on m.id = a.meeting_id
        where m.number = ${number} and a.parent_id is null order by a.position limit 1`
      if (!row) throw new Error(`Nothing is on the agenda of meeting ${number}`)
      return row.id
    },
    override: async (number) => {
      const finding = {
        rule: "number-mismatch",
        severity: "error",
        values: { where: "text", other: "12th", chosen: "58", number: 58 },
      }
      const [row] = await sql<{ id: string }[]>`
        insert into report_overrides (report_id, rule, finding, reason, overridden_by)
        select id, 'number-mismatch', ${sql.json(finding)}, 'So it was announced.', published_by
        from reports where number = ${number} and version = 1 returning id`
      if (!row) throw new Error(`No report of meeting ${number} is published`)
      return row.id
    },
    errorReport: async (number) => {
      const [row] = await sql<{ id: string }[]>`
        insert into error_reports
          (group_id, meeting_id, report_id, message, email, submission, token_hash, confirmed_at)
        select group_id, meeting_id, id, 'The date is wrong.', 'reader@example.org',
          gen_random_uuid(), md5(random()::text), now()
        from reports where number = ${number} and version = 1 returning id`
      if (!row) throw new Error(`No report of meeting ${number} is published`)
      return row.id
    },
    subjects: async () => {
      const [group] = await sql<{ id: string }[]>`select id from groups where slug = 'wg-strategy'`
      const people = await sql<{ id: string }[]>`
        select p.id from people p join accounts a on a.person_id = p.id
        where a.email in ('rashid@example.org', 'yumi@example.org') order by p.name`
      const token = randomBytes(32).toString("base64url")
      const [request] = await sql<{ id: string }[]>`
        insert into join_requests (group_id, name, email, purpose, token_hash, confirmed_at)
        values (${group?.id ?? ""}, 'Zoe Example', 'zoe@example.org', 'To help', ${createHash("sha256").update(token).digest("hex")}, now()) returning id`
      const [batch] = await sql<{ id: string }[]>`
        insert into import_batches (group_id) values (${group?.id ?? ""}) returning id`
      const { source, reading, draft } = await sampleReading()
      const [file] = await sql<{ id: string }[]>`
        insert into import_files (batch_id, position, name, state, original, source, read, corrected)
        values (${batch?.id ?? ""}, 0, 'report.txt', 'read', ${Buffer.from(source)}, ${source},
          ${sql.json(reading as never)}, ${sql.json(draft as never)}) returning id`
      const document = { title: "Charter", text: { schema: 1, content: [] } }
      const [offered] = await sql<{ id: string }[]>`
        insert into import_files (batch_id, position, name, state, kind, source, corrected)
        values (${batch?.id ?? ""}, 1, 'charter.txt', 'read', 'document', 'Charter',
          ${sql.json(document)}) returning id`
      const [person, other] = people
      if (!group || !person || !other || !request || !batch || !file || !offered)
        throw new Error("The sample is not whole")
      const rules = await arrangeDocument(sql, group.id, person.id)
      const consultation = await arrangeConsultation(sql, group.id, person.id, rules.documentId)
      const talk = await arrangeThread(sql)
      const discussed = await arrangeDiscussion(sql)
      const brought = await arrangeSheet(sql)
      const [held] = await sql<{ id: string }[]>`select id from meetings where number = 59`
      const mapped = await mappingOfSample(sql)
      const review = await arrangeReview(sql, held?.id ?? "", person.id)
      return {
        group: group.id,
        person: person.id,
        other: other.id,
        request: request.id,
        token,
        batch: batch.id,
        file: file.id,
        offered: offered.id,
        ...rules,
        ...consultation,
        ...talk,
        ...mapped,
        ...discussed,
        ...brought,
        ...review,
      }
    },
    leave: async () => {
      await sql.end()
      await embedded.stop()
    },
  }
}

async function mappingOfSample(sql: postgres.Sql) {
  const [found] = await sql<
    { mapping: string; area: string; row: string; annex: string; edition: string }[]
  >`
    select r.mapping_id as mapping, r.area_id as area, r.id as row,
      (select id from annex_activities where returned_at is null limit 1) as annex,
      (select id from editions e where e.mapping_id = r.mapping_id and e.number = 1) as edition
    from mapping_rows r join mappings m on m.id = r.mapping_id join mandates d on d.id = m.mandate_id
    where d.slug = 'roadmap' and r.number = 1`
  if (!found) throw new Error("The sample has no mapping of the Roadmap")
  return found
}

/** A report as it is kept between being brought in and being saved. */
async function sampleReading() {
  const file = fileURLToPath(new URL("../samples/report.txt", import.meta.url))
  const read = await readBytes(readFileSync(file), "report.txt")
  if ("refused" in read || read.kind !== "report") throw new Error("The sample report was not read")
  const { source, report, findings } = read
  return { source, reading: storedReading(report, findings), draft: draftOf(report, "WG-Strategy") }
}
