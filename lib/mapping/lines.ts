import { z } from "zod"
import { isDay } from "@/lib/minutes/model"
import { now } from "@/lib/platform/clock"
import { mappingLimits, withOwnEnds } from "./model"

/** Postgres refuses NUL and broken surrogates. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .overwrite(withOwnEnds)
    .max(most, "field.tooLong")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "mapping.unstorable")
/** The database knows the two words before the colon in small letters. */
export const webLink = line(mappingLimits.link)
  .overwrite((link) => link.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))
  .refine((link) => link === "" || /^https?:\/\/[^\s/?#]+/.test(link), "mapping.linkForm")
/** A day of the calendar; there was no year 0, and Postgres has none. */
export const day = z.iso.date("field.format").refine(isDay, "field.format")
/** The latest day on which it is today anywhere on earth: what was done was done on it or before. */
export const latestToday = (): string =>
  new Date(now().getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
/** A day on which something was done. */
export const pastDay = day.refine((one) => one <= latestToday(), "mapping.dayAhead")
export const year = z.int().min(1990, "mapping.yearForm").max(2100, "mapping.yearForm")
/** What a group calls something, within a line. */
export const name = line(mappingLimits.title).min(1, "field.required")
