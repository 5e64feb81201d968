import { dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { ReportContent } from "@/lib/reports/model"
import { outline } from "@/lib/reports/outline"
import { colour, linesOf, margin, say, withFaces } from "./picture-pen"
import { pictureSize } from "./picture-size"
import { type Published, wordsLocale } from "./report-setting"

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
