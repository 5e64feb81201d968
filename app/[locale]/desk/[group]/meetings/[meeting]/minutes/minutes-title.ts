import type { AgendaItem } from "@/lib/meetings/agenda"
import type { MinutesForEditor } from "@/lib/minutes/queries"
import { momentText } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import type { ItemHead } from "./sections"

type Meeting = MinutesForEditor["meeting"]

/** "Minutes of meeting 33"; by title while a draft lacks its number. */
export async function minutesTitle({ number, title }: Meeting): Promise<string> {
  const t = await getTranslations("minutes")
  if (number !== null) return t("title", { number: String(number) })
  return title ? t("titleUnnumbered", { title }) : t("titleBare")
}

/** When the meeting is, in UTC; nothing while that is not known. */
export async function minutesLead({ startsAt }: Meeting): Promise<string> {
  return startsAt ? momentText(startsAt, await getLocale()) : ""
}

/** What the pages show of the agenda. */
export function itemHeads(agenda: readonly AgendaItem[]): ItemHead[] {
  return agenda.map(({ id, label, title, minutes, depth }) => ({
    id,
    label,
    title,
    minutes,
    depth,
  }))
}
