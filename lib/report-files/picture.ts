import type { SKRSContext2D } from "@napi-rs/canvas"
import { dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { ReportContent } from "@/lib/reports/model"
import { outline } from "@/lib/reports/outline"
import { type Face, loadFaces } from "./pdf/faces"
import { pictureSize } from "./picture-size"
import { type Published, wordsLocale } from "./report-setting"

const margin = 72
/** The light roles of app/ui/styles/tokens.css: a picture knows no dark mode. */
const colour = { paper: "#fdfdfb", ink: "#191d1c", soft: "#5d6561", accent: "#0b5468" }

/** How a family asks for the signs that it lacks itself. */
const families = {
  serif: `"serif", "arabic", "hebrew", "emoji"`,
  sans: `"sans", "serif", "arabic", "hebrew", "emoji"`,
  bold: `"sans-bold", "serif-bold", "arabic-bold", "hebrew-bold", "emoji"`,
}
type Family = keyof typeof families

const fromTheRight = /^[^\p{L}]*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u

/**
 * The picture that is shown with a link to a version: which meeting of which group, when, and what came
 * of it. A PNG of `pictureSize`; the same version gives the same bytes. Never a person's name but in a title.
 */
export async function drawPicture(
  report: ReportContent,
  { origin }: Pick<Published, "origin">,
): Promise<Buffer> {
  const { createCanvas } = await withFaces()
  const { width, height } = pictureSize
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext("2d")
  const { group, meeting, version, withdrawal } = report
  const locale = wordsLocale(report.language)
  const t = translatorFor(locale)
  pen.fillStyle = colour.paper
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = colour.accent
  pen.fillRect(0, 0, width, 14)

  say(pen, `${group.shortName} · ${t("report.eyebrow")}`, { y: 116, size: 30, family: "bold" })
  const title = t("report.meeting", { number: meeting.number })
  say(pen, title, { y: 222, size: 92, family: "serif", fill: colour.ink })
  say(pen, dayText(new Date(meeting.startsAt), locale), { y: 284, size: 34 })
  const named = linesOf(pen, meeting.title || group.name, { size: 46, family: "serif", most: 3 })
  for (const [line, words] of named.entries())
    say(pen, words, { y: 368 + line * 58, size: 46, family: "serif", fill: colour.ink })

  const { decisions, actions } = outline(report)
  const came = [
    t("public.decisions", { count: decisions.length }),
    t("public.actions", { count: actions.length }),
  ].filter((_, place) => [decisions, actions][place]?.length)
  const foot = withdrawal ? [t("files.withdrawn")] : came
  const edition = `${t("report.version.label")} ${version}`
  pen.fillStyle = colour.accent
  pen.fillRect(margin, height - 104, width - 2 * margin, 3)
  const words = [edition, ...foot].join(" · ")
  const address = new URL(origin).host
  say(pen, words, { y: height - 56, size: 26, family: "bold" })
  say(pen, address, { y: height - 56, size: 26, end: true, room: width / 2 - margin })
  return canvas.encode("png")
}

/** The library with our typefaces; it stays away from those of the machine, which differ. */
async function withFaces() {
  const library = await import("@napi-rs/canvas")
  for (const [face, bytes] of await loadFaces())
    if (!library.GlobalFonts.has(nameOf(face))) library.GlobalFonts.register(bytes, nameOf(face))
  return library
}

const nameOf = (face: Face): string => face

type Line = {
  y: number
  size: number
  family?: Family
  fill?: string
  /** At the right margin. */
  end?: boolean
  /** How wide it may be, in pixels. */
  room?: number
}

function say(pen: SKRSContext2D, words: string, line: Line): void {
  const { y, size, family = "sans", fill = colour.soft, end = false } = line
  pen.font = `${size}px ${families[family]}`
  pen.fillStyle = fill
  const right = end || fromTheRight.test(words)
  pen.direction = fromTheRight.test(words) ? "rtl" : "ltr"
  pen.textAlign = right ? "right" : "left"
  const room = line.room ?? pictureSize.width - 2 * margin
  const shown = shortened(pen, words, room)
  pen.fillText(shown, right ? pictureSize.width - margin : margin, y)
}

/** Words on a few lines; what does not fit on the last ends in an ellipsis. */
function linesOf(
  pen: SKRSContext2D,
  words: string,
  { size, family, most }: { size: number; family: Family; most: number },
): string[] {
  pen.font = `${size}px ${families[family]}`
  const room = pictureSize.width - 2 * margin
  const lines: string[] = []
  let rest = words.replace(/\s+/g, " ").trim()
  while (rest && lines.length < most - 1) {
    const parts = rest.split(" ")
    let taken = 1
    while (
      taken < parts.length &&
      pen.measureText(parts.slice(0, taken + 1).join(" ")).width <= room
    )
      taken += 1
    lines.push(parts.slice(0, taken).join(" "))
    rest = parts.slice(taken).join(" ")
  }
  return rest ? [...lines, rest] : lines
}

function shortened(pen: SKRSContext2D, words: string, room: number): string {
  if (pen.measureText(words).width <= room) return words
  const signs = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment)
  let [fits, over] = [0, signs.length]
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    const text = `${signs.slice(0, middle).join("")}…`
    if (pen.measureText(text).width <= room) fits = middle
    else over = middle
  }
  return `${signs.slice(0, fits).join("").trimEnd()}…`
}
