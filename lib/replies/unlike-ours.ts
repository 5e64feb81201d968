import { and, desc, eq, gt, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"
import { daysFromNow } from "@/lib/platform/clock"

/** Our mails to one address that are looked at, and for how many days back. */
const mostMails = 100
const daysBack = 400
/** Lines of an old mail that are looked at. */
const mostLines = 1_000
/** Words that stand together by chance in two texts are fewer. */
const tellingWords = 4

/**
 * Step: which lines of an old mail, below an answer and unmarked, stand in none of the mails that we sent to its author:
 * perhaps they wrote there. Programs break lines anew and write links in their own way.
 */
export async function unlikeOurs(
  tx: Transaction,
  lines: readonly string[],
  email: string,
): Promise<string[]> {
  if (lines.length === 0) return []
  const sent = await tx
    .select({ subject: mails.subject, text: mails.text })
    .from(mails)
    .where(and(eq(sql`lower(${mails.to})`, email), gt(mails.createdAt, daysFromNow(-daysBack))))
    .orderBy(desc(mails.createdAt))
    .limit(mostMails)
  const ours = sent
    .map(({ subject, text }) => ` ${wordsOf(`${subject}\n${text}`).join(" ")} `)
    .join("\n")
  const stands = (words: readonly string[]) => ours.includes(` ${words.join(" ")} `)
  const old = lines.slice(0, mostLines)
  const words = old.map(wordsOf)
  return old.filter((_, at) => {
    const line = words[at] ?? []
    const lack = tellingWords - line.length
    if (line.length === 0) return false
    if (lack <= 0) return !stands(line)
    // A short line is ours where it goes on from the line before it, or the line below from it.
    const before = words
      .slice(Math.max(0, at - tellingWords), at)
      .flat()
      .slice(-lack)
    const after = words
      .slice(at + 1, at + 1 + tellingWords)
      .flat()
      .slice(0, lack)
    return !stands([...before, ...line]) && !stands([...line, ...after])
  })
}

function wordsOf(text: string): string[] {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<[^<>\n]{0,2000}>|(?:https?:|mailto:)[^\s<>)\]]{1,2000}/g, " ")
  return bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
