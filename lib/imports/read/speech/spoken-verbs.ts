const REGULAR =
  "abstain accuse accept acknowledge add address adjourn admit advise advocate desire canvass affirm agree analyse announce answer apologise apologize appeal appreciate argue ask assert assure attribute blame beg brief call caution chair challenge cite clarify close comment compare complain complement compliment concede conclude confess contend contest retort recognise recognize deny remember contradict counsel concur confirm congratulate consider contribute convey counter declare defend demand demonstrate deplore describe detail disagree disclose discuss dispute distribute doubt echo elaborate emphasise emphasize encourage enquire estimate explain express fear favor favour flag greet grumble guide highlight hope indicate inform inquire insist interrupt interject intervene introduce invite join jump joke lament list maintain mention moderate move narrate nominate note notice object observe offer open opine oppose outline plead pledge prefer point pose praise predict present promise propose provide query question quote raise react read reason reassure reckon remonstrate recall recap recapitulate recommend recount refer reflect regret reiterate relate relay remark remind repeat reply report request respond reveal review second share side signal specify start submit suppose reckon guess stand state stress suggest summarise summarize support suspect sympathise table thank touch underline underscore update urge volunteer voice vote walk vent warn welcome wish wonder worry criticise criticize dissent protest rebut assent marvel applaud illustrate"
const IRREGULAR =
  "rose rises said says gave gives told tells spoke speaks brought brings took takes made makes thought thinks felt feels got gets put puts led leads began begins went goes saw sees showed shows drew draws set sets read reads laid lays kept keeps commends sought seeks ran runs knew knows undertook undertakes wrote wanted wants found finds held holds liked"

/** What people do in minutes who speak. */
export const VERBS: ReadonlySet<string> = new Set([
  ...REGULAR.split(" ").flatMap(inflected),
  ...IRREGULAR.split(" "),
])

const OF_HOUSES =
  "add announce argue ask believe clarify comment complain concur confirm counter criticise criticize disagree doubt emphasise emphasize explain express favor favour highlight insist note object observe oppose outline point prefer present propose protest query question raise recall recommend regret remark remind reply report request respond state stress suggest support underline urge want warn welcome wish"
/** What a house does for which somebody has spoken: of the rest it may have done much without a word. */
export const SAYINGS: ReadonlySet<string> = new Set([
  ...OF_HOUSES.split(" ").flatMap(inflected),
  ..."said says thought thinks felt feels drew draws spoke speaks sought seeks told tells".split(
    " ",
  ),
])

function inflected(verb: string): string[] {
  const doubled = /^(?:recap|flag|refer|prefer|regret|admit|signal|concur|rebut)$/.test(verb)
    ? verb + verb.slice(-1)
    : verb
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb.slice(0, -1)}ies`]
  const past = verb.endsWith("e") ? `${verb}d` : `${doubled}ed`
  const present = /(?:s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  return [past, present]
}
