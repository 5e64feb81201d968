import { attributionAt } from "./attribution"
import { bodyOfOldMail, startOfOldMail } from "./old-mail"
import { withoutClosing, withoutSignature } from "./signature"

/**
 * What a mailed answer holds. `text` is what its author wrote. `old` are the lines of an old mail that its
 * program put below without marking them: somebody may have written between them. `closing` are those below
 * a closing that are neither the author's name nor how they are reached: an office, or words after all.
 */
export type OwnWords = { text: string; old: string[]; closing: string[] }

/**
 * What somebody wrote themselves in a mailed answer: without the mail that it answers and without the
 * signature. Where answers stand between quoted passages, each keeps the passage that it answers. What is
 * not certainly a quote or a signature stays. `author` is how they call themselves, and their address.
 */
export function ownWords(given: string, author: string): OwnWords {
  const lines = tidy(given).split("\n")
  const end = startOfOldMail(lines)
  const { parts, rest } = answered(end < 0 ? lines : lines.slice(0, end))
  const below = end < 0 ? [] : bodyOfOldMail(lines.slice(end))
  const { own, closing } = signed(parts, author)
  return { text: joined(own), old: [...bodyOfOldMail(rest), ...below], closing }
}

function joined(parts: readonly Part[]): string {
  // One quote and then words is an answer below the mail; two of them are answers in it.
  const between = new Set(
    parts.filter(({ quoted }, index) => quoted && parts[index + 1] && !parts[index + 1]?.quoted),
  )
  return parts
    .filter((part) => !part.quoted || (between.size > 1 && between.has(part)))
    .map((part) => (part.quoted ? quoteOf(part.lines) : part.lines.join("\n").trim()))
    .filter((part) => part !== "")
    .join("\n\n")
    .replace(/^-- $/gm, "--")
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
    .map((line) => (line === "-- " ? line : line.trimEnd()))
    .join("\n")
}

/**
 * The lines in turns of quoted and own, without the sentences that introduce a quote; and the `rest`, from
 * where such a sentence introduces an old mail that is not marked.
 */
function answered(lines: readonly string[]): { parts: Part[]; rest: readonly string[] } {
  const parts: Part[] = []
  for (let at = 0; at < lines.length; ) {
    const skipped = attributionAt(lines, at)
    if (skipped.cutsAll) return { parts, rest: lines.slice(at + skipped.lines) }
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
  return { parts, rest: [] }
}

/** The parts without signatures, and what else stood below the closing; parts of which nothing is left are gone. */
function signed(parts: readonly Part[], author: string): { own: Part[]; closing: string[] } {
  const cutting = (alone: boolean) =>
    parts
      .map((part) =>
        part.quoted ? part : { ...part, lines: withoutSignature(part.lines, author, { alone }) },
      )
      .filter(({ lines }) => lines.length > 0)
  const most = cutting(false)
  const cut = most.some(({ quoted }) => !quoted) ? most : cutting(true)
  const last = cut.findLast(({ quoted }) => !quoted)
  if (!last) return { own: cut, closing: [] }
  const { lines, beyond } = withoutClosing(last.lines, author)
  return { own: cut.map((part) => (part === last ? { ...part, lines } : part)), closing: beyond }
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
