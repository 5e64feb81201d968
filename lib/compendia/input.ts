import { z } from "zod"

/** `version` is the one that the form says it makes, so that two presses make one. */
export const publishCompendiumInput = z.object({
  consultationId: z.uuid(),
  version: z.coerce.number().int().positive(),
})
