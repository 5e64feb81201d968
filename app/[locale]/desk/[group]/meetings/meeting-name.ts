import type { getTranslations } from "@/lib/platform/i18n"

type Translate = Awaited<ReturnType<typeof getTranslations<"meetings">>>

/** What a meeting is called: "Meeting 33", or that it has no number yet. */
export function meetingName(t: Translate, { number }: { number: number | null }): string {
  return number === null ? t("unnumbered") : t("meeting", { number })
}
