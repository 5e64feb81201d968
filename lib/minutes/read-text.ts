import { Refusal } from "@/lib/platform/errors"
import { minutesText } from "./input"
import { describeMisfit, findMisfit } from "./misfit"
import { type MinutesText, TEXT_SCHEMA } from "./model"

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value
  try {
    return JSON.parse(value)
  } catch {
    throw new Refusal("invalid", "minutes.malformed", { where: "JSON" })
  }
}

/**
 * A text that somebody sent, as JSON or as what it says, or a refusal (`invalid`) that names what does not fit: a newer schema,
 * an unknown node or mark, too large, or not in the form of the model. Nothing is ever dropped.
 */
export function acceptText(sent: unknown): MinutesText {
  const value = parsed(sent)
  const misfit = findMisfit(value)
  if (misfit?.kind === "schema") {
    throw new Refusal("invalid", "minutes.schema", { theirs: misfit.name, ours: TEXT_SCHEMA })
  }
  if (misfit?.kind === "node" || misfit?.kind === "mark") {
    throw new Refusal("invalid", "minutes.unknown", { name: misfit.name.slice(0, 80) })
  }
  if (misfit) throw new Refusal("invalid", "minutes.tooLarge", {}, {}, describeMisfit(misfit))
  const read = minutesText.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue ? [issue.path.join("."), issue.message].filter(Boolean).join(": ") : ""
  throw new Refusal("invalid", "minutes.malformed", { where: where.slice(0, 200) })
}

/** A text as it was stored. Anything else than our own model there is a fault, not a refusal. */
export function storedText(value: unknown): MinutesText {
  return minutesText.parse(value)
}
