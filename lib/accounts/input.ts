import { z } from "zod"
import { longestName } from "@/lib/people/model"

/** A mail address as it is compared and stored: without spaces, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "field.tooLong")
  .pipe(z.email("field.email"))

/** A place inside the portal to go on to; anything that could lead elsewhere becomes the desk. */
export const nextPath = z
  .string()
  .default("/desk")
  .transform((path) =>
    /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) && path.length <= 500 ? path : "/desk",
  )

export const requestLinkInput = z.object({
  email,
  next: nextPath,
  locale: z.enum(["en", "fr"]).default("en"),
})

export const endSessionsInput = z.object({ which: z.enum(["this", "others"]) })

export const sampleSignInInput = z.object({ personId: z.uuid(), next: nextPath })

export const inviteFirstInput = z.object({
  email,
  name: z.string().trim().min(1).max(longestName).optional(),
})
