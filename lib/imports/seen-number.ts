import type { z } from "zod"
import { Refusal } from "@/lib/platform/errors"
import type { correctImportInput } from "./input"
import type { StoredReading } from "./stored"

/**
 * Refuses (`conflict`) to confirm or save a number that nobody saw: while a form was open it was settled
 * anew with other reports in view, which moves no revision. Whoever typed one has said which.
 */
export function requireSeenNumber(
  number: number | null,
  { findings }: StoredReading,
  { number: typed, numberShown, fix }: z.output<typeof correctImportInput>,
  saves: boolean,
  current: { slug: string; batchId: string; revision: number },
): void {
  const stands = number === null ? "" : String(number)
  if (numberShown === undefined || typed !== numberShown || stands === numberShown) return
  const answered = /^\d{1,4}/.exec(fix ?? "")
  const rule = answered ? findings[Number(answered[0])]?.rule : undefined
  const confirms = rule === "number-mismatch" || rule === "number-missing"
  if (!saves && !confirms) return
  const key = "imports.staleNumber"
  throw new Refusal("conflict", key, { number: stands || "–" }, { number: key }, current)
}
