import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { isBody, mayBeOwner } from "../people/bodies"
import { isFront, knownNames, partnersAfter } from "../people/joined-names"
import { findNames, looksLikeName } from "../people/names"
import { isPost } from "../people/posts"
import { COURTESY } from "../people/titles-and-letters"
import { ORDINARY_WORDS } from "../people/vocabulary"
import type { Who } from "../people/who"
import { LARGE_VERB, OFFICE, THING, VERB, VERBS } from "./commitment-words"
import { OF_SEVERAL } from "./commitments-by-name"
import { withoutThe } from "./commitments-by-office"
import { HELPED_BY } from "./companions"

/** "@ana"; in "lists@example.org" nobody is called. */
const HANDLE = /(?<![\p{L}\d._+-])@([\p{L}\d][\p{L}\d._'-]*(?:\s\p{Lu}[\p{L}'-]+)?)/gu
const LABELLED =
  /(?:^|[([;,.–—-]\s?|\s)(?:owners?|responsible|assigned to|assignees?|lead|action(?:ed)? by|by whom|who)\s*:\s*([^;()[\]]{2,80}?)(?=\.?\s{1,3}(?:due|deadline|by|by when|when|target|status|date)(?: date)?\s?:|[;()[\]]|$)/iu
const TO_DO =
  /^((?:[^.:]|(?<=(?:^|\s)(?:\p{Lu}\p{L}{0,4}|[b-df-hj-np-tv-xz]{2,3})|\.\p{Lu})\.){1,120}?)\s+(?:(?:(?:is|are|was|were) (?:asked|requested|invited|instructed|directed) )?to|will|shall|should|is to|are to)\s+(?:(?:also|then|\p{Ll}+ly)\s+){0,2}\p{Ll}+/u
const COLON = /^([^:–—]{2,80}?)\s?(?::|\s[–—-]|→)\s/
const BRACKETS = /(?:\(([^()]{2,80})\)|\[([^[\]]{2,80})\])[.\s]*$/
const BY = /\bby\s+((?:\p{Lu}[\p{L}'’.-]+\s?){1,4})/u
/** "Ana + Ben send the list": people, and what they do; "Ice schedule: …" is a title. */
export const DOES = new RegExp(
  `^(.{2,60}?)(?<!\\s(?:to|will|shall|should|would|must|can|may))\\s${VERBS}(?![\\p{L}\\p{M}:-])`,
  "u",
)
/** "@ana: write the letter", "@ana will write the letter". */
export const CALLED = new RegExp(
  `^@[\\p{L}\\d_.-]{2,30}(?:\\s\\p{Lu}[\\p{L}'-]{1,30})?(?::|\\s(?:will|shall|to|please)|,? please|,)\\s+(?:please\\s)?${VERB}\\s`,
  "u",
)
/** "Les parents élus écrivent": who they are, in front of a verb of many. */
const FRENCH_MANY = /^(?:Les|Tous les)\s((?:\p{Ll}+\s){1,3}?)\p{Ll}{2,}ent\s/u
/** The handle of whose an action is, in front of it; "@ana Put the list online" begins with what she is to do. */
export const HANDLE_IN_FRONT = new RegExp(
  `^@[\\p{L}\\d][\\p{L}\\d._'-]{0,40}(?:[:,]?\\s(?=${LARGE_VERB}\\s\\p{Ll})|(?:\\s\\p{Lu}[\\p{L}'-]{1,30})?[:,]?\\s+(?!(?:and|und|et|y|e|og)\\s)(?=\\p{Ll}))`,
  "u",
)
const FIRST_VERB = new RegExp(`^${VERB}\\b`, "i")
const ONLY_OFFICE = new RegExp(`^(?:${OFFICE}|all|everyone|everybody|all members|tbd|tbc)$`, "iu")

/** "All agencies", "Panel members", "Commission services": whoever they are, they are to do it together. */
const COLLECTIVE =
  /^(?:commission|council|government|municipal|city|legal|technical|support) services$|^all(?:\s\p{L}[\p{L}'’-]*){1,2}(?<!\sto)$|^(?:\p{L}[\p{L}'’-]*\s){1,2}members$/iu

const SUBJECT = new RegExp(
  `^(?:[Tt]he\\s|[Oo]ur\\s|[Aa]ll\\s)?(\\p{Lu}[^,.;:()\\n]{1,48}?)\\s(?:to|will|please)\\s(?:also\\s)?${VERB}\\b`,
  "u",
)
/** "N 412-4  all members": what an entry is called, and a gap. */
const CODE = /^\p{Lu}{1,4}[ -]?\d{1,5}(?:[-./]\d{1,4})*\s{2,}(?=\p{L})/u

/** "raph to correct it": a nickname as it is written in a chat. */
const NICK = /^\p{Ll}[\p{Ll}\d_-]{2,20}$/u

/** Characters in which the owners of one action are named. */
const LONGEST = 300

/** Who is to do what an entry says: by a handle, in front of it, in brackets behind it or by label. */
export function ownersOf(text: string, who: Who): string[] {
  // "MR to send the list": initials that look like "Mr".
  const letters = /^\p{Lu}{2}(?=\s)/u.exec(text)?.[0] ?? ""
  const head = text.slice(0, 400).replace(who.knows(letters) ? "" : HONORIFIC, "")
  // "@ana Put the list online": what she is to do, behind the handle.
  const handles = [...head.matchAll(HANDLE)].map(([, written = ""]) => {
    const [nick = "", next = ""] = written.split(/\s/)
    const handle = isVerb(next) ? nick : written
    return who.handle(handle) ?? handle
  })
  if (handles.length > 0) return handles
  const candidates = [
    LABELLED.exec(text.slice(-200))?.[1],
    isOnlyPeople(DOES.exec(head.slice(0, 120))?.[1] ?? "", who) ? DOES.exec(head)?.[1] : null,
    TO_DO.exec(head)?.[1],
    COLON.exec(head)?.[1],
    ...(BRACKETS.exec(text.slice(-120))?.slice(1) ?? []),
    ...text
      .slice(-160)
      .split(/\s[–—-]\s|[;|→]|[-=]>|[.…]{4,200}/)
      .slice(1)
      .reverse(),
  ]
  for (const candidate of candidates) {
    const people = candidate ? peopleIn(candidate, who) : []
    if (people.length > 0) return people
  }
  const many = FRENCH_MANY.exec(head)?.[1]
  if (many) return [many.trim()]
  const [first] = knownNames(head, who)
  if (
    first &&
    isFront(head, first.from) &&
    (who.knows(first.name) || (first.words > 1 && /\p{Ll}/u.test(head))) &&
    !isVerb(first.name)
  )
    return [first, ...partnersAfter(head, knownNames(head, who), 0)].map(
      ({ name }) => who.whole(name) ?? name,
    )
  // "Set up the address of the tutorial OD": initials of somebody known, behind it.
  const signed = /\p{Ll}[.!]?\s@?(\p{Lu}{2,4})$/u.exec(text.slice(-40))?.[1]
  const initialled = signed ? who.whole(signed) : null
  if (initialled) return [initialled]
  const by = BY.exec(head)?.[1]?.trim()
  const known = by ? who.whole(by) : null
  return known ? [known] : []
}

/** "The union would like to ask", "Ana wants to see": whoever wishes to do it is not told to. */
const WISHES =
  /\s(?:would like|would love|would prefer|wants?|wanted|wishes|hopes?|likes?|plans?|decided|agree[sd]?|resolve[sd]?|decides|recommends?|is|are|was|were|has|have|had)$/i
/** "Deans of Schools to submit their figures": whoever is to do what is marked as a task. */
export function subjectTo(text: string): string[] {
  const said = SUBJECT.exec(text.slice(0, 100))?.[1]?.trim() ?? ""
  const last = said.split(/\s/).at(-1) ?? ""
  if (!mayBeOwner(said) || isVerb(said) || THING.test(last) || WISHES.test(said)) return []
  return [withoutThe(said)]
}

/** "With support from the Coast Guard", "with Ben's help". */
const HELP_OF = new RegExp(
  `,?\\s${HELPED_BY}\\s|,?\\swith (\\p{Lu}[\\p{L}\\p{M}.-]{1,24}(?:\\s\\p{Lu}[\\p{L}\\p{M}.-]{1,24})?)['’]s? (?:help|support|assistance)`,
  "gu",
)

/** The people and offices of "Ana, Ben and the chair"; what else stands there is left out. */
export function peopleIn(text: string, who: Who): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/^(?:to|for)\s+(?=the\s|\p{Lu})/u, "")
    .replace(/\((?:with|and|together with|supported by|avec|con|mit)\s([^()]*)\)/gi, ", $1")
    .replace(HELP_OF, (_, name: string | undefined) => `, ${name ?? ""} `)
    .replace(/\s*\([^()]*\)/g, (inner, at: number, all: string) =>
      who.holder(all.slice(all.lastIndexOf(",", at) + 1, at + inner.length).trim()) ? inner : " ",
    )
    .split(/\s*(?:[,;&+]|\band\b|\bet\b|\bwith\b)\s*/)
    .flatMap((part) => (who.holder(part.trim()) ? part : part.split(/\s*\/\s*/)))
    .flatMap((part) => (who.knows(part.trim()) ? part : part.split(/\s(?:y|e|und|og|och|ja)\s/)))
    .flatMap((part) => {
      const said = part
        .trim()
        .replace(CODE, "")
        .replace(HONORIFIC, "")
        .replace(/^@|[.:]+$/g, "")
      if (said === "") return []
      const bare = who.knows(said) ? said : said.replace(COURTESY, "")
      const known = part.trim().startsWith("@") ? who.handle(bare) : who.whole(bare)
      if (known) return [known]
      // "Commissioners Lind and Okoro": the title of both stands in front of the first.
      const titled = OF_SEVERAL.test(bare) ? who.whole(bare.replace(OF_SEVERAL, "Mr ")) : null
      if (titled) return [titled]
      const nick = NICK.test(bare) && !ORDINARY_WORDS.has(bare) && !isVerb(bare)
      const called = nick ? who.handle(bare) : null
      if (called) return [called]
      const holder = bare.length <= 40 ? who.holder(bare) : null
      if (holder) return [holder]
      if (ONLY_OFFICE.test(bare))
        return /^tb[cd]$/i.test(bare) ? [] : [who.holder(bare) ?? withoutThe(bare)]
      if (COLLECTIVE.test(bare) || isBody(bare) || who.bodies.has(withoutThe(bare)))
        return [withoutThe(bare)]
      if (isPost(bare)) return [withoutThe(bare)]
      const several = namesInRow(bare, who)
      if (several.length > 0) return several
      if (!looksLikeName(bare) || isVerb(bare)) return []
      if (bare.includes(" ")) return findNames(bare).some(({ words }) => words > 1) ? [bare] : []
      return ORDINARY_WORDS.has(plainCase(bare)) || !/^\p{Lu}\p{Ll}{2,}$/u.test(bare) ? [] : [bare]
    })
}

/** "D Abolade G Lund", "AL BO": people known by initials, below one another with nothing between them. */
function namesInRow(text: string, who: Who): string[] {
  const parts = text.match(
    /\p{Lu}{2,4}(?=\s|$)|(?:\p{Lu}\.?\s?){1,3}\p{Lu}[\p{L}\p{M}'’-]+(?=\s|$)/gu,
  )
  if (!parts || parts.length < 2 || parts.join(" ") !== text) return []
  const people = parts.flatMap((part) => who.whole(part) ?? [])
  return people.length === parts.length ? people : []
}

/** Who stands in the place of an owner: people and offices, else whatever is named there. */
export function namedIn(text: string, who: Who): string[] {
  const said = text.trim().replace(/[.:]+$/, "")
  const people = peopleIn(said, who)
  if (people.length > 0) return people
  return mayBeOwner(said) && !isVerb(said) ? [withoutThe(said)] : []
}

/** "The", "The list of": somebody is yet to come. */
const BREAKS_OFF = /(?:^|\s)(?:the|an?|of|by|to|for|from|in|on|at|that|who|had|was|were)$/i
/** Six words in small letters, one behind the other, are a sentence and no name. */
const MANY_WORDS = /(?:^|\s)(?:[a-z]+\s){6}/

/** Whether a text is nothing but people: the owner of what is listed below it. */
export function isOnlyPeople(text: string, who: Who): boolean {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return false
  const bare = trimmed.replace(/[:.]+$/, "")
  if (bare.length > 80 || bare === "" || BREAKS_OFF.test(bare) || MANY_WORDS.test(bare))
    return false
  const parts = bare
    .split(/\s*(?:[,;/&+]|\band\b|\bwith\b)\s*/)
    .flatMap((part) => (who.knows(part) ? part : part.split(/\s(?:y|e|et|und|og|och)\s/)))
  // "The Health and Safety Committee" is one.
  return (
    isBody(bare) ||
    who.bodies.has(withoutThe(bare)) ||
    namesInRow(bare, who).length > 0 ||
    parts.every((part) => peopleIn(part, who).length === 1)
  )
}

/** Whether a name as it was read is that of somebody of the report, whole or known. */
export const isSomebody = (name: string, who: Who) => name.includes(" ") || who.knows(name)

/** Whether a text begins with somebody known and goes on with what they do: "Mme Lind contacte la mairie". */
function isFrontOfDeed(text: string, who: Who): boolean {
  const head = text.slice(0, 120)
  const names = knownNames(head, who)
  const [first] = names
  if (!first || !isFront(head, first.from) || !who.knows(first.name)) return FRENCH_MANY.test(head)
  const last = partnersAfter(head, names, 0).at(-1) ?? first
  return /^\s(?!(?:is|was|are|were|has|had|have|said|says|asked|a|ont|est|sont|ist|sind|hat|es|fue)\s)\p{Ll}{2,}\s/u.test(
    head.slice(last.to),
  )
}

function isVerb(text: string): boolean {
  return FIRST_VERB.test(text)
}

/** "Ana: archive the lists", or behind an arrow "Les parents élus écrivent": somebody, and what they do. */
export function isTaken(text: string, who: Who, arrow: boolean): boolean {
  const people = /^([^:]{2,60}):\s+\p{Ll}/u.exec(text.slice(0, 80))?.[1]
  // "Ben: worried about the keys", "Ana: is that about the words?" is what they said.
  const said =
    /^[^:]{2,60}:\s+(?:is|are|was|were|it|that|this|the|a|an|yes|no|not|agree[ds]?(?! on (?:an?|the|who|which)\b)|disagree|maybe|perhaps|worried|happy|sure|thinks?|why|what|who|how|where|when|does|do|did|can|could|should|would|will|we|they|there|\p{Ll}{3,} (?:is|are|was|were))\s/u
  if (people !== undefined && said.test(text.slice(0, 120))) return false
  return people === undefined ? arrow && isFrontOfDeed(text, who) : isOnlyPeople(people, who)
}
