import { dayInstant, dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { Neighbour } from "./numbered"
import type { NumberReason } from "./numbering"
import type { StoredReading } from "./stored"

/** Why this number stands or is proposed; null where a person gave it, or it never was a question. */
export function reasonOf(
  settled: StoredReading["settled"],
  number: number | null,
): NumberReason | null {
  const reason = settled?.reason ?? null
  const isTaken = reason?.kind === "counted" && reason.number === number
  return settled?.number === number || isTaken ? reason : null
}

/** Why a report has its number, as a sentence: "26 fits: 23 was held on 1 July 2021 …". */
export function describeNumber(
  { number, reason }: { number: number | null; reason: NumberReason },
  locale: Locale,
): string {
  const t = translatorFor(locale)
  const values = {
    ...around(reason, locale),
    ...others(reason),
    number: numberOf(reason) ?? number ?? 0,
    from: reason.kind === "several" ? reason.from : 0,
    to: reason.kind === "several" ? reason.to : 0,
  }
  return t(`imports.numbering.${reason.kind}`, values)
}

/** The number that is only proposed. */
const numberOf = (reason: NumberReason) => (reason.kind === "counted" ? reason.number : null)

function around(reason: NumberReason, locale: Locale) {
  const { before, after } = "before" in reason ? reason : { before: null, after: null }
  const day = (near: Neighbour | null) => (near ? dayText(dayInstant(near.day), locale) : "")
  return {
    around: before && after ? "both" : before ? "before" : after ? "after" : "none",
    before: before?.number ?? 0,
    beforeDay: day(before),
    after: after?.number ?? 0,
    afterDay: day(after),
  }
}

function others(reason: NumberReason) {
  const twice = reason.kind === "fits" ? reason.twice : null
  return {
    twice: twice ? "yes" : "no",
    other: twice?.number ?? (reason.kind === "taken" ? reason.number : 0),
    times: twice?.times ?? 0,
    as: reason.kind === "restarts" ? reason.as : "",
  }
}
