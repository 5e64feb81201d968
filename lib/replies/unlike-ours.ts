import { and, eq, inArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mails } from "@/db/schema/mail"

/** Words that stand together by chance in two texts are fewer. */
const tellingWords = 4

/**
 * Step: which lines of an old mail, below an answer and unmarked, stand in none of our mails to its author
 * that it says it `answers`: perhaps they wrote there. Null where we hold none of these (any more): then
 * nobody can tell.
 */
export async function unlikeOurs(
  tx: Transaction,
  { old, answers }: { old: readonly string[]; answers: readonly string[] },
  email: string,
): Promise<string[] | null> {
  if (old.length === 0) return []
  if (answers.length === 0) return null
  const sent = await tx
    .select({ subject: mails.subject, text: mails.text })
    .from(mails)
    .where(and(inArray(mails.messageId, [...answers]), eq(sql`lower(${mails.to})`, email)))
  if (sent.length === 0) return null
  return unlike(
    old,
    sent.map(({ subject, text }) => `${subject}\n${text}`),
  )
}

/**
 * The lines whose words stand together in none of some texts. Programs break lines anew and write links in
 * their own way. Every few words that stand together are looked up, so that it takes as long as all is.
 */
export function unlike(old: readonly string[], texts: readonly string[]): string[] {
  const together = new Set(texts.map(wordsOf).flatMap(runsUpTo))
  const stands = (words: readonly string[]) => runsOf(words).every((run) => together.has(run))
  const words = old.map(wordsOf)
  return old.filter((_, at) => {
    const line = words[at] ?? []
    const lack = tellingWords - line.length
    if (line.length === 0) return false
    if (lack <= 0) return !stands(line)
    // A short line is ours where it goes on from the line before it, or the line below from it.
    const before = words
      .slice(Math.max(0, at - tellingWords), at)
      .flatMap((each) => each.slice(-lack))
      .slice(-lack)
    const after = words
      .slice(at + 1, at + 1 + tellingWords)
      .flatMap((each) => each.slice(0, lack))
      .slice(0, lack)
    return !stands([...before, ...line]) && !stands([...line, ...after])
  })
}

/** All words that stand together, by as many as tell something; the words themselves where they are fewer. */
function runsOf(words: readonly string[], length = tellingWords): string[] {
  const last = Math.max(0, words.length - length)
  return Array.from({ length: last + 1 }, (_, at) => words.slice(at, at + length).join(" "))
}

const runsUpTo = (words: readonly string[]) =>
  Array.from({ length: tellingWords }, (_, fewer) => runsOf(words, fewer + 1)).flat()

function wordsOf(text: string): string[] {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<[^<>\n]{0,2000}>|(?:https?:|mailto:)[^\s<>)\]]{1,2000}/g, " ")
  return bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
