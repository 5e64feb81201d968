import { findNames, type NameInText } from "./names"
import type { Who } from "./who"

const DELIVER =
  "add address advise analyse appoint approach arrange ask assist attend book bring buy build call check circulate clarify collaborate collate collect compile complete confirm consolidate consult contact coordinate co-ordinate count create define deliver develop discuss disseminate distribute do document draft edit email e-mail ensure establish examine explore file fill finalise finalize find fix follow forward gather get give help host identify implement incorporate inform initiate inspect integrate invite investigate issue join launch lead liaise list look mail make map measure meet merge modify monitor move notify obtain open order organise organize outline pay plan post prepare present print produce propose provide publish purchase put raise reach record redraft refine reissue remind reply report request research respond resume return review revise rewrite run schedule secure seek send set share sign speak start submit suggest summarise summarize supply support survey synthesise synthesize table take talk test think track transcribe translate try update upload verify visit work write"
export const VERB = `(?:${DELIVER.split(" ").join("|")})`
/** What somebody will do who does not deliver anything by it. */
const IDLE =
  "(?:not|never|be|have|become|remain|continue|need|require|depend|include|leave|retire|arrive|come|go|happen|occur|receive|see|know|like|love|miss|benefit|expire|end|begin|step|attend|participate|chair|moderate|now|still|serve|represent|hold)"
const STRONG =
  "(?:(?:(?:kindly|gladly|also) )?(?:agreed|consented|pledged) to|(?:has |have )?taken it upon (?:himself|herself|themselves) to|is going to|are going to|volunteered to|offered to|undertook to|committed to|promised to|was tasked to|were left to|was left to|was given the task of|were given the task of|was entrusted with|were tasked to|was tasked with|were tasked with|(?:is|are|was|were|has been|have been) (?:asked|invited|requested|instructed|mandated|charged|assigned|directed) to|be (?:directed|instructed|requested|asked) to|is responsible for|are responsible for|took (?:on )?the action to|has an action to|took an action to|is to|are to)"
const AIDE = "(?:(?:also|then|kindly|further|jointly|together|now|soon|\\p{Ll}+ly)\\s+){0,2}"
const ASIDE = "(?:\\s*\\([^()]{1,60}\\))?(?:,[^,.;]{2,60},)?"
const ROLE =
  "(?:co-?chairs?|chairs?|chairman|chairperson|chairwoman|secretariat|rapporteurs?|volunteers|note-?takers?|scribe|moderators?|facilitators?|convenors?|drafting (?:team|group)|editorial (?:team|group)|subgroup|sub-group|sub-?committee|task force|coordinators?|editors?|small group|hosts?|commission|bureau|presidency|staff|clerk|engineer|treasurer|director|superintendent|attorney|registrar|head ?teacher|principal|manager|president|vice-president|vice-chairs?|secretary|webmaster|administrator|liaisons?|organi[sz]ers?|(?:comms|communications|technical|legal|web|design|support|project) (?:team|committee))"
/** An office that takes something on: "the co-chairs", "the secretary of the Tide Group". */
export const OFFICE = `(?:(?:the|all|our)\\s+(?:(?!the\\b|and\\b|of\\b|to\\b|that\\b)[\\p{L}][\\p{L}-]*\\s+){0,2}?)?${ROLE}(?:\\s+of\\s+(?:the\\s+)?[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+){0,2})?`
const MANY =
  "(?:(?:the|all)\\s+)?(?:members|participants|attendees|delegates|delegations|parties|colleagues|volunteers|everyone|everybody)(?:\\s+(?:states|present))?"

const WILL = `(?:(?:will|shall)\\s+${AIDE}(?!${IDLE}\\b)\\p{Ll}{2,}|${STRONG}\\s+${AIDE}(?!not\\b)\\p{Ll}{2,})`
const PROMISE = new RegExp(`^${ASIDE}\\s+(?:has |have )?${WILL}\\b`, "iu")
/** "Luca said that he will look", "Ana confirmed she would send it". */
const SAYS_SO = new RegExp(
  `^${ASIDE}\\s+(?:also )?(?:said|confirmed|promised|explained|added|noted|replied|announced|indicated|answered)\\s+(?:that\\s+)?(?:he|she|they)\\s+(?:will|would)\\s+${AIDE}${VERB}\\b`,
  "iu",
)
const OFFICE_PROMISE = new RegExp(
  `(?<![\\p{L}-])(${OFFICE})\\s+(?:(?:will|shall)\\s+${AIDE}${VERB}|${STRONG}\\s+${AIDE}${VERB})\\b`,
  "iu",
)
const MANY_ASKED = new RegExp(
  `(?<![\\p{L}-])(${MANY})\\s+(?:is|are|was|were) (?:kindly )?(?:invited|asked|requested|reminded) to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
const HAS_TO = new RegExp(`^${ASIDE}\\s+(?:has|have|needs?) to\\s+${AIDE}${VERB}\\b`, "iu")
/** Reported speech: "Ana would send them by May." */
const WOULD = new RegExp(`^${ASIDE}\\s+would\\s+${AIDE}${VERB}\\b[^.]{0,120}?\\bby\\s`, "iu")
const ASKED =
  /\b(?:asked|requested|invited|encouraged|tasked|urged|charged|mandated|recalled to|reminded|instructed|assigned|up to)\s+(?:for\s+)?(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?$/iu
const ASKED_SOME = new RegExp(
  `(?<!\\b(?:was|were|is|are|been)\\s)\\b(?:asked|requested|invited|tasked|charged|mandated|instructed)\\s+(${OFFICE}|(?:the|all)\\s+[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}?|${MANY})\\s+to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
const MYSELF =
  /(?:^|[.,;!]\s)(?:(?:yes|ok|okay|sure|fine),?\s)?(?:and |so |then )?I(?:['’]ll| will| can take an action to)\s+(?:(?:also|then|try and|try to)\s+)?(?:send|write|draft|circulate|prepare|share|check|ask|contact|fix|update|post|file|review|publish|organi[sz]e|invite|follow up|get back|call|email|e-mail|mail|look into|report back|propose|open an?|make|set up|add)\b(?!\s+now\b)/u
/** "Otto to place the order.": a name and what it is to do, at the start of a sentence. */
const BARE = new RegExp(
  `^${ASIDE}\\s+to\\s+${AIDE}(?!be\\b|date\\b|whom\\b|which\\b)\\p{Ll}{2,}\\b`,
  "u",
)
const HELD = new RegExp(
  `^(?:the )?(\\p{L}{3,20}(?: \\p{L}{3,20}){0,2}?) (?:will|shall|to) ${AIDE}${VERB}\\b`,
  "iu",
)
const MANY_TO = new RegExp(
  `^(all(?: members| participants)?|everyone|everybody|(?:\\p{L}{3,20} )?members|participants|${OFFICE})(?:\\s+(?:are|is))?\\s+to\\s+${AIDE}(?!be\\b|date\\b|whom\\b|which\\b)\\p{Ll}{2,}\\b`,
  "iu",
)
/** "A poll will be sent out.": something is to be done, and nobody is said to do it. */
const PASSIVE =
  /^(?:an?|the|this|these) [^.,;:]{2,60} will (?:then |also |now )?be (?:sent(?: out| round)?|circulated|distributed|e-?mailed|drafted|prepared|set up|created|published|posted|uploaded|shared|arranged|organi[sz]ed|launched)\b/iu
/** What is no more than good will when only "he" or "she" is said to do it: "He will help find a way." */
const VAGUE = "(?:help|try|support|assist|think|talk|speak|discuss)"
const PRONOUN = new RegExp(
  `^(?:He|She)\\s+(?:also |then )?(?:(?:will|shall)\\s+${AIDE}(?!${VAGUE}\\b)${VERB}|${STRONG}\\s+${AIDE}${VERB})\\b`,
  "u",
)
const INITIALS_TO = new RegExp(
  `^(\\p{Lu}{2,4})((?:(?:,| and| &| \\\\+)\\s?\\p{Lu}{2,4}){0,3})\\s+(?:will|shall|to)\\s+${AIDE}${VERB}\\b`,
  "u",
)
/** What a sentence has in it that can be a promise of an office, to pass over all others at once. */
const MAY_PROMISE = new RegExp(
  `(?:${ROLE}|${MANY}|\\ball\\b)[^.]{0,120}\\b(?:will|shall|to)\\s`,
  "iu",
)
const MAY_ASK = /\b(?:asked|requested|invited|tasked|charged|mandated|instructed)\s/i
const DENIED = /\bno (?:action|one|body)\b|\bif (?:\p{L}+ ){1,6}will\b/iu

/** What somebody takes on: who, and the stretch of the sentence that says it. */
export type Commitment = { owners: string[]; from: number; to: number }

/**
 * The commitments of a sentence, in order; `speaker` has the floor and may speak of themselves, and
 * `subject` is who "he" or "she" is.
 */
export function commitmentsIn(
  sentence: string,
  who: Who,
  speaker: string | null,
  subject: string | null = null,
): Commitment[] {
  if (/\?["”)]?$/.test(sentence.slice(-3)) || DENIED.test(sentence)) return []
  const found: Commitment[] = []
  const names = findNames(sentence)
  for (const [index, name] of names.entries()) {
    if (name.possessive || (name.words === 1 && !who.knows(name.name))) continue
    const before = sentence.slice(Math.max(0, name.from - 24), name.from)
    const behind = sentence.slice(name.to, name.to + 240)
    const asked = ASKED.test(before) && /^\s+to\s+\p{Ll}{2,}/u.test(behind)
    const first = partnersOf(sentence, names, index)
    const bare = isFront(sentence, (first[0] ?? name).from) && BARE.test(behind)
    if (
      !asked &&
      !bare &&
      !PROMISE.test(behind) &&
      !HAS_TO.test(behind) &&
      !WOULD.test(behind) &&
      !SAYS_SO.test(behind)
    )
      continue
    const owners = asked ? [name] : [...first, name]
    const from = asked || found.length > 0 ? name.from : (owners[0] ?? name).from
    const last = found.at(-1)
    if (last) last.to = endBefore(sentence, from)
    found.push({
      owners: owners.map((owner) => who.whole(owner.name) ?? owner.name),
      from: last ? (owners[0] ?? name).from : asked ? 0 : startOf(sentence, from),
      to: sentence.length,
    })
  }
  if (found.length > 0) return found
  const later = laterIn(sentence, names, who)
  if (later) return [later]
  const other =
    byPassive(sentence, names, who) ??
    byInitials(sentence, who) ??
    byOffice(sentence, who) ??
    bySpeaker(sentence, speaker) ??
    byPronoun(sentence, subject)
  if (other) return [{ ...other, to: sentence.length }]
  return PASSIVE.test(sentence) ? [{ owners: [], from: 0, to: sentence.length }] : []
}

/** Where a clause ends in front of the next one, without the comma and the "and" between them. */
function endBefore(sentence: string, from: number): number {
  const clause = sentence.slice(0, from).trimEnd()
  return clause
    .replace(/\b(?:and|while|but)$/, "")
    .trimEnd()
    .replace(/[,;]$/, "").length
}

/** "Lin stressed the need for it and offered to write it": the first name is the one who offers. */
function laterIn(sentence: string, names: readonly NameInText[], who: Who): Commitment | null {
  const match = OFFERS.exec(sentence)
  const [name] = names
  if (!match?.[1] || !name || name.to > match.index || name.possessive) return null
  if (name.words === 1 && !who.knows(name.name)) return null
  const from = match.index + match[0].length - match[1].length
  return { owners: [who.whole(name.name) ?? name.name], from, to: sentence.length }
}

/** "It was left with Ana and Ben to put it into words", "it falls to the clerk to …". */
const LEFT_WITH =
  /\bit (?:was|is|has been) left (?:with|to|for) (.{2,100}?) to (?:\p{Ll}+ly )?\p{Ll}{2,}|\bit falls to (.{2,100}?) to \p{Ll}{2,}/iu
/** "A form is to be drafted by Gideon before the next call". */
const BY_WHOM =
  /\b(?:is|are|shall|will|has|have) (?:to )?be (?:\p{Ll}+ly )?\p{Ll}{3,}(?:ed|en|t|n|wn) by ([^,.;]{2,60}?)(?=\s(?:by|before|until|within|in time|not later|no later)\b|[.,;]|$)/iu

const OFFERS =
  /\s(?:and|but|who)\s+(?:(?:has|have|had|also|then|kindly)\s+){0,2}((?:offered|volunteered|undertook|promised|committed|agreed) to\s+\p{Ll}{2,})/u

type Beginning = Omit<Commitment, "to">

/** Those with whom something is left, or by whom it is to be done. */
function byPassive(sentence: string, names: readonly NameInText[], who: Who): Beginning | null {
  const match = LEFT_WITH.exec(sentence) ?? BY_WHOM.exec(sentence)
  const written = match?.[1] ?? match?.[2]
  if (!match || !written) return null
  const from = match.index + match[0].indexOf(written)
  const owners = names
    .filter((name) => name.from >= from && name.to <= from + written.length)
    .flatMap(({ name }) => who.whole(name) ?? (name.includes(" ") ? name : []))
  const office = owners.length === 0 ? who.holder(written.replace(/^the /i, "")) : null
  if (office) return { owners: [office], from: 0 }
  return owners.length > 0 ? { owners, from: 0 } : null
}

function byInitials(sentence: string, who: Who): Beginning | null {
  const match = INITIALS_TO.exec(sentence.slice(0, 120))
  const owners = `${match?.[1] ?? ""}${match?.[2] ?? ""}`
    .split(/[^\p{Lu}]+/u)
    .flatMap((letters) => (letters ? (who.whole(letters) ?? []) : []))
  return owners.length > 0 ? { owners, from: 0 } : null
}

function byOffice(sentence: string, who: Who): Beginning | null {
  const owner = (office: string) => who.holder(office) ?? withoutThe(office)
  const match = MAY_PROMISE.test(sentence)
    ? (OFFICE_PROMISE.exec(sentence) ?? MANY_TO.exec(sentence) ?? MANY_ASKED.exec(sentence))
    : null
  if (match?.[1]) return { owners: [owner(match[1])], from: startOf(sentence, match.index) }
  // "The Chief Forester shall publish": whatever somebody of the list is.
  const held = HELD.exec(sentence)?.[1]
  const holder = held ? who.holder(held) : null
  if (holder) return { owners: [holder], from: 0 }
  const asked = MAY_ASK.test(sentence) ? ASKED_SOME.exec(sentence) : null
  return asked?.[1] ? { owners: [owner(asked[1])], from: 0 } : null
}

function bySpeaker(sentence: string, speaker: string | null): Beginning | null {
  return speaker && MYSELF.test(sentence) ? { owners: [speaker], from: 0 } : null
}

function byPronoun(sentence: string, subject: string | null): Beginning | null {
  return subject && PRONOUN.test(sentence) ? { owners: [subject], from: 0 } : null
}

/** Whom a sentence is about: the person that it begins with. */
export function subjectOf(sentence: string, who: Who): string | null {
  const [name] = findNames(sentence.slice(0, 120))
  const front = name ? sentence.slice(0, name.from).replace(HONORIFIC_ALONE, "") : "x"
  if (!name || name.possessive || front.trim() !== "") return null
  return who.whole(name.name)
}

const HONORIFIC_ALONE = /^(?:mr|mrs|ms|miss|dr|prof|rev)\.?\s/i

/** Whether nothing but a title such as "Ms." stands in front of a name. */
function isFront(sentence: string, from: number): boolean {
  return sentence.slice(0, from).replace(HONORIFIC_ALONE, "") === ""
}

/** Names joined to the one at `index` by commas and "and": "Ana, Ben and Cem will …". */
function partnersOf(sentence: string, names: readonly NameInText[], index: number): NameInText[] {
  const found: NameInText[] = []
  for (let i = index; i > 0; i--) {
    const before = names[i - 1]
    const here = names[i]
    if (
      !before ||
      !here ||
      !/^(?:\s+(?:and|&)\s+|,\s+(?:and\s+)?)$/.test(sentence.slice(before.to, here.from))
    )
      break
    found.unshift(before)
  }
  return found
}

/** The whole sentence where it begins with the promise, else the clause from there on. */
function startOf(sentence: string, from: number): number {
  return /^(?:\W|the|all|our|mr|mrs|ms|dr|prof)*$/i.test(sentence.slice(0, from)) ? 0 : from
}

export function withoutThe(office: string): string {
  return office.replace(/^(?:the|our)\s+/i, "")
}
