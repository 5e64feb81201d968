import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { mailHost, writeMail } from "@/lib/platform/mail"

/** What the Message-ID of every posting begins with, and of no other mail. */
export const ofPosting = "<list."

export type Posting = {
  groupId: string
  /** What it is about, such as `report.<id>.2`: the same is posted once. */
  about: string
  subject: string
  /** Parted by empty lines. */
  paragraphs: string[]
  calendar?: string
}

/**
 * Step: writes one mail to the mailing list of a group. It is for everybody who reads there, so nothing
 * in it may be for members alone. Says `no-list` when the group has none, `known` when it was posted before.
 */
export async function postOnList(
  tx: Transaction,
  { groupId, about, subject, paragraphs, calendar }: Posting,
): Promise<"posted" | "no-list" | "known"> {
  // The group is held, so that two who press at once do not post twice.
  const [group] = await tx
    .select({ list: groups.mailingList })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for("no key update")
  if (!group?.list) return "no-list"
  const messageId = `${ofPosting}${about}@${mailHost()}>`
  const [known] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(eq(mails.messageId, messageId))
  if (known) return "known"
  await writeMail(tx, {
    to: group.list,
    subject,
    text: `${paragraphs.filter(Boolean).join("\n\n")}\n`,
    headers: { Precedence: "list" },
    calendar: calendar ?? null,
    messageId,
  })
  return "posted"
}
