import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Finding } from "@/lib/check/model"
import { makeMeeting } from "@/lib/meetings/make-meeting"
import type { Attendee, Office } from "@/lib/meetings/model"
import { writeAgenda } from "@/lib/meetings/write-agenda"
import { writeAttendance } from "@/lib/meetings/write-attendance"
import { beginMinutes } from "@/lib/minutes/write-revision"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { ImportDraft } from "./draft"
import type { settleImportInput } from "./input"
import { keepLeft } from "./keep-left"
import { keepPlaceholders } from "./keep-placeholders"
import { checkOpen, lockFileInGroup } from "./lock"
import { seatNamesakes } from "./namesakes"
import { peopleOfDraft } from "./people"
import { withSecrets } from "./secrets-apart"
import { draftIn, readingIn } from "./stored"

/**
 * Saves the draft of a file as a meeting with agenda, attendance and the first revision of its minutes:
 * all of it or nothing. People are found in the register or added, as `peopleOfDraft` says. Refuses a
 * number that another meeting bears or bore. What was left as it is stays left in the minutes, and a link
 * without an address stays open there. A draft may lack number and start; publishing refuses it.
 * One with a day and no hour is refused at the field `time`: a meeting has no place for a day alone.
 */
export async function saveImport(
  actor: Actor,
  { fileId, revision }: z.output<typeof settleImportInput>,
): Promise<{ slug: string; batchId: string; meetingId: string }> {
  return transaction(async (tx) => {
    const file = await lockFileInGroup(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    checkOpen(file, revision)
    if (file.kind !== "report") throw new Refusal("invalid", "imports.noMeeting")
    const read = draftIn(file)
    if (read.day !== null && read.startsAt === null)
      throw new Refusal("invalid", "fields", { day: read.day }, { time: "imports.dayAlone" })
    const source = file.source ?? ""
    const findings = withSecrets(readingIn(file).findings, read, source)
    const draft = keepPlaceholders(read, { findings, source })
    const meetingId = await writeMeeting(tx, draft, { actor, ...file, findings })
    await keepLeft(tx, { draft, findings }, { groupId: file.groupId, meetingId, actor })
    await tx
      .update(importFiles)
      .set({ state: "saved", meetingId, settledAt: now(), revision: revision + 1 })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "import.saved",
      actor,
      groupId: file.groupId,
      subject: { type: "meeting", id: meetingId },
      data: { file: file.name, number: draft.number },
    })
    return { slug: file.slug, batchId: file.batchId, meetingId }
  })
}

async function writeMeeting(
  tx: Transaction,
  draft: ImportDraft,
  {
    findings,
    ...by
  }: { actor: Actor; groupId: string; batchId: string; findings: readonly Finding[] },
): Promise<string> {
  const { actor, groupId } = by
  const idOf = await peopleOfDraft(tx, draft, by)
  const offices = (["chair", "host", "moderator"] as const).flatMap((kind) =>
    draft[`${kind}s`].map(
      (name): Office => ({ personId: idOf(name), kind, capacity: capacityOf(draft, name) }),
    ),
  )
  const { id } = await makeMeeting(tx, {
    groupId,
    number: draft.number,
    printedNumbers: draft.printed,
    title: draft.title,
    startsAt: draft.startsAt ? new Date(draft.startsAt) : null,
    zone: draft.zone,
    minutes: draft.minutes,
    place: draft.place,
    noteTakerId: draft.noteTaker ? idOf(draft.noteTaker) || null : null,
    participantList: draft.list,
    nextMeetingText: draft.nextMeeting,
    fromArchive: true,
    offices,
  })
  await writeAgenda(
    tx,
    id,
    draft.agenda.map(({ printed: _, ...row }) => row),
  )
  const seats = await seatNamesakes(tx, { draft, findings }, idOf, by)
  const attendees = (["present", "regrets", "written"] as const).flatMap((kind) =>
    draft[kind].map(({ name, capacity }, at): Attendee => {
      const seated = kind === "present" ? seats.get(at) : undefined
      return { personId: seated ?? idOf(name), kind, capacity }
    }),
  )
  if (attendees.length > 0) await writeAttendance(tx, id, attendees)
  await beginMinutes(tx, { meetingId: id, text: draft.text, authorId: personOf(actor) })
  return id
}

/** The capacity under which somebody stands in the list of the same report. */
function capacityOf({ present, capacities }: ImportDraft, name: string): string {
  return (
    capacities[name] ??
    present.find((person) => person.name === name || person.aliases.includes(name))?.capacity ??
    ""
  )
}
