import { closes } from "../closing"
import { findSentences } from "../text/sentences"
import { cellsOf, isRow, isRule } from "../text/table"
import { isOnlyNextMeeting } from "../times/next-meeting"

/** "Link: https://example.org/4", "Labels: S-active, A-teams": what an item is, and not what was said. */
const FIELD =
  /^\W{0,4}(?:links?|urls?|labels?|tags|issues?|prs?|pull requests?|tracking issues?|tickets?|slides?|documents?|docs?|papers?|materials?|ref(?:erence)?s?|milestone|duration|presenters?)\s?:\s?(?:[^.?!]{0,160}|\S{0,300})$/i
/** "Minutes:", "Consider paper by the Clerk. (To follow)": what a form prints above what was said. */
const PRINTED =
  /^\W{0,4}(?:(?:minutes|discussion|notes|comments?)\s?:|(?:to )?(?:consider|receive|note) [^\n]{3,160}\((?:attached|to follow|copy attached|enclosed|herewith)\)\.?)\W{0,4}$/i
const LINK_ALONE = /^\W{0,4}https?:\/\/\S+\W*$/i
/** "Resolved", and below it "Nothing": the form was filled in, whatever was said above. */
const EMPTY_OUTCOME =
  /^\W{0,4}(?:resolved|resolutions?|decisions?|actions?|action items?|tasks|to-?dos?|outcomes?|conclusions?|votes?|motions?)\W{0,4}\n\W{0,4}(?:nothing|none|nil|no|n\/a)\W{0,4}$/gim
/** The foot of a mail or page behind a line drawn across. */
const FOOT = /^[_=*~-]{8,200}\s[^\n]{0,200}https?:\/\/\S+$/i

/**
 * What the text of an item says of the item itself: without the fields of a form, what the mail or the
 * page ends in, and how the meeting closed.
 */
export function saidOnItem(text: string): string {
  if (text.length > LONGEST) return text
  const lines = text.replace(EMPTY_OUTCOME, "").split("\n")
  // Behind a longer paragraph the closing changes nothing: something was said.
  const short = (lines[0]?.length ?? 0) <= SHORT
  const end = short ? lines.findIndex((line, index) => index > 0 && closesMeeting(line)) : -1
  return ofRows(lines.slice(0, end < 0 ? lines.length : end))
    .filter(
      (line) =>
        !FIELD.test(line) && !PRINTED.test(line) && !LINK_ALONE.test(line) && !FOOT.test(line),
    )
    .join("\n")
}

/** What a row or two of a table say: the cells below the head, without the item's name and initials. */
function ofRows(lines: readonly string[]): readonly string[] {
  const rows = lines.filter((line) => line.trim() !== "")
  if (rows.length === 0 || rows.length > MOST_ROWS || !rows.every(isTabled)) return lines
  const said = rows.slice(rows.findIndex(isRule) + 1).flatMap((row) => cellsOf(row.trim()) ?? [])
  const cells = said
    .map(({ text }) => text)
    .filter((text) => !/^(?:this item|\p{Lu}{2,3}|[Nn][or]\.?|)$/u.test(text))
  return cells.length === 0 ? lines : cells
}
const MOST_ROWS = 4
const isTabled = (line: string) =>
  line.startsWith("|") && (isRow(line.trim()) || isRule(line.trim()))

/** A longer text tells of the item in any case. */
const LONGEST = 1500
const SHORT = 120
const MAY_CLOSE =
  /next|again|follow|coming|clos|adjourn|end|rose|conclu|finish|submitted|sign|sd\/|taken|prepared|record|writ|draft|certif|business|\b(?:fin|cierre|schluss)\b|prochain|próxim|nächste|will be|take/i

function closesMeeting(line: string): boolean {
  const said = line.slice(0, 300)
  if (!MAY_CLOSE.test(said)) return false
  const [first] = findSentences(said)
  return closes(said) || isOnlyNextMeeting(said.slice(0, first?.to))
}
