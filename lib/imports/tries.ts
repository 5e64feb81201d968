import type { Claimed } from "./claim"
import type { ImportRefusal } from "./stored"

/** So often the reader may fail at a file before the file is refused for it. */
const mostTries = 3

/** Refusals that may be the machine's and not the file's: its bytes are kept, so that it can be read again. */
const ofTheMoment: ReadonlySet<string> = new Set(["too-slow", "too-much-memory"])

export const isOfTheMoment = (refusal: ImportRefusal | null): boolean =>
  refusal !== null && ofTheMoment.has(refusal.code)

/** Whether a refusal says nothing of the file itself, and it may be read after all in a while. */
export function isToTryAgain({ tries }: Pick<Claimed, "tries">, refusal: unknown): boolean {
  const code = (refusal as ImportRefusal | null | undefined)?.code
  return code === "reader-failed" && tries + 1 < mostTries
}
