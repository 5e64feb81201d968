import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant } from "./columns"
import { documents, documentVersions } from "./documents"
import { people } from "./people"

/** A file that belongs to a document: what was sent, or the answer that came. */
export const documentFiles = pgTable(
  "document_files",
  {
    id: id(),
    documentId: uuid("document_id")
      .notNull()
      .references(() => documents.id),
    name: text("name").notNull(),
    type: text("type").notNull(),
    file: bytes("file").notNull(),
    sha256: text("sha256").notNull(),
    addedBy: uuid("added_by").references(() => people.id),
    addedAt: createdAt(),
  },
  (t) => [
    index("document_files_of").on(t.documentId),
    check("document_files_name", sql`length(trim(${t.name})) > 0`),
  ],
)

export const dispatchKind = pgEnum("dispatch_kind", ["sent", "answered"])

/** "Sent to … on …" and "answer received on …", with what was said of it and the file. */
export const documentDispatches = pgTable(
  "document_dispatches",
  {
    id: id(),
    documentId: uuid("document_id")
      .notNull()
      .references(() => documents.id),
    kind: dispatchKind("kind").notNull(),
    party: text("party").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    versionId: uuid("version_id").references(() => documentVersions.id),
    /** An answer may say to which sending it belongs. */
    answers: uuid("answers"),
    note: text("note").notNull().default(""),
    fileId: uuid("file_id").references(() => documentFiles.id),
    enteredBy: uuid("entered_by").references(() => people.id),
    enteredAt: createdAt(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    foreignKey({
      name: "document_dispatches_answers",
      columns: [t.answers],
      foreignColumns: [t.id],
    }),
    check("document_dispatches_party", sql`length(trim(${t.party})) > 0`),
    check(
      "document_dispatches_withdrawn",
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`,
    ),
    index("document_dispatches_of").on(t.documentId, t.day),
  ],
)
