import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { isRole } from "../people/entry"
import { looksLikeName } from "../people/names"
import { ORDINARY_WORDS, ROLE_WORDS, TITLE_WORDS } from "../people/vocabulary"
import type { Who } from "../people/who"

/** How a turn begins: ">> NAME:", "<nick>", "[Name]", "Name:", "Name (Organisation):", "KL:". */
export const TURN =
  /^(?:>>+\s?[^:<>]{1,60}:\s|<(?!(?:table|t[rdh]|thead|tbody|[uo]l|li|br|hr|p|div|span|[biua]|em|strong|img|h\d|font|center)\b)@?[^<>\s:/]{1,30}(?:\s[^<>:/]{1,30})?>\s|\[(?:name=)?@?\p{L}[^[\]\d]{1,60}\]:?\s(?=\S)|@[\p{L}\d_.-]{2,30}:\s(?=\S)|\p{Lu}[\p{L}\p{M}'’._-]*(?:\s(?:\p{Lu}[\p{L}\p{M}'’._-]*|de|del|el|van|von|der|al|da|dos)){0,4}(?:,\s[^:,.]{2,50}|\s?[([][^()[\]]{1,60}[)\]](?:\s(?:via|in|on|by|over|from)\s(?:the\s)?\p{Ll}{2,10})?)?\s?:\s+(?=\S))/u
/** "nao: I'd rather not", "fvila: …": a label in small letters. */
export const SMALL = /^(\p{Ll}[\p{L}\d_.-]{1,24}):\s+(?=\S)/u
/** "CHAIR STANTON – I call to order", "PROFESSOR BJORK (Statistics) – Does item seven": in capitals before a dash. */
const DASHED =
  /^((?:\p{Lu}[\p{Lu}\p{M}'’.-]*\s){1,6})(?:\([^()]{2,60}\)\s)?[–—-]{1,2}\s(?=["“]?\p{Lu})/u
const ASIDE = /^\[@?(\p{L}[\p{L}\p{M}'’.-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,24}){0,3}):\s(?=\S)/u
const ASKED =
  /^(?:[QA]|question|answer|comment|reply|response|remark|intervention|statement)\s\((\p{Lu}[^()]{2,60})\)\s?:\s/iu
const NOBODY =
  /\b(?:decided|decision|agreed|resolved|homework|actions?|tasks?|to-?do|note|result|vote|speakers?|operator|unknown|unidentified|inaudible|captioner|recording|\w{0,12}bot|zakim|rrsagent|all|everyone|several|male|female|voice)\b/i

/** Who has the floor in a paragraph that begins with their name: the name as written, and its place. */
export type Turn = {
  label: string
  from: number
  to: number
  marked: boolean
  /** "[ana] it is dark": in square brackets. */
  bracketed?: true | undefined
  /** Only where its bearer is known: "Ana - the old branches are gone". */
  listed?: true
  /** The label with what its bearer is in front: "PROFESSOR ABERNATHY". */
  titled?: string
}

/** The turn that a paragraph begins with; null for a paragraph that is none. `titled`: one in capitals. */
export function turnOf(text: string, kind: "any" | "titled" = "any"): Turn | null {
  const dashed = DASHED.exec(text.slice(0, 140))?.[1]
  if (dashed) {
    const from = titlesIn(dashed)
    const label = dashed.slice(from).trimEnd()
    const titled = dashed.trimEnd()
    // In front of a topic's words stands no office: "CAR PARK – The barrier is broken".
    const counts = from > 0 || kind === "any"
    if (label.length > 1 && counts)
      return { label, titled, from, to: from + label.length, marked: false }
  }
  if (kind === "titled") return null
  // "<v Ana Lind>": the voice of a cue in captions.
  const voice = /^<v(?:\.[\w.]{1,30})?\s([^<>]{2,60})>/u.exec(text.slice(0, 100))
  if (voice?.[1]) {
    const from = voice[0].length - 1 - voice[1].length
    return { label: voice[1], from, to: from + voice[1].length, marked: true }
  }
  // "[Ana: I have no microphone]": said aside, with all of it in brackets.
  const aside = ASIDE.exec(text.slice(0, 60))?.[1]
  if (aside) return { label: aside, from: 1, to: 1 + aside.length, marked: false, listed: true }
  // "Q (Ana Lind): …": who asks stands in brackets.
  const asked = ASKED.exec(text.slice(0, 140))
  if (asked?.[1]) {
    const from = asked[0].indexOf(asked[1])
    return { label: asked[1], from, to: from + asked[1].length, marked: true }
  }
  const small = SMALL.exec(text.slice(0, 40))?.[1]
  if (small) return { label: small, from: 0, to: small.length, marked: false }
  const front = TURN.exec(text.slice(0, 140))?.[0]
  if (front === undefined) return dashedOf(text)
  // "Haneul Telecom (Mr Noh): …": a body has the floor, and who speaks for it stands in brackets.
  const behind = /\((?:Mr|Ms|Mrs|Mme|Dr|Prof)\.?\s(\p{Lu}[^()]{1,40})\)\s?:\s+$/u.exec(front)
  if (behind?.[1]) {
    const from = behind.index + behind[0].indexOf(behind[1])
    return { label: behind[1], from, to: from + behind[1].length, marked: false }
  }
  const marked = /^[><[@]/.test(front)
  const lead = /^(?:>>+\s?|<@?|\[(?:name=)?@?|@)/.exec(front)?.[0].length ?? 0
  const label = front
    .slice(lead)
    .replace(/[>\]:\s]+$/, "")
    .replace(/(?:,\s.*|\s?[([][^()[\]]*[)\]]?(?:\s\p{Ll}{2,10}){0,3})$/u, "")
    .trimEnd()
  const bracketed = front.startsWith("[") || undefined
  const to = lead + label.length
  return label === "" ? null : { label: spaced(label), from: lead, to, marked, bracketed }
}

/** "Ana_Lind" as people write it elsewhere. */
const spaced = (label: string) => label.replace(/(?<=\p{L})_(?=\p{Lu})/gu, " ")

const BEHIND_NAME =
  /^(\p{Lu}[\p{L}\p{M}'’.-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,24}){0,3})\s(?:[–—-]|--)\s(?=\S)/u

/** "Ana - the old branches are gone": what is said behind a dash. An office, a house or a task is none. */
function dashedOf(text: string): Turn | null {
  const [front, label] = BEHIND_NAME.exec(text.slice(0, 120)) ?? []
  if (!front || !label) return null
  const said = text.slice(front.length, front.length + 120)
  if (/^(?:to|will|by|on|from|due)\s/i.test(said) || isRole(said.split(/[,;(]/, 1)[0] ?? ""))
    return null
  const small = said.match(/(?<![\p{L}'’-])\p{Ll}{2,}/gu) ?? []
  const told = small.filter((word) => !/^(?:of|for|the|and|de|la|in|at|from|to)$/.test(word))
  return told.length < 2 ? null : { label, from: 0, to: label.length, marked: false, listed: true }
}

/** "CHAIR ", "PROFESSOR ": how many characters in front of a name say what its bearer is. */
function titlesIn(label: string): number {
  const words = label.split(" ")
  const first = words.findIndex((word) => {
    const plain = plainCase(word).replace(/\.$/, "")
    return !TITLE_WORDS.has(plain) && !ROLE_WORDS.has(plain) && !HONORIFIC.test(`${word} X`)
  })
  return words.slice(0, Math.max(0, first)).reduce((sum, word) => sum + word.length + 1, 0)
}

/**
 * The person behind the label of a turn. A label that is nobody known counts where turns are marked
 * ("<nick>", "[Name]"), or where it comes back (`often`), as "Decision:" and "Note:" do not with names.
 */
export function personOf(turn: Turn, who: Who, often: (label: string) => boolean): string | null {
  if (NOBODY.test(turn.label)) return null
  const bare = turn.label.replace(HONORIFIC, "")
  if (turn.listed) return /^\p{Ll}/u.test(bare) ? who.handle(bare) : who.whole(bare)
  // Whose name is written otherwise elsewhere is told by speaking again: "halima: …", "fvila: …".
  if (!turn.marked && /^\p{Ll}/u.test(bare))
    return who.nicks.get(bare) ?? (often(turn.label) ? who.nickname(bare) : null)
  const known = turn.marked
    ? (who.handle(bare) ?? who.whole(bare))
    : who.whole(turn.titled && !bare.includes(" ") ? turn.titled : bare)
  // "[done] …" and "[note] …" stand in such brackets, too.
  if (known || (turn.marked && turn.bracketed && /^\p{Ll}/u.test(bare))) return known
  const words = plainCase(bare).split(/\s+/)
  if (words.some((word) => ORDINARY_WORDS.has(word) || ROLE_WORDS.has(word))) return null
  if (!looksLikeName(bare)) return turn.marked && /^\p{L}[\p{L}\d_-]{2,}$/u.test(bare) ? bare : null
  if (turn.marked) return named(bare)
  return words.length > 1 && often(turn.label) ? named(bare) : null
}

/** "DAWIT SORENSEN" as people write it elsewhere. */
function named(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
