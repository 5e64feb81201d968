/** In brackets, behind a dash or behind a comma at the end of a task; a day may hold a comma itself. */
const BEHIND = [
  /\s*\(([^()]{2,60})\)$/,
  /\s*\[([^[\]]{2,60})\]$/,
  /\s[–—-]\s((?:(?!\s-\s)[^–—()]){2,60})$/,
  /,\s([^,()]{2,40},\s[^,()]{2,40})$/,
  /,\s([^,()]{2,60})$/,
]
/** Every word that may stand in a part which says by when, and no more than that. */
const WORD =
  /^(?:by|due|before|until|till|for|on|at|in|within|deadline|date|when|latest|no|not|later|than|the|this|next|coming|end|start|middle|mid|of|day|days|week|weeks|month|months|year|meeting|call|session|one|two|three|four|five|six|seven|eight|nine|ten|cob|eod|today|tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d[\d./:-]*(?:st|nd|rd|th)?|noon|midnight|[ap]\.?m|utc|gmt)$/i
/** What makes a day of them. */
const DAY =
  /\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|meeting|call|session|today|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december)\b/i

/** A task without the part at its end that holds nothing but the day by which it is to be done. */
export function withoutDay(text: string): string {
  const whole = text.trim().replace(/\.$/, "")
  const match = BEHIND.map((part) => part.exec(whole)).find((found) => isDay(found?.[1] ?? ""))
  return match ? whole.slice(0, match.index) : text
}

function isDay(said: string): boolean {
  const words = said.split(/[\s,;]+/).map((word) => word.replace(/[.:]$/, ""))
  return DAY.test(said) && words.every((word) => word === "" || WORD.test(word))
}

/** Names, handles and what joins them, in front of a colon or a dash. */
const OWNERS =
  /^(?:(?:@[\p{L}\d._-]{2,40}|\p{Lu}[\p{L}\p{M}.'’-]{0,30}|and|&|\+|y|e|et|und)(?:,?\s|(?=\s?:))){1,8}\s?(?::|[–—-])\s+(?=\S)/u

/** A task without "Ana:" or "Ben and Cem –" in front of it. */
export function withoutOwners(text: string): string {
  const front = OWNERS.exec(text.slice(0, 120))?.[0] ?? ""
  return text.slice(front.length)
}
