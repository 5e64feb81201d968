// How people take a task on, or are given it.

import { ONCE } from "../text/once"

const SELF = "(?:himself|herself|themselves|myself) "
const CHARGED =
  "(?: (?:the|an?|this))?|(?:is|are|was|were) put in charge of(?: the)?|(?:has|have|had) the (?:task|job) of|(?:is|are|was|were) (?:looking after|seeing to|taking care of)(?: the| all)?"
const strong = (self: string, charged: string) =>
  `${ONCE}(?:(?:(?:kindly|gladly|also|generously|again) )?(?:agreed|consented|pledged|accepted) to|(?:undertakes?|accepts?|volunteers?|promises?|agrees?|offers?) to|(?:was|were) given (?:until|till) [^.;:]{3,30}? to|(?:(?:has |have )?taken|takes?|took) it (?:up)?on ${self}to|took (?:on )?(?:the|an) action of|is going to|are going to|(?:kindly |gladly |generously )?(?:volunteered|offered) to|undertook to|(?:undertook|agreed|offered|promised|volunteered),[^,.;]{2,60}, to|(?:(?:took|takes|taking|accepted|assumed)(?: on)?|(?:stayed|stays|was left|were left|is left|are left) with|(?:got|kept|keeps|was given|were given)) (?:the )?(?:tasks?|job|work|role) of|took (?:on )?(?:the )?responsibility for|(?:was|were) (?:delegated|commissioned|appointed|deputed|detailed|assigned|remitted|nominated|designated|chosen|empowered|charged|mandated|directed) to|(?:is|are|was|were) down to|(?:is|are|was|were|has been|have been) (?:given|handed|left with|allotted|assigned) (?:the|this) (?:\\p{Ll}+ )?(?:job|task|work|action|assignment|responsibility|duty|mandate) (?:of|to)|(?:is|are|was|were|has been|have been) (?:charged|entrusted|mandated|tasked|commissioned) with${charged}|committed (?:(?:him|her|them)sel(?:f|ves) )?to|promised to|was tasked to|were left to|was left to|was entrusted with|were tasked to|(?:is|are|was|were|has been|have been) (?:\\p{Ll}{3,12}ed and (?:then |also )?)?(?:asked|invited|requested|instructed|mandated|charged|assigned|directed|told(?= to (?!wait|leave|stop|go\\b|expect|keep|stay)))(?: by (?:the )?\\p{L}[\\p{L}.’'-]*(?: \\p{L}[\\p{L}.’'-]*){0,2}?)? to|be (?:directed|instructed|requested|asked) to|took (?:on )?the action to|(?:has|have|had) (?:the|an) action (?:item )?to|took an action to|is to|are to)${ONCE}`
/** "Agreed to", "took it on to", "is charged with": what stands behind a name and in front of what is to be done. */
export const STRONG = strong(`(?:${SELF})?`, CHARGED)
/** The same of "he" and "she": whose expressions would be too large with more ways of being charged to be proved safe. */
export const STRONG_OF_PRONOUNS = strong(SELF, "")
