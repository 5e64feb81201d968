import PostalMime, { type Attachment, type Email } from "postal-mime"
import { consultationLimits } from "@/lib/consultations/model"
import { NotReadable } from "@/lib/imports/formats/blocks"
import { tidyName } from "@/lib/people/model"
import { nameOf, withNamedTextsAsFiles } from "./attached"
import { type Automatic, automaticKind } from "./automatic"
import { saidOfReturned } from "./bounced"
import { htmlAnswer } from "./html-answer"
import { type OwnWords, ownWords } from "./own-words"

/**
 * An answer as it was read. `from` is in lower case, `name` is how its author calls themselves there or
 * "", `files` are the names of what was attached, and `answers` the Message-IDs that it says it answers.
 */
export type ReadReply =
  | ({ kind: "answer"; from: string; name: string; files: string[]; answers: string[] } & OwnWords)
  /** `said` is why a mail of ours came back, where a bounce says that it did; "" otherwise. */
  | { kind: Automatic; said: string }
  | { kind: "damaged" }

/** Parts in parts deeper than this were not made by a mail program. */
const deepest = 30
/** Characters of HTML that are read; the words of a comment are far fewer. */
const longestHtml = 1_000_000
/** Characters of a name, as on the page where a guest says it. */
const longestName = consultationLimits.name
/** Signs of the headers that name what is answered, and mails that are looked for. */
const longestReferences = 20_000
const mostAnswered = 20

/** Reads a mail that came to a reply address, with the sender of its envelope as `Return-Path`. */
export async function readReply(raw: Uint8Array): Promise<ReadReply> {
  const mail = await parsed(raw)
  if (!mail) return { kind: "damaged" }
  const automatic = automaticKind(mail.headers)
  if (automatic)
    return { kind: automatic, said: automatic === "bounce" ? saidOfReturned(mail) : "" }
  const from = fromOf(mail)
  const name = writerOf(mail.from?.name ?? "")
  const words = wordsOf(mail, `${name} ${from.split("@", 1)[0]}`)
  if (words === null) return { kind: "damaged" }
  const shown = shownIn(mail)
  const files = mail.attachments.filter((each) => !belongsToText(each, shown)).map(nameOf)
  const answers = answeredIn(mail)
  return { kind: "answer", from, name, ...words, files, answers }
}

/** Whom the head of a mail names as its sender, in lower case; "" where it names nobody. */
export async function readFrom(head: Uint8Array): Promise<string> {
  const mail = await parsed(head)
  return mail ? fromOf(mail) : ""
}

const fromOf = ({ from }: Email): string =>
  from && "address" in from ? (from.address ?? "").trim().toLowerCase() : ""

/** What a mail answers (RFC 5322, 3.6.4); of a long conversation the newest. */
function answeredIn({ inReplyTo = "", references = "" }: Email): string[] {
  const named = `${references} ${inReplyTo}`.replaceAll("\0", "").slice(-longestReferences)
  return [...new Set(named.match(/<[^<>\s]{1,900}>/g))].slice(-mostAnswered)
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    // A mail that came with an answer is somebody else's words.
    const options = { maxNestingDepth: deepest, forceRfc822Attachments: true }
    return await PostalMime.parse(withNamedTextsAsFiles(raw), options)
  } catch {
    return null
  }
}

/** One's own words: of the plain text, or of the HTML where there is no other. */
function wordsOf({ text = "", html = "" }: Email, author: string): OwnWords | null {
  if (text.trim() !== "" || html.trim() === "") return ownWords(text, author)
  if (html.length > longestHtml) return null
  try {
    return ownWords(htmlAnswer(html), author)
  } catch (error) {
    if (error instanceof NotReadable) return null
    throw error
  }
}

/** Pictures that the text shows, keys and signatures of mail programs: nobody attached them. */
function belongsToText(
  { related, mimeType, contentId, disposition }: Attachment,
  shown: ReadonlySet<string>,
): boolean {
  if (related === true || /pgp-signature|pkcs7-signature|pgp-keys/.test(mimeType)) return true
  const id = contentId?.replace(/^<|>$/g, "")
  return disposition !== "attachment" && !!id && shown.has(id)
}

/** The parts of the mail that its HTML shows in itself (RFC 2392). Read once: a mail may have thousands. */
function shownIn({ html = "" }: Email): ReadonlySet<string> {
  return new Set(
    (html.match(/cid:[^\s"'<>()]{1,900}/g) ?? []).map((one) => one.slice("cid:".length)),
  )
}

/** A name without signs that nobody sees; an address, which some programs put there, is none. */
function writerOf(given: string): string {
  const seen = given.replace(/\p{C}/gu, " ")
  const from = seen.search(inName)
  let end = seen.length
  while (end > from && !inName.test(seen.charAt(end - 1))) end--
  const name = from < 0 ? "" : tidyName(seen.slice(from, end))
  return name.includes("@") ? "" : name.slice(0, longestName).trim()
}
const inName = /[^\s"']/
