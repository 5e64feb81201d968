import { and, eq, exists, inArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { comments } from "@/db/schema/comments"
import { documents } from "@/db/schema/documents"
import { importAnswers, importBatches } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { joinRequests, memberships, secretariat } from "@/db/schema/members"
import { affiliations, people, personAliases } from "@/db/schema/people"
import { recordNames } from "@/db/schema/record"
import { quoteRequests } from "@/db/schema/reviews"
import { roles } from "@/lib/members/model"
import { joinStretches } from "@/lib/members/stretches"
import type { Actor } from "@/lib/platform/actor"
import { foldName } from "../model"
import { moveAttendance, moveOffices } from "./at-meetings"
import { moveDrafts, movePersonal } from "./move-personal"
import { moveResponsible } from "./move-responsible"
import { moveStakeholderGroups } from "./move-stakeholder-groups"
import type { Pair } from "./pair"

type Move = (tx: Transaction, pair: Pair, actor: Actor) => Promise<void>

/** What is done to each place in the database that points at a person. A place without a line fails a test. */
export const moves: Record<string, Move> = {
  "accounts.person_id": async (tx, { kept, merged }) => {
    await tx.update(accounts).set({ personId: kept }).where(eq(accounts.personId, merged))
  },
  "affiliations.person_id": moveAffiliations,
  "attendance.person_id": moveAttendance,
  "comment_drafts.person_id": moveDrafts,
  "comment_mentions.person_id": movePersonal("comment_mentions"),
  "comment_reactions.person_id": movePersonal("comment_reactions"),
  "comments.author_id": async (tx, { kept, merged }) => {
    await tx.update(comments).set({ authorId: kept }).where(eq(comments.authorId, merged))
  },
  "digests.person_id": movePersonal("digests"),
  "documents.responsible_id": async (tx, { kept, merged }) => {
    await tx
      .update(documents)
      .set({ responsibleId: kept })
      .where(eq(documents.responsibleId, merged))
  },
  "former_stakeholder_groups.person_id": moveStakeholderGroups,
  "import_batches.brought_in_by": async (tx, { kept, merged }) => {
    const mine = eq(importBatches.broughtInBy, merged)
    await tx.update(importBatches).set({ broughtInBy: kept }).where(mine)
  },
  "import_answers.person_id": moveAnswers,
  "import_batches.paused_by": async (tx, { kept, merged }) => {
    const mine = eq(importBatches.pausedBy, merged)
    await tx.update(importBatches).set({ pausedBy: kept }).where(mine)
  },
  "join_requests.decided_by": async (tx, { kept, merged }) => {
    await tx.update(joinRequests).set({ decidedBy: kept }).where(eq(joinRequests.decidedBy, merged))
  },
  "mapping_rows.responsible_id": moveResponsible,
  "meeting_answers.person_id": movePersonal("meeting_answers"),
  "meeting_offices.person_id": moveOffices,
  "meetings.cancelled_by": async (tx, { kept, merged }) => {
    await tx.update(meetings).set({ cancelledBy: kept }).where(eq(meetings.cancelledBy, merged))
  },
  "meetings.note_taker_id": async (tx, { kept, merged }) => {
    await tx.update(meetings).set({ noteTakerId: kept }).where(eq(meetings.noteTakerId, merged))
  },
  "memberships.person_id": moveMemberships,
  "notice_choices.person_id": movePersonal("notice_choices"),
  "notices.person_id": movePersonal("notices"),
  // Whoever was merged into the one that goes now leads to the one that stays, in one step.
  "people.merged_into": async (tx, { kept, merged }) => {
    await tx.update(people).set({ mergedInto: kept }).where(eq(people.mergedInto, merged))
  },
  "person_aliases.person_id": moveAliases,
  "person_settings.person_id": movePersonal("person_settings"),
  "quote_requests.person_id": async (tx, { kept, merged }) => {
    await tx.update(quoteRequests).set({ personId: kept }).where(eq(quoteRequests.personId, merged))
  },
  "record_names.person_id": async (tx, { kept, merged }) => {
    await tx.update(recordNames).set({ personId: kept }).where(eq(recordNames.personId, merged))
  },
  "secretariat.person_id": moveSecretariat,
  "thread_mutes.person_id": movePersonal("thread_mutes"),
  "thread_reads.person_id": movePersonal("thread_reads"),
}

/** Written once, or equal to a text: left as it is, it leads to the kept person through `merged_into`. */
export const writtenOnce = [
  "agenda_turns.started_by",
  "annex_activities.returned_by",
  "archive_proposals.dropped_by",
  "archive_proposals.proposed_by",
  "archive_publications.published_by",
  "check_dismissals.dismissed_by",
  "comment_hides.hidden_by",
  "comment_hides.shown_by",
  "comments.applied_by",
  "comments.hidden_by",
  "comments.moderated_by",
  "compendia.published_by",
  "consultation_guests.invited_by",
  "consultation_guests.taken_back_by",
  "consultations.asked_by",
  "corrections.begun_by",
  "corrections.dropped_by",
  "document_contributors.person_id",
  "document_dispatches.entered_by",
  "document_files.added_by",
  "document_publications.published_by",
  "document_revisions.author_id",
  "document_updates.author_id",
  "document_versions.made_by",
  "document_writers.author_id",
  "documents.created_by",
  "earlier_quote_answers.settled_by",
  "editions.frozen_by",
  "error_reports.answered_by",
  "events.actor_id",
  "group_words.added_by",
  "import_answers.answered_by",
  "mapping_changes.author_id",
  "mapping_rows.confirmed_by",
  "mapping_rows.created_by",
  "mapping_rows.retired_by",
  "mapping_rows.scope_by",
  "mapping_sheets.brought_by",
  "mapping_sheets.taken_by",
  "mappings.created_by",
  "minutes_block_owners.person_id",
  "minutes_blocks.person_id",
  "minutes_contributors.person_id",
  "minutes_revision_names.named_by",
  "minutes_revisions.author_id",
  "minutes_updates.author_id",
  "minutes_writers.author_id",
  "missing_documents.filled_by",
  "override_reviews.reviewed_by",
  "publication_proposals.dropped_by",
  "publication_proposals.proposed_by",
  "quote_requests.settled_by",
  "record_names.erased_by",
  "report_overrides.overridden_by",
  "reports.published_by",
  "reviews.ended_by",
  "reviews.opened_by",
  "row_meetings.added_by",
  "row_meetings.removed_by",
  "thread_moves.moved_by",
  "threads.decided_by",
  "worksheets.brought_in_by",
]

async function moveAffiliations(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const rows = await tx
    .select()
    .from(affiliations)
    .where(inArray(affiliations.personId, [kept, merged]))
  const same = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    foldName(`${a.organisation}|${a.capacity}`) === foldName(`${b.organisation}|${b.capacity}`) &&
    a.since === b.since &&
    a.until === b.until
  const own = rows.filter(({ personId }) => personId === kept)
  for (const row of rows.filter(({ personId }) => personId === merged)) {
    if (own.some((each) => same(each, row)))
      await tx.delete(affiliations).where(eq(affiliations.id, row.id))
    else await tx.update(affiliations).set({ personId: kept }).where(eq(affiliations.id, row.id))
  }
}

/** The kept person answers to every name of both. */
async function moveAliases(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const both = await tx
    .select()
    .from(people)
    .where(inArray(people.id, [kept, merged]))
  const nameOf = (id: string) => both.find((person) => person.id === id)?.name ?? ""
  const rows = await tx
    .select()
    .from(personAliases)
    .where(inArray(personAliases.personId, [kept, merged]))
  const aliasesOf = (id: string) =>
    rows.filter(({ personId }) => personId === id).map(({ alias }) => alias)
  const known = new Set([nameOf(kept), ...aliasesOf(kept)].map((name) => name.toLowerCase()))
  const added = [nameOf(merged), ...aliasesOf(merged)].filter((name) => {
    const isNew = !known.has(name.toLowerCase())
    known.add(name.toLowerCase())
    return isNew
  })
  await tx.delete(personAliases).where(eq(personAliases.personId, merged))
  if (added.length > 0)
    await tx.insert(personAliases).values(added.map((alias) => ({ personId: kept, alias })))
}

/** Of two answers about one name in one batch, that about the kept person stands. */
async function moveAnswers(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const other = alias(importAnswers, "other")
  const answered = tx
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.personId, kept),
        eq(other.batchId, importAnswers.batchId),
        sql`lower(${other.name}) = lower(${importAnswers.name})`,
      ),
    )
  const mine = eq(importAnswers.personId, merged)
  await tx.delete(importAnswers).where(and(mine, exists(answered)))
  await tx.update(importAnswers).set({ personId: kept }).where(mine)
}

async function moveMemberships(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const rows = await tx
    .select()
    .from(memberships)
    .where(inArray(memberships.personId, [kept, merged]))
  for (const groupId of new Set(rows.map((row) => row.groupId))) {
    const here = rows.filter((row) => row.groupId === groupId)
    if (here.every(({ personId }) => personId === kept)) continue
    const joined = joinStretches(here, roles)
    const mine = and(
      eq(memberships.groupId, groupId),
      inArray(memberships.personId, [kept, merged]),
    )
    await tx.delete(memberships).where(mine)
    if (joined.length === 0) continue
    await tx.insert(memberships).values(joined.map((one) => ({ ...one, groupId, personId: kept })))
  }
}

async function moveSecretariat(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const mine = inArray(secretariat.personId, [kept, merged])
  const rows = await tx.select().from(secretariat).where(mine)
  if (rows.every(({ personId }) => personId === kept)) return
  const joined = joinStretches(
    rows.map((row) => ({ ...row, role: "secretariat" })),
    ["secretariat"],
  )
  await tx.delete(secretariat).where(mine)
  if (joined.length === 0) return
  await tx
    .insert(secretariat)
    .values(joined.map(({ since, until }) => ({ since, until, personId: kept })))
}
