import type { SKRSContext2D } from "@napi-rs/canvas"
import { type AreaCoverage, coverageOf } from "@/lib/mapping/coverage/coverage"
import { activityKinds } from "@/lib/mapping/model"
import { dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { colour, linesOf, margin, say, withFaces } from "@/lib/report-files/picture-pen"
import { pictureSize } from "@/lib/report-files/picture-size"
import type { EditionContent } from "./model"

/** The steps of the heat map and what stands on them: the light roles of app/ui/styles/tokens.css. */
export const heat = {
  steps: ["#fdfdfb", "#d2e5ea", "#a8ccd6", "#76abba", "#2a7387", "#0b4a5c"],
  ink: "#10282f",
  inkOn: "#ffffff",
  rule: "#d3d8d3",
}

/** Where the map stands, in pixels; areas that do not fit in are left to the page. */
const map = { top: 300, high: 216, names: 300, most: 9, between: 3 }

/**
 * The picture that is shown with a link to an edition: which mandate, which edition, and its heat map.
 * A PNG of `pictureSize`; the same edition gives the same bytes in the same language.
 */
export async function drawEditionPicture(
  content: EditionContent,
  { origin, locale }: { origin: string; locale: Locale },
): Promise<Buffer> {
  const { createCanvas } = await withFaces()
  const { width, height } = pictureSize
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext("2d")
  const t = translatorFor(locale)
  const coverage = coverageOf(content.areas, content.rows)
  pen.fillStyle = colour.paper
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = colour.accent
  pen.fillRect(0, 0, width, 14)

  const { group, mandate, number, frozenAt } = content
  const eyebrow = `${group.shortName} · ${t("mapping.name")}`
  say(pen, eyebrow, { y: 84, size: 28, family: "bold" })
  const title = linesOf(pen, mandate.title, { size: 52, family: "serif", most: 2 })
  for (const [line, words] of title.entries())
    say(pen, words, { y: 154 + line * 60, size: 52, family: "serif", fill: colour.ink })
  const below = 152 + title.length * 60
  say(pen, t("mapping.pictures.summary", coverage.all), { y: below, size: 26 })
  drawMap(pen, coverage.areas.slice(0, map.most))

  pen.fillStyle = colour.accent
  pen.fillRect(margin, height - 84, width - 2 * margin, 3)
  const edition = `${t("mapping.pictures.edition", { number })} · ${dayText(new Date(frozenAt), locale)}`
  say(pen, edition, { y: height - 40, size: 26, family: "bold", room: width / 2 })
  const host = new URL(origin).host
  say(pen, host, { y: height - 40, size: 26, end: true, room: width / 2 - 2 * margin })
  return canvas.encode("png")
}

function drawMap(pen: SKRSContext2D, areas: readonly AreaCoverage[]): void {
  const high = map.high / map.most
  const left = margin + map.names
  const wide = (pictureSize.width - margin - left) / activityKinds.length
  for (const [row, area] of areas.entries()) {
    const y = map.top + row * high
    const words = { x: margin, y: y + high - 8, size: 18, fill: colour.ink, room: map.names - 20 }
    say(pen, area.title, { ...words, family: "serif" })
    for (const [column, kind] of activityKinds.entries()) {
      const { activities } = area.kinds[kind]
      const step = Math.min(activities, heat.steps.length - 1)
      const x = left + column * wide + map.between
      const [cellWide, cellHigh] = [wide - map.between, high - map.between]
      pen.fillStyle = activities > 0 ? (heat.steps[step] ?? heat.rule) : heat.rule
      pen.fillRect(x, y, cellWide, cellHigh)
      if (activities === 0) {
        pen.fillStyle = colour.paper
        pen.fillRect(x + 1, y + 1, cellWide - 2, cellHigh - 2)
        continue
      }
      const figure = { x: x + cellWide / 2 - 5, y: y + cellHigh - 5, size: 15, room: cellWide }
      say(pen, String(activities), { ...figure, fill: step > 3 ? heat.inkOn : heat.ink })
    }
  }
}
