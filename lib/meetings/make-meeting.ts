import type { Transaction } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import type { Office, ParticipantList } from "./model"
import { claimNumber, lockNumbers } from "./number"
import { writeOffices } from "./write-offices"

/** A meeting before it is written. A draft from a file may lack number and start. */
export type NewMeeting = {
  groupId: string
  number: number | null
  startsAt: Date | null
  /** IANA name of the zone in which the start was given. */
  zone?: string
  printedNumbers?: readonly string[]
  title?: string
  /** Length in minutes. */
  minutes?: number | null
  place?: string
  joinLink?: string | null
  participantList?: ParticipantList
  noteTakerId?: string | null
  /** Read from a file: never announced, public with its report or not at all. */
  fromArchive?: boolean
  nextMeetingText?: string
  offices?: readonly Office[]
}

/**
 * Step: writes a new meeting with its offices. Does not authorize and records no event. Holds the
 * group's numbers until the transaction ends; a number that another meeting bears or bore is refused
 * as `claimNumber` says. Returns the meeting's id and its group's slug.
 */
export async function makeMeeting(
  tx: Transaction,
  { offices = [], printedNumbers = [], ...facts }: NewMeeting,
): Promise<{ id: string; slug: string }> {
  const slug = await lockNumbers(tx, facts.groupId)
  if (facts.number !== null) await claimNumber(tx, facts.groupId, facts.number)
  const [made] = await tx
    .insert(meetings)
    .values({ ...facts, printedNumbers: [...printedNumbers] })
    .returning({ id: meetings.id })
  if (!made) throw new Error("A meeting was not written")
  await writeOffices(tx, made.id, offices)
  return { id: made.id, slug }
}
