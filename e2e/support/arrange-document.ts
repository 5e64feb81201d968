import type postgres from "postgres"
import { composeVersion } from "@/lib/documents/compose-version"
import { sha256Of } from "@/lib/record/canonical"

/** What belongs to the document "Rules", by id; `version` is its second, which is not public. */
export type ArrangedDocument = {
  document: string
  documentId: string
  version: string
  dispatch: string
  attachment: string
  missing: string
}

/** A document of a group with two versions, the first of them public, a sending with a file, and a link that leads nowhere. */
export async function arrangeDocument(
  sql: postgres.Sql,
  groupId: string,
  madeBy: string,
): Promise<ArrangedDocument> {
  const one = async (rows: PromiseLike<readonly { id: string }[]>) => {
    const [row] = await rows
    if (!row) throw new Error("A record of the document was not written")
    return row.id
  }
  const text = { schema: 2 as const, content: [] }
  const madeAt = new Date("2026-01-05T12:00:00Z")
  const group = { slug: "wg-strategy", shortName: "WG-Strategy", name: "Strategy" }
  const documentId = await one(sql<{ id: string }[]>`
    insert into documents (group_id, slug, title, revision)
    values (${groupId}, 'rules', 'Rules', 1) returning id`)
  await sql`
    insert into document_revisions (document_id, number, text)
    values (${documentId}, 1, ${sql.json(text as never)})`
  const makeVersion = (number: number, name: string) => {
    const content = composeVersion({
      group,
      document: { slug: "rules", title: "Rules", kind: "other", language: "en" },
      version: { number, name, note: "", madeAt },
      text,
    })
    return one(sql<{ id: string }[]>`
      insert into document_versions
        (document_id, number, name, revision, content, sha256, made_by, made_at)
      values (${documentId}, ${number}, ${name}, 1, ${sql.json(content as never)},
        ${sha256Of(content)}, ${madeBy}, ${madeAt}) returning id`)
  }
  const first = await makeVersion(1, "First")
  const version = await makeVersion(2, "Second")
  await sql`
    insert into document_publications (version_id, published_by, published_at)
    values (${first}, ${madeBy}, ${madeAt})`
  const attachment = await one(sql<{ id: string }[]>`
    insert into document_files (document_id, name, type, file, sha256)
    values (${documentId}, 'rules.txt', 'text/plain', ${Buffer.from("Rules")}, ${"0".repeat(64)})
    returning id`)
  const dispatch = await one(sql<{ id: string }[]>`
    insert into document_dispatches (document_id, kind, party, day, file_id)
    values (${documentId}, 'sent', 'The Secretariat', '2026-01-06', ${attachment}) returning id`)
  const missing = await one(sql<{ id: string }[]>`
    insert into missing_documents (group_id, label, document_id)
    values (${groupId}, 'the annex', ${documentId}) returning id`)
  return { document: "rules", documentId, version, dispatch, attachment, missing }
}
