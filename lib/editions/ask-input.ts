import { z } from "zod"
import { documentTitle } from "@/lib/documents/input"
import { mappingLimits } from "@/lib/mapping/model"

/**
 * The title of the document, the slugs of the areas whose rows it is made of, and how many documents
 * were made of the edition when the form was shown.
 */
export const askAboutEditionInput = z.object({
  editionId: z.uuid(),
  title: documentTitle,
  areas: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z
      .array(z.string().regex(/^[a-z0-9-]+$/))
      .min(1, "editions.noArea")
      .max(mappingLimits.areas),
  ),
  made: z.coerce.number().int().min(0),
})
