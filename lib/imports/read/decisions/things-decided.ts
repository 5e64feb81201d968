import { anyOf, words } from "../text/stems"
import { ADVERBS, THING } from "./deciding-words"

/** Something is, or was, decided: what it is stands in front of the verb, how and by whom behind. */
const PASSIVE = new RegExp(
  `\\b(is|are|was|were|has been|have been)\\s+(${ADVERBS}(?:(?:now|duly|accordingly) )?)(agreed|decided|resolved|concluded|determined|approved|endorsed|ordered|directed|settled|ruled|adopted|ratified|accepted|confirmed|carried|passed|upheld|refused|turned down|allowed|sustained|dismissed|rejected|granted|given|declined|followed|taken as (?:read|a true record|correct)|(?:re-?)?elected|(?:re-?)?appointed|co-?opted|chosen|picked|nominated|designated|named|admitted|renewed|prolonged|extended|received|set|fixed|awarded|(?<=(?:hereby|thus|accordingly) )\\p{Ll}{2,}(?:ed|en|t))(?=[^\\p{L}]|$)`,
  "giu",
)
/** A stem of every verb above. */
export const THING_STEMS = words(
  "agree|consensed|decid|resol|conclud|determin|approv|endors|ordered|directed|settle|ruled|adopt|ratif|accept|confirm|carried|passed|upheld|refused|turned down|allow|sustain|dismiss|reject|grant|given|declin|followed|taken as|elect|appoint|co-opt|coopt|chosen|picked|nominat|designat|named|admitted|renew|prolong|extended|received|set at|set to|set for|set on|fixed at|fixed to|fixed for|fixed on|awarded to|hereby|thus|accordingly",
)
const mayBe = anyOf(THING_STEMS)
/** What is told with these was so before, or is so as a rule. */
const EARLIER =
  /\b(?:previously|originally|initially|recently|formerly|nearly|hardly|barely|rarely|usually|normally|typically|currently|annually|yearly|only|wrongly|early)\b/i

/** A passive of a sentence: `in front` and `behind` are what stands there. */
type Passive = { helper: string; how: string; verb: string; front: string; behind: string }
type Rule = { verbs: RegExp; when: (passive: Passive) => boolean }

const isPast = ({ helper }: Passive) => !/^(?:is|are)$/i.test(helper)
const OF_IT = /\b(?:it|this)\s$/i
/** "It was agreed with Ana" is talk; "agreed with one abstention" tells the vote. */
const WITH =
  /^\s+with\b(?!\s(?:an?|one|two|three|four|five|no|\d{1,3})\s(?:abst|diss|vote|oppos|objec|excep))/i
const OF_THING = new RegExp(`\\b${THING}\\b(?:[^.;]|\\.(?=\\d)){0,60}$`, "iu")
const ONLY_THING = new RegExp(
  `^(?:the |this |both |all )?(?:\\p{Ll}+ ){0,2}${THING}\\b[^.;]{0,60}$`,
  "iu",
)
const OFFICE =
  /^\s+as (?:the |our |its |his |her )?(?:\p{Ll}[\p{Ll}-]* )?(?:co-?chairs?|chair(?:s|man|woman|person)?|vice-?chairs?|presidents?|vice-?presidents?|treasurers?|secretar(?:y|ies)|clerk|auditors?|editors?|co-?ordinators?|coordinators?|conven[eo]rs?|delegates?|representatives?|members?|trustees?|directors?|hosts?|organi[sz]ers?|officers?|librarian|webmaster|scribe|captain|rapporteurs?|moderators?|facilitators?)\b/iu
const MEMBERS =
  /^\s+(?:to membership|as (?:an? )?(?:\p{Ll}+ )?members?\b|to the (?:association|federation|network|union|society|board|group|club|guild)\b)/iu
/** What is set up for a time, and goes on by a decision. */
const FOR_A_TIME =
  /\b(?:mandates?|terms?|appointments?|memberships?|contracts?|leases?|licen[cs]es?|forums?|networks?|groups?|coalitions?|committees?|task ?forces?|agreements?|pilots?|trials?)\b[^.;]{0,60}$/i

const RULES: readonly Rule[] = [
  // "It was so agreed."
  {
    verbs:
      /^(?:agreed|decided|resolved|concluded|determined|approved|endorsed|ordered|directed|settled|ruled)$/i,
    when: ({ helper, front, behind }) =>
      !/^(?:are|were|have been)$/i.test(helper) && OF_IT.test(front) && !WITH.test(behind),
  },
  // "The new gauges were formally adopted."
  {
    verbs: /^(?:adopted|approved|endorsed|ratified)$/i,
    when: (passive) => isPast(passive) && !/^ for this/.test(passive.behind),
  },
  // "Lamps are adopted as a work item.", "The text is approved with two changes."
  {
    verbs: /^(?:adopted|approved|endorsed|accepted)$/i,
    when: (passive) =>
      !isPast(passive) &&
      /^ (?:as (?:an?|the|our)\b|unanimously\b|without (?:objection|changes?|dissent)|with (?:an?|one|two|three|\d{1,2}) (?:\p{Ll}+ )?(?:changes?|amendments?|abst|diss|oppos|vote)|by (?:consensus|acclamation|\d))/iu.test(
        passive.behind,
      ),
  },
  // "Otto was elected chair." "Ana is appointed." By whom it is done each year is a rule of the house.
  {
    verbs: /^(?:(?:re-?)?elected|(?:re-?)?appointed|co-?opted)$/i,
    when: (passive) =>
      /^(?:was|were)$/i.test(passive.helper)
        ? !/\b(?:who|(?:before|after|when|since|until|once|because) (?:\S+ )?)$/i.test(
            passive.front,
          )
        : !isPast(passive) &&
          !/^ (?:by (?:the members|those)|every|each|annually)/i.test(passive.behind),
  },
  // "The fee is hereby doubled."
  {
    verbs: /./,
    when: (passive) =>
      !isPast(passive) &&
      (/\b(?:hereby|thus|accordingly)\b/i.test(passive.how) ||
        (/\b(?:therefore|now)\b/i.test(passive.how) &&
          /^(?:adopted|approved|accepted|endorsed|agreed|elected)$/i.test(passive.verb))),
  },
  // "The recommendation of the panel was followed."
  {
    verbs:
      /^(?:accepted|agreed|confirmed|carried|passed|upheld|refused|turned down|allowed|sustained|dismissed|rejected|granted|declined|followed|taken as .*)$/i,
    when: ({ helper, verb, front, behind }) =>
      /^(?:was|were)$/i.test(helper) &&
      !/\bwhich $/i.test(front) &&
      OF_THING.test(front.slice(-100)) &&
      !(/^carried$/i.test(verb) && /^ (?:forward|over)\b/i.test(behind)) &&
      // "Figures were passed around": handed on.
      !(/^passed$/i.test(verb) && /^ (?:a?round|on|along|out|over|to|by the)\b/i.test(behind)) &&
      !(/^followed$/i.test(verb) && /^ by\b/i.test(behind)),
  },
  // "The minutes of May are approved."
  {
    verbs: /^(?:approved|adopted|agreed|accepted|confirmed|carried)$/i,
    when: (passive) =>
      !isPast(passive) &&
      ONLY_THING.test(passive.front) &&
      !/^ (?:over|forward)\b/i.test(passive.behind),
  },
  // "… and hope was chosen as the topic.", "After a second ballot Ms Hale was chosen."
  {
    verbs: /^(?:chosen|picked|nominated|designated|named)$/i,
    when: ({ helper, front, behind }) =>
      /^(?:was|were)$/i.test(helper) &&
      (/^ (?:as|to|for)\b/i.test(behind) || /\b(?:rounds?|ballots?|votes?|poll)\b/i.test(front)),
  },
  {
    verbs: /^confirmed$/i,
    when: (passive) => isPast(passive) && OFFICE.test(passive.behind),
  },
  {
    verbs: /^admitted$/i,
    when: (passive) => isPast(passive) && MEMBERS.test(passive.behind),
  },
  // "…, which was agreed", "…, and this was accepted".
  {
    verbs: /^(?:agreed|accepted|approved|adopted|endorsed)$/i,
    when: ({ front }) => /,\s(?:which|and this|this|a proposal that) $/i.test(front),
  },
  {
    verbs: /^accepted$/i,
    when: ({ helper, front }) =>
      /^(?:was|were)$/i.test(helper) &&
      /^(?:the|this|it|these|they|both|all)\b[^,;]{0,40}$/i.test(front),
  },
  // "These were agreed to be accurate."
  {
    verbs: /^(?:agreed|accepted|confirmed|approved)$/i,
    when: ({ helper, front, behind }) =>
      /^(?:was|were)$/i.test(helper) &&
      /^(?:these|they|those|this|it|both) $/i.test(front) &&
      /^ (?:to be|as) (?:an? )?(?:\p{Ll}+ )?(?:accurate|correct|true|complete|final)\b/iu.test(
        behind,
      ),
  },
  // "A second reading is agreed."
  {
    verbs: /^agreed$/i,
    when: ({ front, behind }) =>
      /\b(?:an?|the) (?:[\p{L}-]+ ){1,3}$/iu.test(front.slice(-70)) &&
      !/^ (?:with|by)\b/i.test(behind),
  },
  {
    verbs: /^carried$/i,
    when: ({ helper, front, behind }) =>
      /^was$/i.test(helper) &&
      /\b(?:and|which|it|this) (?:it )?$/i.test(front) &&
      !/^ (?:forward|over|out)\b/i.test(behind),
  },
  // "Permission was given to paint the gate."
  {
    verbs: /^(?:given|granted)$/i,
    when: ({ front, behind }) =>
      /\b(?:approval|consent|assent|permission) $/i.test(front) && !/^ by\b/i.test(behind),
  },
  // "A show of hands gave eight for and two against, so the offer is accepted."
  {
    verbs: /^(?:accepted|adopted|approved|agreed|carried|rejected)$/i,
    when: ({ front }) =>
      /\b(?:so|therefore|thus) (?:the|this|both|it) (?:[^.,;:]{0,40} )?$/i.test(front.slice(-70)),
  },
  // "The mandate of the group was renewed for one year."
  {
    verbs: /^(?:renewed|prolonged|extended)$/i,
    when: ({ helper, front, behind }) =>
      /^(?:is|are|was|were)$/i.test(helper) &&
      /^ (?:until\b|(?:for|by) (?:another |a further )?(?:an?|one|two|three|four|five|six|\d))/i.test(
        behind,
      ) &&
      FOR_A_TIME.test(front.slice(-100)),
  },
  // "The levy was set at 14 crowns."
  {
    verbs: /^(?:set|fixed)$/i,
    when: ({ helper, front, behind }) =>
      /^(?:was|were)$/i.test(helper) &&
      /^ (?:at|to|for|on)\b/i.test(behind) &&
      !/\bby the\b/i.test(behind) &&
      /\b(?:rates?|fees?|dues|prices?|levy|levies|budget|subscriptions?|quorum|limit|deadline|target|dates?|contributions?|tariffs?)\b[^.;,]{0,40}$/i.test(
        front.slice(-70),
      ),
  },
  // "The contract was awarded to the lowest bidder."
  {
    verbs: /^awarded$/i,
    when: ({ helper, front, behind }) =>
      /^was$/i.test(helper) &&
      /^ to\b(?!.{0,80}\bby the\b)/i.test(behind) &&
      /\b(?:contract|tender)\b[^.;,]{0,60}$/i.test(front.slice(-90)),
  },
  // "The report was received.": a formal word of some houses, with nothing said of when or by whom.
  {
    verbs: /^received$/i,
    when: ({ helper, front, behind }) =>
      /^(?:was|were)$/i.test(helper) &&
      /^the (?:\p{L}[\p{L}’'-]* ){0,4}(?:reports?|accounts|statements?|minutes) $/iu.test(front) &&
      /^(?: and (?:noted|filed|adopted|approved))?\W*$/i.test(behind),
  },
]

/** "Our talk was accepted for the conference": by others, who meet there. */
const ELSEWHERE =
  /^ (?:for|at|to|into) (?:the|an?|its|their)? ?(?:[\p{L}’-]+ ){0,2}?(?:conference|congress|festival|journal|workshop|symposium|summit|exhibition|competition|publication|presentation)\b/iu

/** Where a passive begins that tells a decision; -1 where there is none. */
export function thingDecided(sentence: string): number {
  if (!mayBe(sentence)) return -1
  for (const match of sentence.matchAll(PASSIVE)) {
    const [whole, helper = "", how = "", verb = ""] = match
    if (EARLIER.test(how)) continue
    const passive: Passive = {
      helper,
      how,
      verb,
      front: sentence.slice(0, match.index),
      behind: sentence.slice(match.index + whole.length, match.index + whole.length + 120),
    }
    if (/^accepted$/i.test(verb) && ELSEWHERE.test(passive.behind)) continue
    if (RULES.some((rule) => rule.verbs.test(verb) && rule.when(passive))) return match.index
  }
  return -1
}
