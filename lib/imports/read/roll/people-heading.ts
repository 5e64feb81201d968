import { plainCase } from "@/lib/check/words"
import { remembered } from "@/lib/platform/remembered"
import { isOfAnotherMeeting, isUnexcused, LATE } from "./scene-words"

/** Which list of people a line announces, and where the names begin on the same line. */
export type PeopleHeading = {
  list: "participants" | "regrets"
  rest: number | null
  /** "Staff: …" announces a list only where names stand behind it. */
  weak?: boolean
}

const words = (list: string) => new Set(list.split(" "))

const PRESENT = words(
  "roster visitor observador observadores observadora observadoras observateur observatrice observatrices invitee invitees sederunt delegates participant participants attendee attendees attendance attending attended present presence presences joined participating participation guest guests observer observers presents presentes asisten asistencia asistencias participantes participantas asistentes invitados invites observateurs anwesend anwesende teilnehmer teilnehmende teilnehmerinnen gaste gast gastin aanwezig presenti partecipanti presenca presencas narvarande tilstede tilstedevaerende deltagare deltakere lasna",
)
/** Announces a list only in front of a colon: "Members: …". */
const WEAK = words(
  "substitute substitutes deputies alternate alternates listening watching late tardy latecomers co-lead co-leads co-leaders liaisons voting non-voting nonvoting there came invited names taking officio officials here hall screen radio interpreters interpreter translators technicians advisers advisors experts experts invitation members roll staff officers representatives speakers membres visitors secretariat public press governors directors trustees commissioners councillors councilors delegations panellists administration administrators management counsel",
)
const AWAY = words(
  "apols apol ooo pto verhindert verhinderd fehlten fehlend faltaram faltou faltaron ausencias justificadas justificada justificado excusadas disculpadas declined absentia non-attending regret regrets apology apologies absent absents absence absentees absences excused excuse excuses excusees excusee excusa excusas ausentes entschuldigt abwesend unable excusan inasistencias justificados disculpan disculpa disculpas disculpado disculpados disculparon excusaron excusado excusados ausencia ausencias ausente justifican afmeldingen afwezig afgemeld assenti assente scusati giustificati ausentes faltas fravaerende forfall franvarande poissa unavailable",
)
const WEAK_AWAY = words("without miss leave missing missed away cant cannot couldnt sorry")
const FILLERS = words(
  "office com met mit sind haben sich es se kennisgeving justificacao justificacion antecedencia regular it item items only until till after before late later early part parts start end a is it make whos additional as following follows part participated took alternates also and appointed are at board by call chamber commission committee council councillors councilors date de dem der des did directors du e ebenfalls egalement en et ex experts external for force forum from full group have in including invited la le les leave list lista liste meeting member name names no non nonvoting non-voting not of office officio on online onsite on-site or other others panel people person persons phone plenary presenters provisional public quorum received register registered remote remotely secretariat sent session site task team the their those to today todays trustees via video virtual virtually voting was were wg who with working y zoom absence attend could su sus los las to motivees motives justifiees be us hosts partner partners roll ex-officio officers special invitees invitee hall screen radio here joining joined line invitation special over web link those gave granted notice justified prior ausencia asistencia etaient etait est sont ont con aviso sin previo avec pouvoir whose came taking sent our themselves them signed in telephone telephonically teleconference videoconference video-conference video-link conference skype webex dial-in audio throughout day morning afternoon evening half whole absences message messages them requested",
)
/** Words of a sentence: they announce a list only in front of a colon. */
const VERBS = words("was were attended joined received sent could participated took follows")
const ON_THE_CALL =
  /^(?:people )?(?:on|in) (?:the |this |today[’']s )?(?:call|line|room|zoom|meeting)(?: (?:today|tonight|this (?:week|time|month)))?$/i
const NOT_THERE =
  /^(?:(?:those )?who )?(?:could not|couldn[’']t|can[’']t|cannot|unable to|did not) (?:make it|attend|join|come|be there|be present)$|^(?:those )?who (?:could not|couldn[’']t|didn[’']t|did not|(?:was|were|is|are)(?:n[’']t| not))(?: (?:there|here|present|around|with us))?$|^did not (?:attend|come|join|appear|take part)$|^no attendance$|^not able to (?:join|attend|come|make it)(?: (?:the|this) (?:call|meeting|session))?$|^sent (?:regrets|apologies|excuses)$|^sent word(?: that (?:they|he|she) .{3,30})?$|^(?:not (?:here|there|around|with us)|missing)(?: (?:today|this time|tonight))?$|^not (?:today|this time|tonight)$|^not (?:on|in|at) (?:the|this) (?:call|meeting|room|session|hall)$/i
/** "In person: …", "Remote: …": how those named behind it took part. */
const WHERE =
  /^(?:in[- ]person|by (?:radio|invitation)|(?:in|on) (?:the )?(?:hall|room|screen|line)|remote(?:ly)?|online|on-?site|virtual(?:ly)?|in the room|(?:by|via|on|over) (?:the |a )?(?:(?:tele|video)?(?:phone|video|zoom|conference|call|link|web)|video link)|dial(?:l?ed|l?ing)[- ]in|call(?:ed|ing) in|en l(?:igne|ínea)|à distance|sur place|en (?:salle|visio(?:conférence)?)|da remoto|in presenza|em linha|por (?:radio|v[ií]deo|teléfono|zoom)|conectad[oa]s por \p{L}{3,12})$/iu
const WHO =
  /^who(?:[’']s| was| is| were| are| came| attended| joined| took part| participated| turned up| showed up)(?: (?:there|here|present|on|in|with us))?(?: (?:the |this |today[’']s )?(?:call|line|room|meeting))?$/i
/** "The following took part:": a sentence that a list goes on with. */
const FOLLOWING =
  /^(?:the )?following (?:\p{L}+ ){0,3}(?:took part|attended|participated|joined|were (?:present|there|in attendance))(?: in| at)?(?: (?:the|this) (?:meeting|call|session))?$|^(?:the|this) (?:meeting|call|session) was attended by(?: the following(?: \p{L}+)?)?$/iu
/** "Signed in": the sheet that goes round. */
const SHEET =
  /^checked in$|^(?:(?:those|people) who )?signed (?:in|the (?:sheet|list|book))$|^sign(?:ed)?[- ]?in(?: (?:sheet|list))?$|^attendance (?:sheet|list)$|^(?:sheet|list|register|record) of (?:attendance|presence|attendees|participants|those (?:present|attending))$/i
/** "Participants by organisation": how the list is put in order. */
const GROUPED = /\s(?:by|per)\s\p{L}{3,20}(?:\s\p{L}{3,20})?\s*$/u
/** "Council of Delegates" is a body, and no list of those who came. */
const BODY =
  /^(?:the )?(?:\p{L}+ )?(?:council|board|committee|assembly|house|chamber|congress|panel|commission|conference|forum|college|court) of\b/iu
const ANNEX =
  /^(?:annex(?:e|ure)?|appendix|attachment)(?:\s+(?:\d{1,2}|[a-z]|[ivx]{1,4}))?\s*[:.–—-]?\s*/i
/** "Attendance. Ana Lind; Ben Okoro": one word or two, a full stop, and names. */
const RUN_IN = /(?<=^\p{Lu}\p{L}{3,14}(?: \p{L}{4,14})?)\.\s(?=[^\s–—-])/u
/** What ends a label; a colon within brackets does not: "Attendees (Initials: Name)". */
const END =
  /(?<!^[^()]{0,90}\([^()]{0,60})\s*(?:::?(?!\/)[-–—]?|(?<=[Pp]resent|[Rr]egrets)\+(?=\s)|→(?=\s)|\s[–—-](?=\s))\s*/
/** "Who was there? Ana Lind, Ben Okoro": a question in the place of a label. */
const ASKED = /(?<=^who [^?:.]{3,40})\?\s+(?=\p{Lu})/iu
const THERE = /^(?:present|attending|absent|excused)$/
const LONGEST = 100
const LONGEST_RUN_IN = 34

/** Reads "Present:", "Members absent (3)", "Annex 1: List of participants", "Présents / Present: …". */
export const peopleHeading = remembered(readHeading)

function readHeading(text: string): PeopleHeading | null {
  const annex = ANNEX.exec(text.slice(0, 60))?.[0].length ?? 0
  const start = text.slice(0, 14).toLowerCase().startsWith("attachment") || annex > 0 ? annex : 0
  const own = text.slice(start, start + LONGEST + 1)
  const asked = own.includes("?") ? ASKED.exec(own) : null
  const runIn = own.slice(0, LONGEST_RUN_IN).includes(".") ? RUN_IN.exec(own) : null
  const end = asked ?? runIn ?? END.exec(own)
  const label = end ? own.slice(0, end.index) : own
  if ((!end && own.length > LONGEST) || isUnexcused(label) || LATE.test(label)) return null
  if (isOfAnotherMeeting(label)) return null
  const colon = end !== null && /[:+.?→]/.test(own.charAt(end.index + end[0].trimEnd().length - 1))
  const list = listOf(label, colon) ?? qualified(label, colon)
  if (!list) return null
  const runsIn = end !== null && own.startsWith(".", end.index)
  const weak = list === "weak" || runsIn
  const rest = end ? start + end.index + end[0].length : text.length
  // "Participants: 12" counts those whom the lines below it name.
  const counted = /^\W*(?:\d{1,4}\s*)?(?:people|persons|participants|attendees|members)?\W*$/i
  return {
    list: list === "weak" ? "participants" : list,
    rest: counted.test(text.slice(rest)) ? null : rest,
    ...(weak && { weak }),
  }
}

const BEHIND_COMMA = /^([^,()]{3,60}), \p{L}\S*(?: \S+){0,5}$/u
const BEHIND_WORD =
  /^(\p{L}[\p{L}’'-]{2,20}(?: \p{L}[\p{L}’'-]{1,20}){0,3}?)\s(?=(?:from|on|for|who|with|of|in|at)\s)\S+(?: \S+){1,5}$/iu

/**
 * "Not in the call, with notice:", "EXCUSED, HAVING GIVEN A PROXY": a label and more on it behind a comma.
 * "Guest on Sunday:" announces somebody only where a name stands behind it.
 */
function qualified(label: string, colon: boolean): PeopleHeading["list"] | "weak" | null {
  if (!colon && /\p{Ll}/u.test(label)) return null
  const front = BEHIND_COMMA.exec(label)?.[1]
  const list = front ? listOf(front, colon) : null
  if (list || !colon) return list
  const head = BEHIND_WORD.exec(label)?.[1] ?? ""
  const told =
    head === "" ||
    head
      .toLowerCase()
      .split(" ")
      .some((word) => VERBS.has(word))
  const found = told ? null : listOf(head, true)
  return found && found !== "regrets" ? "weak" : null
}

/** What a label announces; of "Présents / Present" one side is enough. */
function listOf(label: string, colon: boolean): PeopleHeading["list"] | "weak" | null {
  if (!colon && /\d/.test(label.replace(/\([^()]{0,60}\)/g, ""))) return null
  const bare = label.replace(/\([^()]{0,60}\)/g, " ").replace(/[.,&+]/g, " ")
  for (const side of bare.split("/")) {
    if (colon && ON_THE_CALL.test(side.trim())) return "participants"
    if (NOT_THERE.test(side.trim())) return "regrets"
    // "Delegates' Meeting" is the title of a report.
    if (!colon && (BODY.test(side.trim()) || /s[’']\s\p{L}{4,12}$/u.test(side.trim()))) continue
    if (colon && WHERE.test(side.trim())) return "weak"
    if (WHO.test(side.trim()) || SHEET.test(side.trim())) return "participants"
    if (colon && FOLLOWING.test(side.trim())) return "participants"
    const said = plainCase(side.replace(GROUPED, "")).match(/[\p{L}'’-]+/gu) ?? []
    if (said.length === 0 || said.length > 10) continue
    // "Appologies": a letter too many is nobody else's word.
    const bares = said.map((word) =>
      word.replace(/['’]/g, "").replace(/^app?oll?og(?=ies$|y$)/, "apolog"),
    )
    const away =
      bares.some((word) => AWAY.has(word) || (colon && WEAK_AWAY.has(word))) || isNot(bares)
    const present = bares.some((word) => PRESENT.has(word))
    const weak = colon && bares.some((word) => WEAK.has(word))
    const known = bares.every((word) =>
      [FILLERS, PRESENT, AWAY, WEAK, WEAK_AWAY].some((known) => known.has(word)),
    )
    // "Governors present:": whoever they are, the last word says that they were there.
    // "Incoming trustees present were:"
    if (colon && /^(?:were|was)$/.test(bares.at(-1) ?? "") && bares.length > 2) bares.pop()
    const told = said.length <= 7 && /^\p{Lu}/u.test(side.trim()) && THERE.test(bares.at(-1) ?? "")
    const clause = !colon && /,\s|[.!?]\s*$/.test(label)
    if (told && !clause && !bares.some((word) => VERBS.has(word)))
      return away ? "regrets" : "participants"
    if (!known || (!colon && (bares.length > 7 || bares.some((word) => VERBS.has(word))))) continue
    if (away) return "regrets"
    if (present) return "participants"
    if (weak) return "weak"
  }
  return null
}

function isNot(said: readonly string[]): boolean {
  return (
    said.includes("not") &&
    said.some((word) => PRESENT.has(word) || /^(?:attend|there|here)$/.test(word))
  )
}
