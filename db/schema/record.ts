import { sql } from "drizzle-orm"
import {
  check,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, createdAt, instant } from "./columns"
import { groups } from "./groups"
import { people } from "./people"
import { reports } from "./reports"

/** What may stand on the ledger. */
export const ledgerKind = pgEnum("ledger_kind", ["report", "document", "compendium", "edition"])

/**
 * The public ledger of a group: one entry for each published version, each sealed over the one before.
 * Written once, in unbroken order; a trigger and the grants refuse everything else.
 */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    /** From 1, without gaps. */
    position: integer("position").notNull(),
    kind: ledgerKind("kind").notNull(),
    /** The published version: a report's, a document version's or a compendium's id. */
    subjectId: uuid("subject_id").notNull(),
    /** Its public address below the group, as it was at that day ("meetings/7/v1"). */
    address: text("address").notNull(),
    /** SHA-256 of its canonical form. */
    sha256: text("sha256").notNull(),
    /** The hash of the entry before; null for the first. */
    previous: text("previous"),
    /** SHA-256 of this entry's own canonical form, `previous` included. */
    hash: text("hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.position] }),
    unique("ledger_entries_subject").on(t.kind, t.subjectId),
    unique("ledger_entries_hash").on(t.hash),
    check("ledger_entries_position", sql`${t.position} > 0`),
    check("ledger_entries_first", sql`(${t.position} = 1) = (${t.previous} is null)`),
    check(
      "ledger_entries_hashes",
      sql`${t.sha256} ~ '^[0-9a-f]{64}$' and ${t.hash} ~ '^[0-9a-f]{64}$' and ${t.previous} ~ '^[0-9a-f]{64}$'`,
    ),
  ],
)

/**
 * The names of a sealed version, beside the record: the record itself holds a commitment to each
 * (a hash over salt and name). Erasing name and salt leaves the ledger verifiable.
 */
export const recordNames = pgTable(
  "record_names",
  {
    kind: ledgerKind("kind").notNull(),
    /** The version: a report's, a document version's, a compendium's or an edition's id. A trigger asks for it. */
    subjectId: uuid("subject_id").notNull(),
    /** How the record calls the person: "p1", "p2" … */
    key: text("key").notNull(),
    /** Who it is, where the portal knows; so that one request finds every report. */
    personId: uuid("person_id").references(() => people.id),
    name: text("name"),
    salt: text("salt"),
    commitment: text("commitment").notNull(),
    erasedAt: instant("erased_at"),
    erasedBy: uuid("erased_by").references(() => people.id),
    /** On what ground; never the name. */
    erasedBecause: text("erased_because"),
    /**
     * Of whoever is nobody of the register: a hash of the name, salted and keyed with the portal's secret,
     * by which a later version of the same text knows the name and leaves it out. Null otherwise.
     */
    erasedMark: text("erased_mark"),
  },
  (t) => [
    primaryKey({ columns: [t.subjectId, t.key] }),
    check("record_names_commitment", sql`${t.commitment} ~ '^[0-9a-f]{64}$'`),
    check(
      "record_names_erased_whole",
      sql`num_nonnulls(${t.name}, ${t.salt}) = case when ${t.erasedAt} is null then 2 else 0 end`,
    ),
    check(
      "record_names_erased_why",
      sql`num_nonnulls(${t.erasedAt}, ${t.erasedBecause}) in (0, 2)`,
    ),
    check(
      "record_names_erased_mark",
      sql`${t.erasedMark} is null or (${t.erasedAt} is not null and ${t.erasedMark} ~ '^[0-9a-f]{16}:[0-9a-f]{64}$')`,
    ),
  ],
)

/** A file that was made of a published version. It can always be made again, so it may be replaced. */
export const reportFiles = pgTable(
  "report_files",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    /** The name's ending: pdf, docx, md, json, txt; or `png` for the picture that is shown with links. */
    format: text("format").notNull(),
    file: bytes("file").notNull(),
    sha256: text("sha256").notNull(),
    madeAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.format] }),
    check("report_files_format", sql`${t.format} in ('pdf', 'docx', 'md', 'json', 'txt', 'png')`),
  ],
)
