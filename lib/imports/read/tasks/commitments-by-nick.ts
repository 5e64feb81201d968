import type { Who } from "../people/who"
import { VERB } from "./commitment-words"
import type { Beginning } from "./commitments-by-name"

const NICK = "@?[\\p{L}][\\p{L}\\p{M}\\d'’_.-]{1,30}(?:/[\\p{L}\\d_.-]{1,30})?"
/** "marisk will open it", "@ana-l and @ben will do it", "tamsin, Orla and Séverin will meet": whoever is called so, in small letters too. */
const NICKS_WILL = new RegExp(
  `(?:^|["”:]\\s)((?:${NICK}(?:,\\s(?:and\\s)?|\\s(?:and|&|\\+)\\s|\\s?/\\s?)){0,5}${NICK})\\s(?:(?:will|shall|to|is to|are to|is going to|agreed to|offered to|volunteered to|took the action to)\\s(?:(?:also|then|try to|try and)\\s)?)${VERB}\\b`,
  "u",
)
/** Passes over nearly all sentences, which begin with a large letter. */
const MAY_BE_NICK = /@|(?:^|["”:]\s)\p{Ll}/u
const IS_SMALL = /^@|^\p{Ll}/u

/** What people take on who are called by a handle, or by a name that is written small. */
export function byNick(sentence: string, who: Who): Beginning | null {
  if (!MAY_BE_NICK.test(sentence.slice(0, 400))) return null
  const match = NICKS_WILL.exec(sentence.slice(0, 400))
  const said = match?.[1]
  if (!match || !said) return null
  const nicks = said.split(/,\s(?:and\s)?|\s(?:and|&|\+)\s|\s?\/\s?(?=@)/u)
  if (!nicks.some((nick) => IS_SMALL.test(nick))) return null
  const owners = nicks.map((nick) => nickOf(nick, who))
  const people = owners.filter((name) => name !== null)
  return people.length === owners.length
    ? { owners: people, from: match.index + match[0].indexOf(said) }
    : null
}

function nickOf(nick: string, who: Who): string | null {
  const bare = nick.replace(/^@/, "")
  if (nick.startsWith("@")) return who.whole(bare) ?? who.handle(bare) ?? bare
  // "ruthie_b" can be nothing else than what somebody is called.
  const written = /^\p{Ll}[\p{Ll}\d]+_[\p{Ll}\d_]+$/u.test(bare) ? bare : null
  return who.whole(bare) ?? (/^\p{Ll}{2}/u.test(bare) ? who.handle(bare) : null) ?? written
}
