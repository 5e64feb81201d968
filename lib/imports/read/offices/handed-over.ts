import { HONORIFIC } from "@/lib/check/names"
import { findNames } from "../people/names"

const CHAIR = "(?:[Cc]hair|gavel|chairmanship|presidency|moderation|facilitation)"
/** "Handed the chair to", "asked": right behind it stands who leads from here on. */
const TO = new RegExp(
  `\\b(?:(?:handed|passed|gave|turned|yielded|ceded|left|vacated|surrendered|relinquished)(?: over)? the ${CHAIR}(?: over)? (?:to|for|in favour of) |(?:[Cc]hair|[Cc]hairing|[Cc]hairmanship|[Gg]avel|[Mm]oderation|[Ff]acilitation) (?:then )?(?:(?:passed|fell|went) to|(?:was|lay|rested) with|was (?:then )?(?:taken|held|occupied|filled|assumed) (?:over )?by|was (?:given|handed|left|yielded) to) )(?:the )?(?=\\p{Lu})`,
  "gu",
)
const ASKED =
  /\b(?:asked|invited|requested|elected|chose|appointed|nominated|designated|[Ii]t fell to) (?:(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? )?(?=\p{Lu})/gu
/** What whoever is asked is to do, and how far behind the word it may stand. */
const [TAKE, TAKE_REACH] = [
  / to (?:take the [Cc]hair\b|(?:chair|preside|moderate)(?=[.,;]|$| (?:the|this) (?:meeting|session|call|sitting|assembly)\b))| (?:as |to be )?(?:the |acting )?[Cc]hair(?:man|woman|person)? (?:of|for) (?:the|this) (?:meeting|session|day|evening|call)\b| as (?:the )?[Cc]hair(?:man|woman|person)? and [^.;]{4,40} as (?:the )?(?:[Rr]apporteur|[Rr]ecorder)\b/,
  80,
]
/** "Took the chair", "presided from here on": right in front of it stands who does. */
const TOOK =
  / (?:then |now )?(?:(?:took|assumed|resumed) (?:over )?the [Cc]hair(?! (?:of|away|out|home|apart)\b)|chaired the (?:rest|remainder|remaining|second|last|other|final)|took over (?:as [Cc]hair|the (?:[Cc]hair|moderation|meeting|session|call))|relieved [^.;,]{3,40} in the [Cc]hair|presided (?:from|for)|(?:was|sat) in the [Cc]hair (?:from|for))\b/gu
/** An office in front of a name: "Vice-Chair Tull". */
const OFFICE =
  /^(?:the |our )?(?:(?:Vice|Deputy|Co)[- ])?(?:Chair(?:man|woman|person)?|President|Speaker|Moderator)(?: of [^,.;()]{3,50}(?=, ))?,? /
const REACH = 70
/** What a deputy does who leads: "The Vice-Chair ran the meeting", "Deputy Speaker Lind adjourned the session". */
const DEPUTY_DID =
  /\b(?:Vice|Deputy)[- ](?:Chair(?:man|woman|person)?|President|Speaker|Mayor|Moderator)(?=(?: (?:\p{Lu}[\p{L}'’-]+ ?){1,3}|, [^,.;]{3,40},)? ?(?:ran|led|conducted|adjourned|closed|took over) the (?:rest of the |remainder of the )?(?:meeting|session|sitting|assembly)\b)/giu
/** "Ben Okoro, the senior member present, took the chair". */
const BESIDE = /, (?:the|our|an?) [^,.;]{3,50},$/
/** "The Deputy Mayor took the chair", "AS took the chair": an office, or initials. */
const OF_OFFICE =
  /(?:^|[.;:,]\s|\b(?:the|and)\s)(?:[Tt]he )?(\p{Lu}{2,4}|\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20}){0,2})$/u
const BY_OFFICE = /^(?:\p{Lu}{2,4}|\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20}){0,2})(?![\p{L}-])/u
/** One of them stands wherever a chair is handed over; most paragraphs hold none. */
const WORDS = [
  "hair",
  "gavel",
  " presid",
  "oderation",
  "acilitation",
  "took over",
  "Vice",
  "Deputy",
]

/** `office`: by an office or by initials, which a list has to explain. */
type Chaired = { name: string; from: number; to: number; office?: true }

/** Whoever is told to have led the meeting from some point on, with the place of the name. */
export function chairsHandedOver(text: string): Chaired[] {
  if (!WORDS.some((word) => text.includes(word))) return []
  const asked = TAKE.test(text) ? [...text.matchAll(ASKED)].filter(isAskedToTakeIt) : []
  const handed = [...text.matchAll(TO)]
  const first = handed.flatMap(({ index, 0: all }) =>
    /^(?:chair|gavel|it)/i.test(all) ? [] : whoHanded(text, index),
  )
  const behind = [...handed, ...asked].flatMap(({ index, 0: all }): Chaired[] => {
    const from = index + all.length
    const office = OFFICE.exec(text.slice(from, from + 90))?.[0].length ?? 0
    const [name] = findNames(text.slice(from + office, from + office + 60))
    if (name && name.from <= 5) return [placed(name, from + office)]
    const said = BY_OFFICE.exec(text.slice(from, from + 40))?.[0]
    return said ? [{ name: said, from, to: from + said.length, office: true }] : []
  })
  const before = [...text.matchAll(TOOK)].flatMap(({ index }): Chaired[] => {
    const from = Math.max(0, index - REACH)
    // "The Deputy Speaker, Ben Okoro, relieved the Speaker in the chair": the name stands between commas.
    const front = text.slice(from, index).replace(BESIDE, "").replace(/,$/, "")
    const office = OF_OFFICE.exec(front)?.[1]
    const at = from + front.length - (office?.length ?? 0)
    // "The Harbour Master took the chair": an article stands in front of no name.
    if (office && /(?:^|\s)[Tt]he $/.test(text.slice(Math.max(0, at - 5), at)))
      return [{ name: office, from: at, to: at + office.length, office: true }]
    const name = findNames(front).at(-1)
    if (name && name.to === front.length && !name.possessive) return [placed(name, from)]
    return office ? [{ name: office, from: at, to: at + office.length, office: true }] : []
  })
  const deputies = [...text.matchAll(DEPUTY_DID)].map(({ index, 0: all }): Chaired => {
    const [name] = findNames(text.slice(index + all.length, index + all.length + 60))
    if (name && name.words > 1 && name.from <= 2) return placed(name, index + all.length)
    return { name: all, from: index, to: index + all.length, office: true }
  })
  return [...first, ...behind, ...before, ...deputies]
}

/** Who hands the chair over had it: the one whose name begins the sentence. */
function whoHanded(text: string, index: number): Chaired[] {
  const from = text.lastIndexOf(". ", index) + 1
  const front = text.slice(Math.max(0, from), index)
  const [name, other] = front.length > 120 ? [] : findNames(front)
  const begins =
    name &&
    !other &&
    !name.possessive &&
    /^\s*(?:Mr|Ms|Mrs|Dr)?\.?\s*$/.test(front.slice(0, name.from))
  return begins ? [placed(name, Math.max(0, from))] : []
}

function isAskedToTakeIt({ index, 0: all, input }: RegExpExecArray): boolean {
  const from = index + all.length
  return TAKE.test(input.slice(from, from + TAKE_REACH))
}

function placed({ name, from, to }: { name: string; from: number; to: number }, at: number) {
  return { name: name.replace(HONORIFIC, ""), from: at + from, to: at + to }
}
