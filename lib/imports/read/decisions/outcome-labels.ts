import { codeOfTask } from "../tasks/task-codes"

/** The label of an action in front of what is to be done. */
export const ACTION_MARKED =
  /^(?:\[[A-Z\d]{1,6}(?:[-./][A-Z\d]{1,6}){1,3}\]\s{1,2})?(?:(?:--|[-=]{1,2}>)\s{1,2})?(?:[#*\s[(→>]*)(?:\p{L}{3,14}(?:\s\p{L}{2,12})?\s\/\s)?(?:(?:(?:new |open |agreed |next |for )?actions?(?: items?| points?)?(?: (?:(?:by|on)(?=:)|required|needed|agreed|assigned|to be taken))?(?: (?:on|for|by|assigned to) ([^\]:()]{2,60}))?|(?:new |next |another |open )?(?:to[- ]?do|to be (?:done|(?!decided|discussed|considered|confirmed|continued|approved)\p{Ll}{2,12}(?: up| on| out)?(?= by ))|tasks?(?! \p{Ll})|task|job|homework)(?: (?:by|for) ([^\]:()]{2,60}))?|follow[- ]?up|next steps?|suivi|à faire|aufgabe|tarea|acción|pendientes?|ação|tarefa|pendência|tâche|seguimiento|ma(?:ß|ss)nahme|azione|compito|actiepunt|actie|oppgave|uppgift|opgave)(?:\s\/\s\p{L}{3,14}(?:[\s-]\p{L}{2,12})?)?(?:\s{0,4}[#-]?\s{0,4}(?:[A-Z]{1,4}[-.]?)?\d{1,8}(?:[./-](?:\d{1,4}|[A-Z](?![\p{L}]))){0,2})?|a[ipr]\s?[#-]?\s?\d{1,4}(?:[./-]\d{1,4})?|a[ip](?=[:(]))\]?(?:\s{0,4}[([]([^()[\]]{2,60})[)\]])?\]?\s{0,4}(?:::?|[–—→➔➜⇒»▶►▸➤]|[-=]>|-(?=\s)|(?<=\d)\s{2,6}(?=\p{Lu}))\s*/iu
/** "[ACTION on Ana Lind] Send the list". */
export const BRACKETED =
  /^\[(?:new )?(?:actions?(?: items?| points?)?|A[IP](?=\])|homework|tasks?|to-?do|follow-?up|assignment)(?:\s[#A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,2})?(?:(?: on|:) ([^\]:()]{2,60}))?\]:?\s{0,4}/i
/** "A2/1 (Ana Lind, 17 May) Cool the spare", "Action 9.1 Ana Lind to write": a number of actions, whose it is, and what. */
export const CODED =
  /^[*[\s]*(?:AP|ap|AI|ai|ACT|Act|act|[Aa]|Action(?: item| point)?)[ -]?\d{1,4}[./-]\d{1,4}[\]*]*()(?:\s{0,4}\(([^()]{2,80})\))?\s{0,4}[:.–—-]?\s{1,8}(?!(?:\p{Lu}[\p{L}'’-]*\.?\s){1,3}(?:\p{Ll}+ed|was|were|is|had|has|said|told)\s)(?=\p{Lu})/u
const ACTION_CAPITALS =
  /^[[*\s]{0,4}(?:ACTION(?: ITEM| POINT)?|A[IP](?=\s@)|TASK|TO[- ]?DO|todo(?=\s@)|FOLLOW[- ]?UP)S?(?:\s#?[A-Z]{0,3}\d{1,4}(?:[./-]?[a-zA-Z\d]{1,3}){0,2})?[*]{0,2}\s+(?=(?:[\p{Lu}@]|(?:all|everybody|everyone|each|both)\b|[\p{L}+&,/ ]{2,40}:\s|(?<=(?:TO[- ]?DO|ACTION)[*]{0,2}\s+)\p{Ll}).*\p{Ll})/u
export const AMENDS =
  /^((?:(?:action|task) )?owner(?:s|\(s\))?|responsible(?: person| party)?|responsibility(?: of)?|assigned(?: to)?|assignees?|action holder|zuständig|verantwortlich|responsables?|responsável|encargad[oa]|pilote|frist|plazo|prazo|échéance|délai|who|by(?=:)|by whom|to be done by|(?:persons? )?in charge|action(?:ed)? by|for action by|leads?|due(?: date| by)?|deadline|by when|when|until|not later than|term|time limit|timeline|time ?frame|target(?: date)?)\s*:\s*/i
/**
 * The label of a decision in front of it, in any of several tongues, with how the votes fell beside it:
 * "Resolution 14-02, 5 in favour, 2 against:", "Acuerdo (por consenso):"; not where it was rejected.
 */
export const DECISION_MARKED =
  /^(?:\[[A-Z\d]{1,6}(?:[-./][A-Z\d]{1,6}){1,3}\]\s{1,2})?(?:(?:--|[-=]{1,2}>)\s{1,2})?(?:[#*/_\s[✔✓☑✅→]*)(?:>{2,3}\s{0,4})?(?:(?:the |our )?(?:chair(?:man|woman|person)?['’]s |group |final |proposed |formal |joint |key |main |board |committee |council )?decisions?(?: taken| made)?|(?:we )?(?:decided|agreed|resolved)|settled|ruled|(?:chair(?:man|woman|person)?['’]s )?ruling|verdict|(?:motion|resolution|proposal|recommendation) (?:adopted|agreed|approved|carried|passed)(?=\s?:)|resolution|agreed(?: in principle)?|agreement|(?:rough |full |group |wg )?consensus|consent(?=[*_\s]{0,3}:)|conclusions?|outcomes?|results?(?=\s{0,4}:)|take[- ]?aways?(?=\s{0,4}:)|décisions?|beschluss|acuerdos?|acordad[oa]|decisión|decidido|resolución|resuelto|decisão|deliberação|decisione|deliberato|besluit|beschlossen|beslut(?:ning)?|décidé|résolution|d(?=\d))(?:\s(?:of|in|by|from)\s(?:the\s)?(?:\p{L}{2,12}\s)?(?:room|group|call|meeting|board|committee|council|chairs?|wg|plenary|assembly|team|members|floor|house)(?=\s?:))?(?:,?\s(?:unanimously|(?:by|with|without|nem\.?)\s\p{L}{2,14}(?: \p{Ll}{2,14}){0,2}\.?))?(?:\s{0,4}(?:item|point|no\.?|n°|#)?\s{0,4}[#(]?\s{0,4}(?:[A-Z]{1,6} )?(?=[A-Z./-]{0,8}\d)[A-Z\d]{1,8}(?:[./-][A-Z\d]{1,6}){0,4}\)?(?:\s\((?:(?:agenda )?item|point|on|ad|see) [^()]{1,20}\))?)?(?:\s?\((?![^()]{0,40}(?:reje[ct]|rechaz|defeat|\blost\b|fail|withdr|abgel))(?=[^()]{0,40}(?:unanim|major|einstimm|consens|\bfor\b|against|favou?r|\bpour\b|contre|abst|vot|voix|nem|acclam|\d\s?[-–:]\s?\d))[^()]{3,60}\)|,\s(?![^:.;()]{0,40}(?:reject|defeat|\blost\b|fail|withdr))(?=[^:.;()]{0,40}(?:unanim|consens|\bfor\b|against|favou?r|abst|vot|acclam|\d\s?[-–]\s?\d))[^:.;()]{3,60}(?=\s?:))?\]?\s{0,4}(?:::?|[–—→➔➜⇒]|[-=]>|--?(?=\s)|(?<=\d\s?)\|(?=\s)|(?<=\d)\s{2,6}(?=\p{Lu}))[/_]?\s*/iu

const SIGN = /^(?:--|[-=]{1,2}>)\s{1,2}/

/** Whether a line begins with the label of a decision or an action, so that nothing before it goes on. */
export function startsOutcome(whole: string): boolean {
  // "-- agreed: the report is printed", "=> todo: …": behind such a sign in small letters too.
  const text = whole.replace(SIGN, "")
  if (text === whole && !/^[\p{Lu}\d[*#→>@]/u.test(text)) return false
  const front = text.slice(0, 100)
  if (!DECISION_MARKED.test(front) && codeOfTask(text) !== null) return true
  if (/^\d/.test(text)) return false
  if (/^#(?:action|agreed?|decision|decided|resolved|task|todo)\b|^>{3}\s/i.test(front)) return true
  // "TO DO  RT to hire a lorry", "ACTION Ana Lind to …"
  if (
    ACTION_CAPITALS.test(text.slice(0, 160)) &&
    /^\W{0,4}\S+(?: DO| ITEM)?\s+(?!\p{Lu}{4})/u.test(text)
  )
    return true
  const label =
    ACTION_MARKED.exec(front.slice(IN_FRONT.exec(front)?.[0].length ?? 0)) ??
    DECISION_MARKED.exec(front) ??
    AMENDS.exec(front) ??
    BRACKETED.exec(front) ??
    CODED.exec(front)
  return label !== null && /[:\]]|\d|^[A-Z]{4,12}\s[–—-]\s*$/.test(label[0])
}

/** "<scribe> ACTION: …", "19:07:02 <ana> #action …", "[NEW] ACTION: …": when and who wrote the label down, or how it stands. */
const IN_FRONT =
  /^(?:(?:[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?\s{1,3})?<[^<>\s]{1,30}>|[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]|>>>?|\[(?:NEW|OPEN|PENDING|ONGOING|bot)\])\s{1,3}(?=#?(?:ACTION|[Aa]ction|TODO|TO DO))/

/** Whether a paragraph that begins with the label of an action has another one behind the end of a sentence. */
export const isSeveral = (text: string, from: number): boolean =>
  /[.;!)\]]\s{1,3}(?:ACTION|Action)(?: \([^()]{2,60}\)| (?:on|for) [^:.]{2,40}| #?\d[\dA-Za-z./-]{0,5}(?: [A-Z][^:.]{2,40})?)?:\s/.test(
    text.slice(from),
  )

/** The label of an action in front of a text, with whose it is among its groups. */
export function markOfAction(whole: string): RegExpExecArray | null {
  const front = IN_FRONT.exec(whole.slice(0, 50))?.[0] ?? ""
  const label = labelOfAction(whole.slice(front.length))
  if (label) label[0] = front + label[0]
  return label
}

function labelOfAction(text: string): RegExpExecArray | null {
  return (
    ACTION_MARKED.exec(text.slice(0, 140)) ??
    BRACKETED.exec(text.slice(0, 90)) ??
    CODED.exec(text.slice(0, 140)) ??
    (DECISION_MARKED.test(text.slice(0, 100)) ? null : codeOfTask(text)) ??
    ACTION_CAPITALS.exec(text.slice(0, 40)) ??
    /^#(?:action|task|todo)(?: item)?\s+(?=\S)/i.exec(text.slice(0, 40))
  )
}
