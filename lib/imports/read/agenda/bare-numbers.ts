import { squeezed } from "@/lib/check/words"
import { sliceRich, trimRich } from "../text/rich"
import type { Line, Marker } from "../text/shape"

const BARE =
  /^(?:(?:§\s?)?(\d{1,3})|\[(\d{1,3})\])[\s\u00a0]{1,12}(?=[\p{Lu}"“])(?!(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)/iu
/** "22/31 Apologies", "31/2022 Apologies": the count within a year. */
const YEARLY =
  /^(?:(?:[Ii]tem|ITEM|[Mm]inute|MINUTE|[Mm]in\.?|MIN\.?|[Pp]oint)\s(?:[Nn]o\.?\s)?)?(\d{1,4})\s?[/-]\s?(\d{1,4})(?:[.:)]|\s\|)?\s{1,4}(?=[\p{Lu}"“])/u
const BELOW = /^\.(\d{1,2})[.:)]?\s{1,8}(?=[\p{Lu}"“])/u
/** So many in a row, from 1 on, that it is no accident. */
const LEAST = 3

type Numbered = { line: Line; length: number; marker: Marker; value: number }
/** "a   Morning news", "A  Winter in figures", "[A] Winter in figures": a letter with a gap behind it, or in brackets. */
const LETTER = /^(?:([a-zA-Z])\s{2,8}|\[([a-zA-Z])\]\s{1,8})(?=[\p{Lu}\d"“])/u

/**
 * Gives their numbers to lines that are numbered without a full stop ("1 Introduction", "[1] Introduction") or within a
 * year ("22/31 Apologies"). One such line may be a sentence that begins with a figure; lines that
 * count on are not.
 */
export function withBareNumbers(lines: readonly Line[]): Line[] {
  const chains: Numbered[][] = []
  let chain: Numbered[] = []
  for (const line of lines) {
    const number = numberOf(line)
    if (!number) continue
    // "§ 21" may go on from the meeting before.
    const anew = number.section && number.value !== (chain.at(-1)?.value ?? 0) + 1
    if (number.value === 1 || anew) {
      chain = []
      chains.push(chain)
    }
    if (
      number.section
        ? anew || number.value === (chain.at(-1)?.value ?? 0) + 1
        : number.value === chain.length + 1
    )
      chain.push({ line, ...number })
  }
  const numbered = new Map(
    [
      ...[...chains, ...yearlyChains(lines)].filter((each) => each.length >= LEAST),
      ...lettered(lines),
    ]
      .flat()
      .map((each) => [each.line, each]),
  )
  for (const each of [...repeated(lines, numbered), ...belowYearly(lines, numbered)])
    numbered.set(each.line, each)
  return lines.map((line) => {
    const found = numbered.get(line)
    if (!found) return line
    return { ...line, marker: found.marker, words: trimRich(sliceRich(line.words, found.length)) }
  })
}

/** Lines with the very number and words of a numbered one, though they stand out of turn. */
function repeated(lines: readonly Line[], numbered: ReadonlyMap<Line, Numbered>): Numbered[] {
  const known = new Set([...numbered.keys()].map(({ words }) => squeezed(words.text)))
  return lines.flatMap((line) => {
    const number = numbered.has(line) || !line.gap ? null : numberOf(line)
    return number && known.has(squeezed(line.words.text)) ? [{ line, ...number }] : []
  })
}

/** Lettered lines that count on from "a", at least two of them, or from "A", each alone above text. */
function lettered(lines: readonly Line[]): Numbered[][] {
  return [...chainsOf(lines, "a"), ...chainsOf(lines, "A")]
}

function chainsOf(lines: readonly Line[], from: "a" | "A"): Numbered[][] {
  const least = from === "a" ? 2 : LEAST
  const chains: Numbered[][] = []
  for (const line of lines) {
    const match = isOther(line) ? null : LETTER.exec(line.words.text.slice(0, 20))
    const letter = match?.[1] ?? match?.[2]
    if (!match || !letter || (from === "A" && !line.gap && !match[2])) continue
    const value = letter.charCodeAt(0) - from.charCodeAt(0) + 1
    if (value < 1 || value > 26) continue
    if (value === 1) chains.push([])
    const chain = chains.at(-1)
    if (chain && value === chain.length + 1) {
      const marker = { text: letter, form: "letter" as const }
      chain.push({ line, length: match[0].length, marker, value })
    }
  }
  return chains.filter((chain) => chain.length >= least)
}

function numberOf(line: Line): (Omit<Numbered, "line"> & { section: boolean }) | null {
  const text = line.words.text
  if (isOther(line) || /[.;,]$/.test(text)) return null
  const match = BARE.exec(text)
  const count = match?.[1] ?? match?.[2]
  if (!match || !count) return null
  const marker = { text: count, form: "number" as const }
  // "31   Minutes" behind a wide gap may go on from the meeting before, as "§ 31" may.
  const section = match[0].startsWith("§") || (line.gap && /\s\s$/.test(match[0]))
  return { value: Number(count), length: match[0].length, marker, section }
}

/** Lines whose one number stays while the other counts on: the year, and the count of its items. */
function yearlyChains(lines: readonly Line[]): Numbered[][] {
  const chains: Numbered[][] = []
  let last: [number, number] | null = null
  for (const line of lines) {
    const match = isOther(line) ? null : YEARLY.exec(line.words.text.slice(0, 36))
    if (!match?.[1] || !match[2]) continue
    const here: [number, number] = [Number(match[1]), Number(match[2])]
    const goesOn =
      last !== null &&
      ((here[0] === last[0] && here[1] === last[1] + 1) ||
        (here[1] === last[1] && here[0] === last[0] + 1))
    if (!goesOn) chains.push([])
    const counted = last !== null && goesOn ? here[0] !== last[0] : false
    const text = counted ? `${match[2]}.${match[1]}` : `${match[1]}.${match[2]}`
    const marker: Marker = { text, form: "dotted" }
    chains.at(-1)?.push({ line, length: match[0].length, marker, value: here[0] })
    last = here
  }
  return chains.map((chain) => {
    // The first line cannot know which of its numbers counts; the second tells.
    const [first, second] = chain
    const [, year] = second?.marker.text.split(".") ?? []
    const match = first && YEARLY.exec(first.line.words.text.slice(0, 36))
    if (!first || !match || year === undefined || match[2] === undefined) return chain
    const turned = second?.marker.text.startsWith(`${match[2]}.`) === true && match[1] !== match[2]
    const text = turned ? `${match[2]}.${match[1]}` : first.marker.text
    return [{ ...first, marker: { ...first.marker, text } }, ...chain.slice(1)]
  })
}

/** "104/4.1 Lift" below "104/4 Matters arising": the count goes on behind a full stop. */
function belowYearly(lines: readonly Line[], numbered: ReadonlyMap<Line, Numbered>): Numbered[] {
  let above = ""
  let label = ""
  return lines.flatMap((line) => {
    const own = numbered.get(line)
    if (own?.marker.form === "dotted") {
      above = line.words.text.slice(0, own.length).replace(/[.:)]?\s{0,8}$/, "")
      label = own.marker.text
    }
    const text = line.words.text
    if (above === "" || own || isOther(line) || !text.startsWith(`${above}.`)) return []
    const [all, count = ""] = BELOW.exec(text.slice(above.length, above.length + 16)) ?? []
    if (!all) return []
    const marker: Marker = { text: `${label}.${count}`, form: "dotted" }
    return [{ line, length: above.length + all.length, marker, value: Number(count) }]
  })
}

function isOther(line: Line): boolean {
  return line.marker !== null || line.bullet || line.quote || line.words.text.length > 120
}
