import { Refusal } from "@/lib/platform/errors"

/** Refuses a form that showed an older revision; what it needs to be sent again travels with the refusal. */
export function checkRevision(stored: { revision: number }, shown: number): void {
  if (stored.revision !== shown)
    throw new Refusal("conflict", "consultation.changed", {}, {}, { revision: stored.revision })
}
