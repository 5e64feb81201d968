import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** The hour in front of a line of a log or transcript: "[10:02] ", "13:56:40 ", "00:14:20 - ". */
const CLOCK = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?[\])]?\s{1,3}(?:[-–—]\s)?(?=\S)/
const NICK = /^(?:<[@+]?([^<>\s]{1,30})>|\[([a-z][\w-]{1,20}|\w{0,12}[Bb][Oo][Tt])\])\s{1,3}(?=\S)/
/** "-minutesbot- TOPIC: Roof": what the bot of a channel writes for everybody. */
const NOTICE = /^-[^-\s][^\s]{0,28}-\s{1,3}(?=\S)/
/** What is said to a bot of the channel, and becomes a line of the minutes. */
const COMMAND =
  /^(?:={2,6}\s|#(?:(?:sub)?topic|action|agreed?|accepted|decision|decided|resolved|rejected|chairs?)\s|#info\s(?:present|regrets|chairs?|scribe|next (?:meeting|call))\s?:|(?:(?:sub-?)?topic|agenda|meeting|date|chairs?|scribe(?:nick)?|present|regrets|action|resolution|resolved|proposed|proposal|decision|decided|agreed|next (?:meeting|call)|subject)\s?(?:[:+]|(?<=meeting|call)\s))/i
/** A word to the bot of a channel that labels what stands behind it: "#agreed The mirror becomes …". */
const LABEL = /^#(action|agreed?|accepted|decision|decided|resolved|rejected|chairs?)\s{1,3}(?=\S)/i
/** One that says of the line only that it shall stand in the minutes. */
const KEPT = /^#info\s{1,3}(?=\S)/i
/** The scribe writes for others: "kaoru: half of it", and "..." goes on. */
const RELAYED = /^(?:[\p{L}\d_-]{2,24}:\s|\.{3}|…)/u
/** What a speaker's line looks like behind its hour. */
const TURN =
  /^(?:<|>>|[\p{Ll}\d_-]{2,24}:\s|\p{Lu}[\p{L}\p{M}'’. -]{1,50}(?:\s?\([^()]{1,40}\))?:\s)/u
const LEAST = 4
/** No more lines than this many for every line of a log. */
const SHARE = 6
/** A minute for which nobody plans anything: in a timetable the hours are round. */
const UNPLANNED = /^[[(]?\d{1,2}:(?:\d[1-46-9]|\d\d[:.]\d)/

/**
 * Takes the hours off the lines of a log or transcript, and the nicknames off what is a command to its
 * bot or what its scribe writes down for others. What was taken off stays in front of the line.
 */
export function withChatLogs(lines: readonly Line[]): Line[] {
  const clocked = lines.filter(({ whole: { text } }) => clockOf(text) > 0)
  const nicked = lines.filter(({ whole: { text } }) => NICK.test(text.slice(0, 40)))
  // "<ana> the lamp is out": nearly all lines are somebody's, without the hour.
  const bare = nicked.length >= LEAST && nicked.length * 4 >= lines.length * 3
  if (!bare && (clocked.length < LEAST || clocked.length * SHARE < lines.length))
    return clocked.length < 2 ? [...lines] : withChatWithin(lines)
  const scribes = new Set(["scribe"])
  return lines.map((line) => {
    const { text } = line.whole
    const clock = CLOCK.exec(text.slice(0, 20))?.[0].length ?? 0
    const notice = NOTICE.exec(text.slice(clock, clock + 40))?.[0].length ?? 0
    if (notice > 0) return without(line, clock + notice)
    if (clock === 0 && !bare) return line
    const nick = NICK.exec(text.slice(clock, clock + 40))
    const name = nick?.[1] ?? nick?.[2]
    if (!nick || !name)
      return clock > 0 && TURN.test(text.slice(clock, clock + 120)) ? without(line, clock) : line
    const said = text.slice(clock + nick[0].length, clock + nick[0].length + 120)
    const scribe = /^scribe(?:nick)?:\s?([\p{L}\d_-]{2,24})/iu.exec(said)?.[1]
    if (scribe) scribes.add(scribe.toLowerCase())
    const relayed = scribes.has(name.toLowerCase()) && RELAYED.test(said)
    if (!COMMAND.test(said) && !relayed) return clock > 0 ? without(line, clock) : line
    const front = clock + nick[0].length
    return labelled(without(line, front + (KEPT.exec(said)?.[0].length ?? 0)))
  })
}

/** "#agreed The mirror stays" says what "agreed: The mirror stays" says. */
function labelled(line: Line): Line {
  const [sign, word = ""] = LABEL.exec(line.whole.text.slice(0, 40)) ?? []
  if (!sign) return line
  const label = sliceRich(line.whole, 1, 1 + word.length)
  const colon = { text: ":", at: [line.whole.at[word.length] ?? 0], marks: [] }
  const rest = joinRich([label, colon, sliceRich(line.whole, sign.length)], ["", " "])
  return { ...shapeOf(line, rest), front: line.front }
}

/** How many characters in front of somebody's turn say when it was. */
function clockOf(text: string): number {
  const clock = CLOCK.exec(text.slice(0, 20))?.[0].length ?? 0
  return clock > 0 && TURN.test(text.slice(clock, clock + 120)) ? clock : 0
}

/** A few lines of a chat that somebody has put into a report: one right below the other. */
function withChatWithin(lines: readonly Line[]): Line[] {
  const said = lines.map(
    ({ whole: { text } }) => UNPLANNED.test(text.slice(0, 20)) && clockOf(text),
  )
  return lines.map((line, index) => {
    const beside = (line.gap ? 0 : said[index - 1]) || (!lines[index + 1]?.gap && said[index + 1])
    const clock = said[index] || (beside ? clockOf(line.whole.text) : 0)
    return clock && beside ? without(line, clock) : line
  })
}

function without(line: Line, front: number): Line {
  const { n, from, to, indent, gap, breaks } = line
  const rest = trimRich(sliceRich(line.whole, front))
  const shaped = shapeOf({ n, from, to, indent, gap, breaks }, rest)
  return { ...shaped, front: line.whole.text.slice(0, front).trim() }
}
