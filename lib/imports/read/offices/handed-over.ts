import { HONORIFIC } from "@/lib/check/names"
import { findNames } from "../people/names"

const CHAIR = "(?:chair|gavel|chairmanship|presidency|moderation|facilitation)"
/** "Handed the chair to", "asked": right behind it stands who leads from here on. */
const TO = new RegExp(
  `\\b(?:handed|passed|gave|turned|yielded|ceded|left)(?: over)? the ${CHAIR}(?: over)? to (?=\\p{Lu})`,
  "gu",
)
const ASKED = /\b(?:asked|invited|requested) (?=\p{Lu})/gu
/** What whoever is asked is to do, and how far behind the word it may stand. */
const [TAKE, TAKE_REACH] = [" to take the chair", 80]
/** "Took the chair", "presided from here on": right in front of it stands who does. */
const TOOK =
  / (?:then |now )?(?:(?:took|assumed|resumed) (?:over )?the chair(?! of)|chaired the (?:rest|remainder|remaining|second|last|other|final)|took over (?:as chair|the chair|the moderation)|presided (?:from|for)|(?:was|sat) in the chair (?:from|for))\b/gu
/** An office in front of a name: "Vice-Chair Tull". */
const OFFICE =
  /^(?:the |our )?(?:(?:Vice|Deputy|Co)[- ])?(?:Chair(?:man|woman|person)?|President|Speaker|Moderator) /
const REACH = 70
/** One of them stands wherever a chair is handed over; most paragraphs hold none. */
const WORDS = [" chair", "gavel", " presid", "moderation", "facilitation"]

/** Whoever is told to have led the meeting from some point on, with the place of the name. */
export function chairsHandedOver(text: string): { name: string; from: number; to: number }[] {
  if (!WORDS.some((word) => text.includes(word))) return []
  const asked = text.includes(TAKE) ? [...text.matchAll(ASKED)].filter(isAskedToTakeIt) : []
  const behind = [...text.matchAll(TO), ...asked].flatMap(({ index, 0: all }) => {
    const from = index + all.length
    const office = OFFICE.exec(text.slice(from, from + 30))?.[0].length ?? 0
    const [name] = findNames(text.slice(from + office, from + office + 60))
    return name && name.from <= 4 ? [placed(name, from + office)] : []
  })
  const before = [...text.matchAll(TOOK)].flatMap(({ index }) => {
    const from = Math.max(0, index - REACH)
    const name = findNames(text.slice(from, index)).at(-1)
    return name && from + name.to === index && !name.possessive ? [placed(name, from)] : []
  })
  return [...behind, ...before]
}

function isAskedToTakeIt({ index, 0: all, input }: RegExpExecArray): boolean {
  const from = index + all.length
  return input.slice(from, from + TAKE_REACH).includes(TAKE)
}

function placed({ name, from, to }: { name: string; from: number; to: number }, at: number) {
  return { name: name.replace(HONORIFIC, ""), from: at + from, to: at + to }
}
