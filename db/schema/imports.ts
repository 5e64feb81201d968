import { type SQL, sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant } from "./columns"
import { documents } from "./documents"
import { groups } from "./groups"
import { meetings } from "./meetings"
import { people } from "./people"

/** Files that were brought in together. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id),
    broughtInBy: uuid("brought_in_by").references(() => people.id),
    createdAt: createdAt(),
    pausedAt: instant("paused_at"),
    pausedBy: uuid("paused_by").references(() => people.id),
  },
  (t) => [index("import_batches_group").on(t.groupId, t.createdAt)],
)

/** How many findings of one gravity nobody has answered; `open_findings` is a function of the database. */
const openFindings = (severity: "error" | "warning" | "note") =>
  integer(`open_${severity}s`)
    .notNull()
    .generatedAlwaysAs(
      (): SQL =>
        sql`open_findings(${importFiles.read}, ${importFiles.corrected}, ${sql.raw(`'${severity}'`)})`,
    )

export const importState = pgEnum("import_state", [
  "read",
  "refused",
  "saved",
  "discarded",
  "waiting",
])

/**
 * One file of a batch: its bytes as they came (of one that was refused only where it may be read on a better
 * day), its whole text, what was read
 * in it, what was corrected, what became of it. `kind` is "report" or "document"; a file that waits has not
 * been read yet.
 */
export const importFiles = pgTable(
  "import_files",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => importBatches.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    state: importState("state").notNull(),
    kind: text("kind").notNull().default("report"),
    original: bytes("original"),
    /** What the bytes are: "text", "markdown", "html", "docx", "pdf" or "mail". */
    format: text("format"),
    source: text("source"),
    sourceSha256: text("source_sha256"),
    read: jsonb("read"),
    corrected: jsonb("corrected"),
    refusal: jsonb("refusal"),
    revision: integer("revision").notNull().default(1),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    documentId: uuid("document_id").references(() => documents.id),
    settledAt: instant("settled_at"),
    /** How often reading it failed for no fault of its own. */
    tries: integer("tries").notNull().default(0),
    // What a batch is counted by stands beside the large values, which then need not be read for it.
    draftNumber: integer("draft_number").generatedAlwaysAs(
      (): SQL => sql`(${importFiles.corrected}->>'number')::int`,
    ),
    openErrors: openFindings("error"),
    openWarnings: openFindings("warning"),
    openNotes: openFindings("note"),
    isNotSaved: boolean("is_not_saved")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(${importFiles.read} ? 'notSaved', false)`),
  },
  (t) => [
    uniqueIndex("import_files_place").on(t.batchId, t.position),
    index("import_files_meeting").on(t.meetingId).where(sql`${t.meetingId} is not null`),
    index("import_files_document").on(t.documentId).where(sql`${t.documentId} is not null`),
    index("import_files_hash").on(t.sourceSha256),
    // Open reports by number and in order of time, without reading the draft of each.
    index("import_files_number")
      .on(t.draftNumber)
      .where(sql`${t.state} = 'read' and ${t.kind} = 'report'`),
    index("import_files_held")
      .on(sql`(coalesce(${t.corrected}->>'startsAt', ${t.corrected}->>'day') collate "C")`)
      .where(sql`${t.state} = 'read' and ${t.kind} = 'report'`),
    check("import_files_refused_why", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    check(
      "import_files_saved_where",
      sql`${t.state} <> 'saved' or num_nonnulls(${t.meetingId}, ${t.documentId}) = 1`,
    ),
    check(
      "import_files_refused_whole",
      sql`${t.state} <> 'refused' or ${t.original} is null or ${t.refusal}->>'code' in ('too-slow', 'too-much-memory')`,
    ),
    check("import_files_kind", sql`${t.kind} in ('report', 'document')`),
  ],
)

/**
 * What somebody answered, once for a batch, to "is this the same person?". The one who is the same gets
 * the name as an alias; a name that is somebody else's is not asked about again.
 */
export const importAnswers = pgTable(
  "import_answers",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => importBatches.id),
    /** The name as the files write it. */
    name: text("name").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    answer: text("answer").notNull(),
    answeredBy: uuid("answered_by").references(() => people.id),
    answeredAt: createdAt(),
  },
  (t) => [
    uniqueIndex("import_answers_once").on(t.batchId, sql`lower(${t.name})`, t.personId),
    index("import_answers_person").on(t.personId),
    check("import_answers_answer", sql`${t.answer} in ('same', 'other')`),
  ],
)
