import { dayInstant, dayText, longDayText, timeText } from "@/lib/platform/dates"
import type { translatorFor } from "@/lib/platform/i18n"
import type { NoticeData, NoticeKind, TextName } from "./model"

type Translator = ReturnType<typeof translatorFor>

/** How somebody reads: in which language, and by which clock. */
export type Reading = { t: Translator; locale: string; zone: string }

/** A notice as its sentence needs it. */
export type Told = { kind: NoticeKind; data: unknown }

/** "Thursday 3 March 2022, 14:00 (Europe/Rome), 13:00 UTC": the reader's own clock first. */
export function whenText(at: Date, { locale, zone }: Omit<Reading, "t">): string {
  const utc = `${timeText(at)} UTC`
  if (zone === "UTC") return `${longDayText(at, locale)}, ${utc}`
  const own = `${longDayText(at, locale, zone)}, ${timeText(at, zone)}`
  return `${own} (${zone.replaceAll("_", " ")}), ${utc}`
}

/** What happened, in one sentence without a full stop and without an address. */
export function noticeSentence({ kind, data }: Told, reading: Reading): string {
  return reading.t(`notices.sentence.${kind}`, values(kind, data, reading) as never)
}

/** The same in a few words, for the subject of a mail. Those of one thread say the same, so that it holds together. */
export function noticeSubject({ kind, data }: Told, reading: Reading): string {
  return reading.t(`notices.subject.${kind}`, values(kind, data, reading) as never)
}

/** "Meeting 33: The plan", "Charter", "row 12 of the mapping …", or what is known of it. */
export function textName({ t }: Pick<Reading, "t">, { number, title, row }: TextName): string {
  if (row !== undefined) return t("mapping.talk.rowOf", { number: row, title })
  if (number === null) return title || t("meetings.unnumbered")
  return [t("meetings.meeting", { number }), title].filter(Boolean).join(": ")
}

function values(kind: NoticeKind, stored: unknown, reading: Reading): Record<string, unknown> {
  const { t, locale } = reading
  switch (kind) {
    case "call-announced": {
      const { startsAt, change, ...call } = stored as NoticeData[typeof kind]
      const at = new Date(startsAt)
      const day = dayText(at, locale, reading.zone)
      return { call: textName(reading, call), when: whenText(at, reading), day, change }
    }
    case "consultation-opening":
    case "consultation-closing": {
      const { title, closesAt, change } = stored as NoticeData["consultation-opening"]
      const at = new Date(closesAt)
      const day = dayText(at, locale, reading.zone)
      return { title, when: whenText(at, reading), day, change: change ?? "new" }
    }
    case "action-given": {
      const given = stored as NoticeData[typeof kind]
      if ("row" in given) {
        const where = textName(reading, { ...given, number: null })
        return { ...given, where, of: "row", what: "", due: "", dated: "no" }
      }
      const { what, due, number } = given
      const where = number === null ? t("notices.unnumbered") : t("meetings.meeting", { number })
      const day = due ? dayText(dayInstant(due), locale) : ""
      return {
        what,
        where,
        of: "minutes",
        by: "",
        title: "",
        rows: 0,
        due: day,
        dated: due ? "yes" : "no",
      }
    }
    case "version-published": {
      const { number, title, version, mapping } = stored as NoticeData[typeof kind]
      const named = mapping ? t("notices.mapping", { title }) : title
      const what = number === null ? named : t("notices.report", { number })
      return { what, version }
    }
    case "resolved": {
      const { disposition, reason, ...text } = stored as NoticeData[typeof kind]
      const title = textName(reading, text)
      const said = t(`notices.disposition.${disposition}`)
      return { title, disposition: said, reason, given: reason ? "yes" : "no" }
    }
    case "mentioned":
    case "replied": {
      const { by, where = "comment", ...text } = stored as NoticeData["mentioned"]
      return { by, where, title: textName(reading, text) }
    }
    case "publication-proposed": {
      const { number, title, ...said } = stored as NoticeData[typeof kind]
      const { deed = "publish", reports = 0, from = 0, to = 0 } = said
      const named = deed === "rule" ? title : textName(reading, { number, title })
      return { ...said, deed, reports, from, to, title: named }
    }
    case "review-ended":
    case "quote-answered":
    case "error-reported": {
      const { number, title, ...said } = stored as NoticeData[typeof kind]
      return { ...said, title: textName(reading, { number, title }) }
    }
    case "consultation-held": {
      const held = stored as NoticeData[typeof kind]
      return { ...held, comments: held.what === "over" ? held.comments : 1 }
    }
    case "consultation-result":
    case "edition-due":
      return stored as NoticeData[typeof kind]
  }
}
