import { attributionAt } from "./attribution"
import { withoutSignature } from "./signature"

/** Lines beyond these are not looked at; a comment is much shorter. */
const mostLines = 5_000

/**
 * What somebody wrote themselves in a mailed answer: without the mail that it answers and without the
 * signature. Where answers stand between quoted passages, each keeps the passage that it answers.
 */
export function ownWords(text: string): string {
  const lines = tidy(text).split("\n").slice(0, mostLines)
  const parts = answered(withoutSignature(beforeOldMail(lines)))
  const own = parts.filter(({ quoted }) => !quoted)
  // One quote and then words is an answer below the mail; two of them are answers in it.
  const between = parts.filter(
    ({ quoted }, index) => quoted && parts[index + 1] && !parts[index + 1]?.quoted,
  )
  const kept =
    between.length > 1 ? parts.filter((part) => !part.quoted || between.includes(part)) : own
  return kept
    .map((part) => (part.quoted ? quoteOf(part.lines) : part.lines.join("\n").trim()))
    .filter((part) => part !== "")
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

type Part = { quoted: boolean; lines: string[] }

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\0\u200b\u200e\u200f\ufeff\u2060]/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
}

/** The lines above a whole mail that some programs put below an answer without marking its lines. */
function beforeOldMail(lines: string[]): string[] {
  const end = lines.findIndex((line, at) => isDivider(line) || isHeadOfMail(lines, at))
  return end < 0 ? lines : lines.slice(0, end)
}

const dividers =
  /^(?:original message|forwarded message|message d'origine|message original|message transféré|mensaje original|ursprüngliche nachricht|originalnachricht|messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение|原始邮件|الرسالة الأصلية)$/i

const isDivider = (line: string): boolean => {
  if (line.length > 80 || !/^[-_ ]{2}/.test(line)) return false
  return dividers.test(line.replace(/[-_]/g, "").replaceAll("’", "'").trim())
}

const from = /^(?:from|de|von|da|van|от|发件人|من) ?: ?\S/i
const sent =
  /^(?:sent|date|to|subject|cc|envoyé|à|objet|enviado(?: el)?|fecha|para|asunto|gesendet|datum|an|betreff|inviato|data|a|oggetto|verzonden|aan|onderwerp|отправлено|дата|кому|тема|发送时间|收件人|主题|日期|تاريخ|إلى|الموضوع) ?:/i

const plain = (line = "") => line.slice(0, 60).replaceAll("*", "").trim()

/** Whether the head of an older mail begins: a sender, and two more of its lines at once below. */
function isHeadOfMail(lines: readonly string[], at: number): boolean {
  if (!from.test(plain(lines[at]))) return false
  const next = lines.slice(at + 1, at + 5).filter((line) => sent.test(plain(line)))
  return next.length >= 2
}

/** The lines in turns of quoted and own, without the sentences that introduce a quote. */
function answered(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < lines.length; ) {
    const skipped = attributionAt(lines, at)
    if (skipped.cutsAll) break
    if (skipped.lines > 0) {
      at += skipped.lines
      continue
    }
    const line = lines[at] ?? ""
    const quoted = line.trimStart().startsWith(">")
    const last = parts.at(-1)
    if (last && (last.quoted === quoted || line === "")) last.lines.push(line)
    else if (line !== "") parts.push({ quoted, lines: [line] })
    at += 1
  }
  return parts
}

const longestQuote = 6

/** The end of a quoted passage, which an answer below it is about; what it quotes itself is left out. */
function quoteOf(lines: readonly string[]): string {
  const own = lines
    .map((line) => line.replace(/^ ?> ?/, ""))
    .filter((line) => !line.startsWith(">"))
  const kept = own.join("\n").trim().split("\n").slice(-longestQuote)
  return kept.some((line) => line !== "")
    ? kept.map((line) => `> ${line}`.trimEnd()).join("\n")
    : ""
}
