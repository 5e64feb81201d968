import { z } from "zod"

/** An address elsewhere that a missing document may be: whole, http or https. */
const address = z
  .string()
  .trim()
  .max(2_000, "field.tooLong")
  .default("")
  .refine((text) => text === "" || (URL.canParse(text) && /^https?:/i.test(text)), {
    error: "documents.address",
  })

export const fillMissingInput = z
  .object({
    missingId: z.uuid(),
    documentId: z
      .union([z.literal(""), z.uuid("field.choice")])
      .default("")
      .transform((id) => id || null),
    href: address,
  })
  .refine(({ documentId, href }) => (documentId === null) !== (href === ""), {
    path: ["documentId"],
    message: "documents.fillOne",
  })
