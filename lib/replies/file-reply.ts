import { DrizzleQueryError, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { countAttempt } from "@/lib/accounts/limit"
import { commentsPer } from "@/lib/consultations/model"
import { type ReplyTo, readSignedAddress } from "@/lib/consultations/reply-address"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { fileCallAnswer } from "./file-call-answer"
import { fileComment } from "./file-comment"
import { type Why, wasToldOf, writeNamed, writeWhy } from "./letters"
import { type ReadReply, readReply } from "./read-reply"
import { readReturnAddress } from "./return-address"
import { findSender, type Sender } from "./sender"
import { findTarget, pathFor, type Target } from "./target"
import { countTry, mostTries, takeTryBack } from "./tries"
import { unlikeOurs } from "./unlike-ours"

type Settled = {
  outcome: "filed" | "kept" | "refused"
  reason?: string
  commentId?: string
  /** Nobody wrote it: it holds no words of anybody, but perhaps the letter that came back, with its links. */
  isMachines?: true | undefined
}
type Answer = Extract<ReadReply, { kind: "answer" }>

/**
 * Files a mail that was taken in as a comment of whom its signed address was made for, as of the moment
 * at which it arrived; or settles why not, and tells them. A mail that nobody wrote is never answered.
 * May run twice for one mail: what is settled stays. One in which the server ended too often is given up unread.
 */
export async function fileReply(mailId: string): Promise<void> {
  const tries = await transaction((tx) => countTry(tx, mailId))
  if (tries === null) return
  try {
    await fileOnce(mailId, tries <= mostTries)
  } catch (error) {
    if (error instanceof DrizzleQueryError) await transaction((tx) => takeTryBack(tx, mailId))
    throw error
  }
}

async function fileOnce(mailId: string, isReadable: boolean): Promise<void> {
  await transaction(async (tx) => {
    const [mail] = await tx
      .select()
      .from(inboundMails)
      .where(eq(inboundMails.id, mailId))
      .for("update")
    if (!mail?.raw || mail.outcome !== "waiting") return
    const settled = isReadable
      ? ((await settleCallAnswer(tx, { ...mail, raw: mail.raw })) ??
        (await settle(tx, mail, await readReply(mail.raw))))
      : await settle(tx, mail, { kind: "damaged" })
    await tx
      .update(inboundMails)
      .set({
        outcome: settled.outcome,
        reason: settled.reason ?? "",
        commentId: settled.commentId ?? null,
        settledAt: now(),
        // What was filed or kept stands there; the whole mail stays where somebody's words do not.
        ...(settled.outcome === "refused" && !settled.isMachines ? {} : { raw: null }),
      })
      .where(eq(inboundMails.id, mailId))
  })
}

/** An answer to the invitation to a call; null when the address is for something else. */
async function settleCallAnswer(
  tx: Transaction,
  { recipient, raw }: { recipient: string; raw: Uint8Array },
): Promise<Settled | null> {
  const { inbound, authSecret } = env()
  const to = readSignedAddress({ domain: inbound?.domain ?? "", secret: authSecret }, recipient)
  if (to?.about.kind !== "meeting" || !("personId" in to.author)) return null
  return fileCallAnswer(tx, raw, { meetingId: to.about.id, personId: to.author.personId })
}

type Arrived = Pick<typeof inboundMails.$inferSelect, "id" | "recipient" | "receivedAt" | "byOwner">

async function settle(tx: Transaction, mail: Arrived, reply: ReadReply): Promise<Settled> {
  const { inbound, authSecret } = env()
  const key = { domain: inbound?.domain ?? "", secret: authSecret }
  if (reply.kind === "bounce") {
    const returned = readReturnAddress(key, mail.recipient)
    if (returned) await noteReturned(tx, returned, reply.said)
  }
  if (reply.kind !== "answer" && reply.kind !== "damaged")
    return { outcome: "refused", reason: reply.kind, isMachines: true }
  const to = readSignedAddress(key, mail.recipient)
  if (!to) {
    // What comes to where letters come back is from a machine, also when it does not say so.
    const isMachines = readReturnAddress(key, mail.recipient) ? true : undefined
    return { outcome: "refused", reason: "address", isMachines }
  }
  const sender = await findSender(tx, to.author)
  const target = await findTarget(tx, to.about)
  if (!sender || !target) return { outcome: "refused", reason: "gone" }
  return answerFor(tx, { mail, reply, to, sender, target })
}

/**
 * A mail of ours that came back has failed, for whoever looks after mail. Its own return address says which
 * it was: a Message-ID is known to all who got it. Nothing is `said` of one that is only late.
 */
async function noteReturned(tx: Transaction, mailId: string, said: string): Promise<void> {
  if (said === "") return
  await tx.update(mails).set({ failedAt: now(), lastError: said }).where(eq(mails.id, mailId))
}

type Case = {
  mail: Arrived
  reply: Answer | { kind: "damaged" }
  to: ReplyTo
  sender: Sender
  target: Target
}

/**
 * Why mails are refused that anybody may have sent: one letter a day tells of these, or whoever knows an
 * address has its owner written to as often as they like.
 */
const ofStrangers: ReadonlySet<Why> = new Set(["wrong-sender", "damaged"])
const aDay = 24 * 60

const nothing = { text: "", old: [], closing: [], name: "", files: [], answers: [] }

async function answerFor(tx: Transaction, { mail, reply, sender, target }: Case): Promise<Settled> {
  const { text, old, closing, name, files, answers } = reply.kind === "answer" ? reply : nothing
  const about = { title: target.title, path: pathFor(target, sender), text, files }
  let leftOut: string[] = []
  const tell = (why: Why) => writeWhy(tx, sender, why, { ...about, leftOut })
  const refuse = async (why: Why): Promise<Settled> => {
    // What the owner sends themselves is limited as it comes in, and whoever used up the letter was another.
    const isCounted = ofStrangers.has(why) && !mail.byOwner
    const isTold = !isCounted || (await countAttempt(tx, `letter.${why}`, mail.recipient, 1, aDay))
    if (isTold) await tell(why)
    return { outcome: "refused", reason: why }
  }
  if (reply.kind === "damaged") return refuse("damaged")
  // The address is a key that a forwarded mail may hand on: the one it was made for must write.
  if (reply.from !== sender.email) return refuse("wrong-sender")
  // Of words in a letter that we do not hold nobody can tell whose they are; all go back where none is filed.
  const unknown = text === "" ? old : []
  const ofOld = (await unlikeOurs(tx, { old, answers }, sender.email)) ?? unknown
  leftOut = [...((await wasToldOf(tx, sender, closing)) ? [] : closing), ...ofOld]
  if (text === "") return refuse("no-words")
  try {
    // A part of the transaction by itself: what is refused in it leaves the mail to be settled.
    const filed = await tx.transaction(async (part) => {
      if (sender.guest)
        authorize(sender.actor, "consultation.comment", guestSubjectOf(sender.guest))
      else authorize(sender.actor, "comment.write", { groupId: target.groupId })
      const { author } = sender
      const whose = "personId" in author ? author.personId : author.guestId
      if (!(await countAttempt(part, "reply", whose, commentsPer)))
        throw new Refusal("too_many", "comment.tooMany")
      return fileComment(part, { ...mail, text, name, sender, target })
    })
    if ("lack" in filed) {
      await tell(whyOf(filed.lack))
      return { outcome: "kept", reason: filed.lack }
    }
    if (files.length > 0) await tell("files")
    else if (leftOut.length > 0) await tell("left-out")
    if (filed.named !== null)
      await writeNamed(tx, sender, {
        name: filed.named,
        title: target.title,
        path: pathFor(target, sender),
      })
    return { outcome: "filed", commentId: filed.commentId }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(whyOfRefusal(error))
  }
}

const guestSubjectOf = ({ id }: { id: string }) => ({ type: "consultation-guest", id })

function whyOf(lack: string): Why {
  if (lack === "consultation.keptNotOpenYet") return "not-open-yet"
  return lack === "consultation.keptIsCancelled" ? "cancelled" : "closed"
}

function whyOfRefusal({ code, fields }: Refusal): Why {
  if (code === "forbidden" || code === "not_found" || code === "sign_in") return "may-not"
  if (code === "too_many") return "too-many"
  return fields.text === "comment.long" ? "too-long" : "refused"
}
