import { ONCE } from "../text/once"
import { STRONG, STRONG_OF_PRONOUNS } from "./taking-on"

const DELIVER =
  "adapt add address adjust advise allocate amend analyse announce answer apologise apologize apply appoint approach archive arrange ask assemble assess assign assist attend audit bake book borrow brief bring budget build buy call cancel carry change chase certify chart check choose circulate clarify clean clear close co-ordinate collaborate collate collect commission compare compensate compile complete compute configure confirm connect consolidate consult contact convene convert convey cook coordinate copy correct count cover create cut decorate define delete demolish dismantle dredge deliver deploy design despatch determine develop dig digitise digitize discuss display dispose disseminate distribute do document donate double-check draft draw drive e-mail edit email engage enquire ensure enter erect escalate establish estimate evaluate examine exchange expand explore export extend fetch file fill film finalise finalize find finish fit fix fold follow format forward fund gather generate get give grease hand hang help hire hoist hold host hunt identify implement import improve incorporate increase inform initiate inquire insert inspect install instruct insure integrate interview investigate invite invoice iron issue join keep knock label launch lay lead lend lengthen let liaise link list load lock lodge log look mail maintain make manage map mark measure meet mend mention merge migrate mind modify monitor move mow negotiate nominate notify nudge number obtain open order organise organize outline oversee pack paint pass pay phone photograph pick ping place plan plant plot plug polish post prepare present proofread price print procure produce propose provide publish purchase pursue push put raise rank reach read rear reassign rebase rebuild recalculate recap recheck recommend reconcile record recruit rectify redesign redraft reduce refer refill refine refund refurbish reimburse register rehearse reissue relabel release relocate remind remove rename renew rent reorder repaint repair repeat replace reply report reprint reproduce request rerun reschedule research reserve reset resolve respond restart restore resume retest retrieve return review revise revisit rewire reword rework rewrite ring rinse rotate run sample save scan schedule scope score search secure seek select sell send separate set settle sew share ship shorten show shut sign simplify sketch solicit solve sort sound speak split stamp start state stock stop store strengthen submit suggest summarise summarize supply support survey swap sweep switch synthesise synthesize table tag take talk tell test thank think throw tidy tighten track train transcribe transfer translate transport trim try turn unblock unlock unpack update upgrade upload use validate value verify vet visit void warn wash watch water weigh widen wire withdraw work wrap write"
/** "Have the draft checked" is to see to it; "have the flu by then", "the keys of the shed" are not. */
const HAVING =
  "\\s(?:\\p{Lu}[\\p{L}’'-]{1,24}\\s(?:check|look|send|write|call|make|put|draw|bring|prepare|draft|ask|find|fix|test|review)\\b|(?:the|his|her|their|all|some|both|two|three|four|five|six)\\s[^.,;]{2,60}|(?:it|them|this|that|these)(?:\\s\\p{L}{1,12})?)(?=)(?:\\s(?:ready|done|available|complete|in place|in hand)|\\p{L}ed(?<!\\b(?:shed|need|feed|seed|weed|deed|speed|breed|hundred|indeed|sacred))|(?:dra|sho|kno|gro|blo|flo|thro|se|sa)wn|(?:writt|rewritt|tak|giv|chos|overtak|brok|forgott|driv|froz|hidd|prov|wov|eat|shak|spok|stol|lad|beat|bitt)en|(?:re)?built|made|sent|bound|rung|hung|sold|bought|taught|laid|paid|lit|swept|dug|mown|sewn|hewn|bent|lent|cut|set|put|reset|relaid)\\b"
const HAVE_DONE = `have(?=${HAVING}|\\sa(?:nother)?\\s(?:quiet )?(?:word|look|chat|talk)\\b)`
export const VERB = `${ONCE}(?:(?!represent)(?:pre-?|re-?|co-|cross-)?${ONCE}(?:${DELIVER.split(" ").join("|")})|${HAVE_DONE})${ONCE}`
/** The same as somebody does it: "orders", "copies". */
export const VERBS = `(?:${VERB}(?:e?s)?|(?:${DELIVER.split(" ")
  .filter((verb) => /[^aeou]y$/.test(verb))
  .map((verb) => verb.slice(0, -1))
  .join("|")})ies)`
/** "Will be moving the page" is to move it; who "will be speaking" or "taking over" only does what they do. */
const DOING = `(?!(?:speak|talk|meet|present|tak|runn|join|keep|us|leav|mov(?=ing\\s(?:to|away|out|on|from)\\b))ing)(?:${DELIVER.split(
  " ",
)
  .map((verb) => verb.replace(/e$/, ""))
  .join("|")})\\p{Ll}?ing`
/** What somebody will do who does not deliver anything by it. */
const IDLE = `(?:not|never|(?:describe|explain|introduce|speak)(?=[.;]?$)|be(?!\\s(?:${DOING}|sure to|the one to)\\s)|have(?!${HAVING}|\\sto\\s(?!be\\b|have\\b))|become|remain|continue|need|require|depend|include|leave|retire|arrive|come(?! back (?:to|with))|go(?!\\s(?:through|over|round|to see|and)\\b)|happen|occur|receive|meet(?![^.;:]{2,80}\\sand\\s(?:come back|report|bring|send|draft|prepare|propose|write|settle|agree|work out)\\b)|see(?!\\s(?:to|that|about|whether|the \\p{Ll}{2,20} about)\\b)|know|think|tells(?:you|us all)\b|like|love|miss|benefit|expire|end|begin|step|attend|participate|chair|moderate|now|still|serve|represent|celebrate|welcome|enjoy|grow|hold)`
export const AIDE = `(?:(?:also|then|kindly|further|jointly|together|now|soon|\\p{Ll}+ly)\\s+){0,2}${ONCE}`
/** Behind a name: "(Port Office)", "of the Port Office", ", who was there,". */
const ASIDE = `(?:\\s(?:him|her|them)sel(?:f|ves))?(?:\\s*\\([^()]{1,60}\\))?(?:\\s(?:of|from)\\s(?:the\\s)?\\p{Lu}[\\p{L}\\p{M}\\d'’&.-]{0,24}(?:\\s\\p{Lu}[\\p{L}\\p{M}\\d'’&.-]{0,24}){0,3})?(?:,[^,.;]{2,60},)?${ONCE}`
const ROLE = `${ONCE}(?:co-?chairs?|chairs?|chairman|chairperson|chairwoman|secretariat|rapporteurs?|volunteers|note-?takers?|scribe|(?:co-)?moderators?|(?:co-)?facilitators?|(?:co-)?convenors?|(?:drafting|editorial|working|study|expert|steering|contact|evaluation|selection|tender|organi[sz]ing|planning) (?:group|party|team|committee|panel)(?: (?:on|for) (?:the )?\\p{Ll}{3,20})?|subgroup|sub-group|sub-?committee|task force|coordinators?|editors?|small group|hosts?|commission|bureau|executive|presidency|staff|clerk|engineer|treasurer|director|superintendent|attorney|solicitor|counsel|lawyer|registrar|officers?|advis[eo]rs?|inspector|surveyor|architect|planner|accountant|auditors?|consultant|technician|harbou?r ?master|head ?teacher|principal|manager|president|vice-president|vice-chairs?|secretary|webmaster|librarian|archivist|curator|bursar|dean|caretaker|warden|quartermaster|chaplain|sexton|steward|administrator|liaisons?|organi[sz]ers?|(?:comms|communications|technical|legal|web|design|support|project) (?:team|committee))${ONCE}`
/** "The operators of the nine stations": those who have charge of something. */
const KEEPERS = `${ONCE}the (?:operators|owners|holders|authors|keepers|heads|leaders|managers|users|wardens|stewards|representatives|organi[sz]ers|contributors|exhibitors) of (?:(?:the|our|all|both)\\s)?(?:[\\p{L}-]{2,20}\\s){0,2}?[\\p{L}-]{2,20}`
/** An office that takes something on: "the co-chairs", "the secretary of the Tide Group". */
export const OFFICE = `${ONCE}(?:(?:the|all|our)\\s+(?:(?!the\\b|and\\b|of\\b|to\\b|that\\b)[\\p{L}][\\p{L}-]*\\s+){0,2}?)?${ROLE}(?:\\s+of\\s+(?:the\\s+)?[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+){0,2})?`
const MANY = `${ONCE}(?:(?:the|all)\\s+)?(?:(?:\\p{L}{3,20} )?members|participants|attendees|delegates|delegations|parties|colleagues|volunteers|everyone|everybody|each (?:[\\p{L}-]+ )?(?:group|party|member|team|delegation|chapter|office)|the [\\p{L}-]{3,20}['’]s? (?:offices|departments|teams))(?:\\s+(?:states|present))?${ONCE}`
/** "The working group on the call": a part of the meeting, which may be given a task. */
const PART = `${ONCE}(?:the|an?)\\s(?:working|drafting|study|expert|task|editing|steering|contact)[ -](?:groups?|part(?:y|ies)|forces?|teams?|committees?)(?:\\s(?:on|for)\\s(?:(?:the|our)\\s)?\\p{Ll}{3,20})?${ONCE}`

/** What one body does for the others, told of what comes; news of what it does by itself is told with other verbs. */
export const FOR_OTHERS =
  "(?:send|share|circulate|provide|submit|forward|add|prepare|draft|write|check|ask|contact|inform|collect|review|bring|report back|follow up|look into|find out)"

/** "Agreed to the change", "offered to stand in": nothing is delivered by it. */
const NO_DEED =
  "(?:be(?! (?:asked|invited|requested|sure|the one|responsible|in charge))|not|the|an|this|that|these|those|his|her|their|it|think|stand|act|serve|host|chair|sit(?!\\sdown)|step|resign|remain|continue|differ)"
const WILL = `${ONCE}(?:(?:was|were) (?:(?:further|also|then) to\\s${AIDE}${VERB}|to\\s${AIDE}${VERB}\\b(?=[^.;]{2,120}\\bby\\s))|(?:will|shall)(?:,[^,.;]{2,60},)?\\s+${AIDE}(?!${IDLE}\\b)(?:e-mail|\\p{Ll}{2,})|(?:(?:also|then|\\p{Ll}+ly)\\s+)?${STRONG}\\s+${AIDE}(?!${NO_DEED}\\b)\\p{Ll}{2,}|(?:took|takes|has taken|have taken) on the \\p{Ll}{3,}ing\\b|promised (?:an?|the|his|her|their|another)\\s\\p{Ll}{2,}|(?:is|are) responsible for\\s|took (?:on )?(?:the |full )?responsibility for\\s\\p{Ll}{2,})`
export const PROMISE = new RegExp(`^${ASIDE}\\s+(?:has |have )?${WILL}\\b`, "iu")
/** The same of a body: what it "will" do by itself is news, unless it does it for others or by a day. */
export const HOUSE_PROMISE = new RegExp(
  `^${ASIDE}\\s+(?:(?:has |have )?${STRONG}\\s+${AIDE}(?!${NO_DEED}\\b)\\p{Ll}{2,}|(?:will|shall)\\s+${AIDE}(?:${FOR_OTHERS}\\b|${VERB}\\b[^.;]{2,160}?\\b(?:by|before|until|no later than)\\s))`,
  "iu",
)
/** "Luca said that he will look", "Ana confirmed she would send it". */
export const SAYS_SO = new RegExp(
  `^${ASIDE}\\s+(?:also )?(?:(?:say|said|confirm|promise|explain|add|note|replie|announce|indicate|answer|reply|assure)(?:s|d|ed)?|(?:gave|gives?) (?:an |his |her |their |the )?(?:assurances?|word|undertaking|promise))\\s+(?:(?:us|everyone|the \\p{Ll}{3,20})\\s+)?(?:that\\s+)?(?:he|she|(they))(?:\\s+(?:will|would)|['’](?:ll|d))\\s+${AIDE}(?!find (?:it|them|this|that)\\b)${VERB}\\b`,
  "iu",
)
/** "It was agreed that Ben would send it", "Ana requested that Ben send it": before and behind the name. */
export const SET_THAT =
  /\b(?:requested|asked|directed|instructed|agreed|decided|resolved|ordered|determined|settled|left|arranged|understood|suggested and agreed)(?: \p{Ll}+ly)? that\s(?:(?:the|mr|mrs|ms|miss|dr|prof|cllr|councillor|rev|member)\.?\s+)?$/iu
export const SHOULD_DO = new RegExp(
  `^${ASIDE}\\s+(?:(?:should|would|must)\\s+)?${AIDE}${VERB}\\b`,
  "iu",
)
export const OFFICE_PROMISE = new RegExp(
  `(?<![\\p{L}-]|\\sof (?:the )?)(${OFFICE})\\s+(?:took (?:full |the )?responsibility and )?(?:(?:will|shall)(?:,[^,.;]{2,60},)?\\s+${AIDE}${VERB}|${STRONG}\\s+${AIDE}(?:${VERB}|\\p{Ll}{2,}ing))\\b`,
  "iu",
)
/** "The President said he would find another": the word of whoever holds an office. */
export const OFFICE_SAYS = new RegExp(
  `^(${OFFICE})\\s(?:(?:said|says|confirmed|promised|explained|stated|added|replied|announced|assured (?:us|the \\p{Ll}{3,20}))|(?:gave|gives?) (?:an |his |her |their |the )?(?:assurances?|word|undertaking|promise))\\s(?:that\\s)?(?:he|she|they)(?:\\s(?:will|would)|['’](?:ll|d))\\s${AIDE}(?!find (?:it|them|this|that)\\b)${VERB}\\b(?!.{0,200}\\b(?:if|unless|only|rather|instead)\\b)`,
  "iu",
)
export const MANY_ASKED = new RegExp(
  `(?<![\\p{L}-])(${MANY})\\s+(?:is|are|was|were) (?:kindly )?(?:invited|asked|requested|reminded) to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
/** "Members should send their numbers by the end of April". */
export const MANY_SHOULD = new RegExp(
  `^(${MANY}|${OFFICE})\\s(?:should|must|need to|have to)\\s${AIDE}${VERB}\\b[^.]{0,140}?\\b(?:by|before|until|no later than|ahead of)\\s`,
  "iu",
)
export const HAS_TO = new RegExp(
  `^${ASIDE}\\s+(?:has|have|needs?)(?: (?:until|till) [^.,;:]{3,30}?)? to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
/** Reported speech at the beginning of a sentence, of what is done for others: "Ana would send them." */
export const WOULD_FOR_OTHERS = new RegExp(
  `^${ASIDE}\\s+would\\s+${AIDE}(?:write to|send|share|circulate|provide|submit|forward|draft|prepare|contact|check|report (?:back|to)|follow up|look into|find out|take (?:it|this|that|the \\p{Ll}{3,12}) up with|raise (?:it|this|that|the \\p{Ll}{3,12}) with|speak (?:to|with)|talk to|pass (?:it|this|that|them) (?:on )?to|see (?:to|about|whether))\\b(?!.{0,200}\\b(?:if|rather|unless|instead|than)\\b)`,
  "u",
)
export const WOULD = new RegExp(
  `^${ASIDE}\\s+would\\s+${AIDE}${VERB}\\b[^.]{0,120}?\\b(?:by|before(?= \\d{1,2}\\b| the (?:next|end)))\\s`,
  "iu",
)
/** "Ben must send it by 8 March": what somebody has to do, where it is said by when. */
export const DUTY = new RegExp(
  `^${ASIDE}\\s+(?:must|should|ought to)\\s+${AIDE}${VERB}\\b[^.]{0,140}?\\b(?:by|before|until|no later than|ahead of)\\s`,
  "iu",
)
/** "… tasked Ben with the letter". */
export const WITH_TASK = /^\s+with\s+(?:(?:the|a|this)\s+)?\p{Ll}{3,}/u
/** "Ana asked him to send it": whom that is, the sentence before tells. */
export const ASKED_PRONOUN = new RegExp(
  `\\b(?:asked|requested|invited|instructed|tasked|urged|charged|mandated)\\s(him|her|them)\\s+to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
/** "It was decided that the secretary would write". */
export const OFFICE_SHOULD = new RegExp(
  `\\b(?:agreed|decided|resolved|requested|directed|ordered)(?: \\p{Ll}+ly)? that (${OFFICE}) (?:(?:should|would|will|shall) )?${AIDE}${VERB}\\b`,
  "iu",
)
export const ASKED =
  /\b(?:asked|asks?|requests?|invites?|instructs?|directs?|charges?|entrusts?|entrusted|asking|inviting|requesting|instructing|commissioned|authori[sz]ed|requested|invited|encouraged|tasked|urged|charged|mandated|recalled to|reminded|instructed|assigned|up to|next steps? (?:is|was|will be) for|actions?(?: items?)? (?:is |was )?(?:on|with|for))\s+(?:for\s+)?(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?$/iu
/** "Responsibility for the samples was given to Ben": what was laid on whoever stands behind it. */
export const LAID_ON =
  /\b(?:responsib|task|job|work|action|duty|collect|care)[^.;]{3,120}?(?:\s(?:was|is|were|are|been)\s(?:given|assigned|entrusted|handed|allotted|delegated|allocated|left|passed)(?: over| on)?\s(?:to|with)|\s(?:fell|falls|goes|went) to|\s(?:was|is|were|are)\s(?:taken(?: on| up)?|accepted|assumed) by)\s(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s)?$/i
/** "Asked Ben to present the accounts": what is done there and then, unless a day is said. */
export const AT_ONCE =
  /^\s+to\s+(?:present|introduce|speak|say|open|begin|start|explain|state|recall|recount|describe|outline|elaborate|comment|respond|take the (?:chair|floor)|give (?:an?|the|his|her|their) (?:\p{L}+ )?(?:account|overview|introduction|presentation|summary|talk)|tell(?= (?:how|what|when|why|whether|if|us|them|the (?:meeting|group|committee|board))))\b(?![^.;]{0,160}\b(?:by(?= (?:(?:the )?(?:end|next|close|\d)|\p{L}{3,6}day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b))|before|next|until|in (?:\w+ weeks?|january|february|march|april|may|june|july|august|september|october|november|december))\b)/iu
export const ASKED_SOME = new RegExp(
  `(?:(?<!\\b(?:was|were|is|are|been)\\s)\\b(?:asked|requested|invited|tasked|charged|mandated|instructed)|^(?:I|We) (?:ask|request|invite|urge))\\s+(${OFFICE}|(?:the|all)\\s+[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}?|${MANY})\\s+to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
/** "Otto to place the order.": a name and what it is to do, at the start of a sentence. */
export const BARE = new RegExp(
  `^${ASIDE}\\s+(?:still |also )?to\\s+${AIDE}(?!(?:the|an?|this|that|these|those|our|all|his|her|their|its|my|your|every|each)\\b|be\\b|date\\b|whom\\b|which\\b)(?:\\p{Ll}-)?\\p{Ll}{2,}\\b`,
  "u",
)
/** "The Hon. Sec. and the President to find it": whatever those of the list are. */
export const HELD = new RegExp(
  `^(?:the )?(\\p{L}{3,20}\\.?(?: \\p{L}{3,20}\\.?){0,2}?)(?: and (?:the )?(\\p{L}{3,20}\\.?(?: \\p{L}{3,20}\\.?){0,2}?))? (?:(?:will|shall) ${AIDE}(?!${IDLE}\\b)\\p{Ll}{2,}|to ${AIDE}(?!(?:the|an?|this|that|these|those|our|all|his|her|their|its|each|be|date)\\b)\\p{Ll}{2,}|(?:are to|is to|(?:was|is|were|are) (?:asked|requested|invited|instructed|directed) to) ${AIDE}${VERB})\\b`,
  "iu",
)
export const MANY_TO = new RegExp(
  `^(all(?: members| participants)?|everyone|everybody|(?:\\p{L}{3,20} )?members|participants|${OFFICE})(?:\\s+(?:are|is))?\\s+to\\s+${AIDE}(?!be\\b|date\\b|whom\\b|which\\b)\\p{Ll}{2,}\\b`,
  "iu",
)
/** "A poll will be sent out.": something is to be done, and nobody is said to do it. */
export const PASSIVE =
  /^(?:an?|the|this|these) [^.,;:]{2,60} will (?:then |also |now )?be (?:sent(?: out| round)?|circulated|distributed|e-?mailed|drafted|prepared|set up|created|published|posted|uploaded|shared(?! (?:among|between|equally|out|by))|arranged|organi[sz]ed|launched)\b/iu
/** What is no more than good will when only "he" or "she" is said to do it: "He will help find a way." */
const VAGUE = "(?:help|try|support|assist|think|talk|speak|discuss)"
/** "To avoid that, she will", "In the end she agreed": when, why or how, in front of "she"; a condition promises nothing. */
const THEN = `(?!(?:If|Unless|Should)\\b)(?:\\p{Lu}\\p{Ll}*(?:\\s[\\p{L}\\d'’]+){0,9},\\s(?:so\\s|but\\s)?|(?:In the end|So|Then|Now|Instead|And|But|Therefore|Meanwhile|By then|For (?:this|that))\\s)?${ONCE}`
export const PRONOUN = new RegExp(
  `^${THEN}(He|She|They|he|she|they)(?:\\s[^.;:]{2,120}?,?\\s(?:and|but)\\s(?:will|shall)\\s${AIDE}${VERB}|(?:\\s+(?:also |then )?(?:will|shall)|['’]ll)\\s+${AIDE}(?!${VAGUE}\\b)(?:${VERB}|(?!${IDLE}\\b)[\\p{Ll}-]{3,}(?=\\s[^.;]{2,160}\\b(?:by|before|until)\\s\\S*\\s?\\S*\\d))|\\s+(?:was|were)\\s(?:further |also |then )?to\\s${AIDE}${VERB}|\\s+(?:also )?would\\s${AIDE}${VERB}\\b[^.;]{0,120}?\\b(?:(?:by|before)\\s|shortly|soon\\b|next (?:week|month|time)|this week|tomorrow)|\\s+(?:also |then |has |have )?${STRONG_OF_PRONOUNS}\\s+${AIDE}(?:${VERB}|\\p{Ll}{2,}ing))\\b`,
  "u",
)
export const INITIALS_TO = new RegExp(
  `^(\\p{Lu}{2,4}|(?:\\p{Lu}\\.){2,3})((?:(?:,| and| &| \\\\+)\\s?\\p{Lu}{2,4}){0,3})\\s+(?:(?:still |also )?to|will|shall|${STRONG})\\s+${AIDE}(?:${VERB}\\b|(?!(?:${IDLE}|${NO_DEED}|date|whom|which)\\b)\\p{Ll}{2,}\\s)`,
  "u",
)
/** What a sentence in small letters has in it that can be a promise of an office, to pass over all others. */
export const MAY_PROMISE = new RegExp(
  `\\b(?:${ROLE}|${MANY}|all\\b)[^.]{0,120}\\b(?:will|shall|to|with)\\s`,
  "u",
)
export const MAY_ASK =
  /^(?:I|We) (?:ask|request|invite|urge)\s|\b(?:asked|requested|directed|commissioned|invited|tasked|charged|mandated|instructed)\s/i
/** "The group tasked the working group on the call, led by Ana, with writing it". */
export const PART_ASKED = new RegExp(
  `\\b(?:tasked|charged|entrusted|mandated|commissioned)\\s(${PART}|(?:the|our)\\s${ROLE})(?:,[^,;]{2,60},)?\\swith\\s(?:the |a )?\\p{Ll}{3,}`,
  "iu",
)
/** "The delegation of Canada undertook to prepare it", "Management agreed to correct it": whoever gives their word. */
export const WORD_GIVEN = new RegExp(
  `^((?:The|Our) [\\p{L}’'-]{3,20}(?: (?!had\\b)[\\p{L}’'-]{3,20})?(?: (?:of|for|from) (?:the )?\\p{Lu}[\\p{L}’'-]{1,20}(?: \\p{Lu}[\\p{L}’'-]{1,20})?)?|(?!(?:The|Our|It|He|She|They|We|You|This|That|Both|Some|Many|Most|Several|Two|Three|Who|All)\\b|\\p{L}+\\s(?:They|We|He|She|It)\\b)\\p{Lu}\\p{Ll}[\\p{L}’'-]{1,20}(?: \\p{Lu}[\\p{L}’'-]{1,20}){0,2})\\s(?:has |have )?(?:(?:kindly|also|then|gladly) )?(?:undertook|undertaken|undertakes|volunteered|offered|promised|pledged|(agreed|agrees)) to\\s+${AIDE}(?!${NO_DEED}\\b)${VERB}\\b`,
  "u",
)
/** "Ben declared that the Pilots' Union will print it": the word of one who speaks for them. */
export const PLEDGED = new RegExp(
  `\\b(?:declared|pledged|promised|assured|undertook|committed)(?: (?:us|the \\p{Ll}{3,20}))? that the (\\p{Lu}[\\p{L}'’-]{2,20}(?:\\s\\p{Lu}[\\p{L}'’-]{2,20}){0,2})\\s(?:will|would|shall)\\s${AIDE}${VERB}\\b`,
  "u",
)
/** "The operators of the stations are to install it". */
export const KEEPERS_TO = new RegExp(
  `^(${KEEPERS})\\s(?:are (?:asked |requested |invited )?to|will|shall|were (?:asked|requested|invited) to)\\s${AIDE}${VERB}\\b`,
  "iu",
)
/** "The Audit Committee will send it", "The Friends of the Port are to mention it". */
export const BODY_WILL = new RegExp(
  `^(?:(?:The|Our|All)\\s|(?=\\p{Lu}))([^.,;:]{4,60}?)\\s(?:(?:will|shall)\\s${AIDE}(?!${IDLE}\\b)\\p{Ll}{2,}|${STRONG}\\s${AIDE}(?!${NO_DEED}\\b)\\p{Ll}{2,})\\b`,
  "u",
)
/** "The technical services will mark the site". */
export const SERVICE_WILL = new RegExp(
  `^(?:The|Our)\\s((?:\\p{L}[\\p{L}'’-]{1,20}\\s){1,2}(?:services|departments?|office|team|crew|staff|works|workshop))\\s(?:will|shall)\\s${AIDE}(?!${IDLE}\\b)\\p{Ll}{2,}\\b`,
  "u",
)
/** "AL asked BO to find out", by the initials of whoever is to do it. */
export const ASKED_INITIALS = new RegExp(
  `\\b(?:asked|requested|invited|instructed|tasked)\\s(\\p{Lu}{2,4})((?:(?:,| and|, and| &)\\s\\p{Lu}{2,4}){0,3})\\sto\\s${AIDE}${VERB}\\b`,
  "u",
)
/** "It was agreed that the Hon. Secretary write to them": whatever somebody of the list is. */
export const HELD_SHOULD = new RegExp(
  `\\b(?:agreed|decided|resolved|requested|directed|ordered)(?: \\p{Ll}+ly)? that the (\\p{L}{3,20}\\.?(?: \\p{L}{3,20}\\.?){0,2}?) (?:(?:should|would|will|shall) )?${AIDE}${VERB}\\b`,
  "iu",
)
export const DENIED =
  /\b(?:action|task)s?\b[^.;]{0,80}\s(?:is|was|were|has been|have been)\s(?:now )?(?:closed|done|completed?|discharged|dropped|withdrawn)\b|\bno action\b(?![^.;]{0,40}, but\b)|\b(?:no ?one|nobody) (?:else )?(?:will|would|can|could|is|was|has|volunteered|offered|came|wants|took)\b(?! (?:to )?(?:come|object|oppose|against|in favour)|[^.;]{0,60}, (?:so|but)\b)|\bto (?:take|assume|resume) (?:over )?the (?:chair|floor|gavel)\b|\bif (?:\p{L}+ ){1,6}will\b/iu

/** "It was left with Ana and Ben to put it into words", "it falls to the clerk to …". */
export const LEFT_WITH =
  /\bit (?:(?:was|is|has been) left (?:with|to|for)|(?:now )?remains for|rests with) (.{2,100}?) to (?:\p{Ll}+ly )?\p{Ll}{2,}|\bit (?:fell|falls|will fall|has fallen|is (?:now )?up|was up|is down) to (.{2,100}?) to \p{Ll}{2,}|\b(?:duty|task|job|work|responsibility) of [^.;]{4,100} (?:fell|falls|fall|passes|passed|goes|went) to ([^,.;]{2,60})[.;]?$/iu
/** "A form is to be drafted by Gideon before the next call". */
export const BY_WHOM =
  /\b(?:is|are|shall|will|has|have) (?:to )?be (?:\p{Ll}+ly )?\p{Ll}{2,}(?:ed|en|t|n|wn)(?: of (?:this|that|it)| up| out| on| off| down| together| over| away)?(?:(?: (?!by )[^\s,.;]{1,20}){1,5}(?<!\p{L}ed))? by ([^,.;]{2,60}?)(?=\s(?:by|before|until|within|in time|not later|no later)\b|\sand \p{Ll}{2,}(?:ed|en|t|nt) (?:to|by|round|out|on|in|up)\b|[.,;]|$)/iu

export const OFFERS =
  /\s(?:and|but|who)\s+(?:(?:has|have|had|also|then|kindly)\s+){0,2}((?:offered|volunteered|undertook|promised|committed|agreed) to\s+(?!do (?:it|so|this|that)\b)\p{Ll}{2,}|(?:will|shall)\s+(?:(?:also|then|\p{Ll}+ly)\s+)?(?:change|correct|remove|update|create|close|open|merge|send|write|report|ask|circulate|check|contact|look|get back|bring|share|draft|prepare|follow|update|post|fix|file|talk|call|arrange|organi[sz]e|forward|publish|collect|find|try|submit)\b)/u
/** "Ana apologised and will write to them": of whoever a sentence begins with, unless they say it of others. */
export const AND_WILL = new RegExp(
  `^${ASIDE}(?!\\s(?:say|said|report|note|explain|inform|mention|told|state|announce|add|remark|think|hope|propose|suggest))(?:\\s(?!that\\b|which\\b|whether\\b|who\\b|and\\b)[\\p{L}\\d'’-]+){1,10}?,?\\s(?:and|but)\\s(?:(?:will|shall)\\s${AIDE}|(?:is|has been asked|has (?:agreed|offered|promised|volunteered)) to\\s)(?!do (?:it|so|this|that)\\b)(?:${VERB}|(?:come|get) back)\\b`,
  "u",
)
/** "Asked whether she could, Keiko said yes": what was asked of whoever says so. */
export const WAS_ASKED = /^(?:(?:When|On being) )?[Aa]sked (?:whether|if|to)\b[^.;]{3,160}?,\s$/u
export const SAYS_YES =
  /^\s(?:readily |gladly |kindly )?(?:said (?:yes|(?:that )?s?he would)|agreed|accepted|consented|promised|nodded)\b/u

/** "Ana was surprised by that; she undertook to look into it": the one who was named in front. */
export const THEN_ONESELF = new RegExp(
  `(?:[,;:–—-]\\s(?:and\\s|so\\s|but\\s)?|\\sand\\s(?=s?he\\s(?:will|shall)\\s))(?:he|she)(?:(?:\\s+(?:will|shall)|['’]ll)\\s+${AIDE}(?!${VAGUE}\\b)${VERB}|\\s+${STRONG_OF_PRONOUNS}\\s+${AIDE}${VERB})\\b|\\sand\\sthat\\s(?:he|she)\\s(?:will\\s${AIDE}${VERB}|would\\s${AIDE}${VERB}\\b(?=[^.;]{2,120}\\b(?:by|before|until|next|tomorrow)\\b))\\b`,
  "u",
)

/** "Ben's task is to …", "Ben's action: …". */
export const DUTY_OF =
  /^['’]s (?:\p{Ll}+ )?(?:task|action|job|homework|to-?do|assignment|next step)(?:(?: (?!is |was |will )[^\s,.;:]{2,20}){0,5} (?:is|was|will be|remains) to\s|:\s)/u

/** What is to be done, as an order. */
export const LARGE_VERB = `(?:${DELIVER.split(" ")
  .map((verb) => verb.charAt(0).toUpperCase() + verb.slice(1))
  .join("|")})`
/** "Mr Okoro, Ms Weiss" on one line, and on the next "Draft the page". */
export const NAMED_ABOVE = new RegExp(`^(.{3,80}?)\\s(?=${LARGE_VERB}\\s\\p{Ll})`, "u")

/** What is proposed or needed "to do" is nobody who does it. */
export const THING =
  /^(?:proposals?|resolutions?|plans?|decisions?|requests?|needs?|needed|ways?|how|time|wish|offers?|invitations?|ability|efforts?|rights?|chance|ideas?|motions?|reminders?|agreed|decided|resolved|who|what|where|when|whether|agreement|permission|leave|mandate|list|letter|draft|meeting|date|options?|steps?|work|procedure|question)$/i

const ENTITY =
  "(?:the\\s)?\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}(?:\\s(?:(?:of|on|for|the|and)\\s){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{0,24}){0,6}"
/** "The Committee asked Dravonia and Kalvira to repair it", "Ministers directed the Lakes Institute to report": whatever is written large. */
export const ASKED_ENTITY = new RegExp(
  `^[^.;:]{3,60}?\\s(?:asked|requested|directed|instructed|tasked|mandated|charged|invited|commissioned)\\s(${ENTITY})\\sto\\s${AIDE}${VERB}\\b`,
  "u",
)
