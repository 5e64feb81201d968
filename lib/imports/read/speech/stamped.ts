import type { Who } from "../people/who"

/** "(ana, 18:05:33)" behind what the bot of a channel wrote down: who said it, and when. */
const STAMP = /\(([\p{L}\d_.-]{2,24}), \d{1,2}:\d{2}(?::\d{2})?\)\s*$/u
/** What everybody decided, was given to do, or only points to something. */
const NOBODYS =
  /^\W{0,3}(?:agreed|accepted|action|decision|idea|help|info|link|topic|rejected|resolved|undo)\s?:/i

/** Who typed a line of the minutes of a bot, by its stamp. */
export function stampedBy(stamp: string, text: string, who: Who): string | null {
  if (!stamp.endsWith(")") || NOBODYS.test(text.slice(0, 20))) return null
  const nick = STAMP.exec(stamp.slice(-48))?.[1]
  return nick ? (who.handle(nick) ?? who.whole(nick)) : null
}
