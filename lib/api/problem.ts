import { z } from "zod"

/** Why there is no answer (RFC 9457). */
export const problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What is wrong, and what to do."),
})

export type Problem = z.infer<typeof problem>

export const nothingHere: Problem = {
  type: "about:blank",
  title: "Not Found",
  status: 404,
  detail: "Nothing stands at this address. /api/v1/openapi.json says which addresses there are.",
}

/** Said in front of the pages too, where nothing else could be. */
export const failedOnOurSide: Problem = {
  type: "about:blank",
  title: "Internal Server Error",
  status: 500,
  detail: "Something failed on our side. Nothing was changed. Try again in a minute.",
}

/** Who may read an answer or a problem, from whichever page: there is nothing here that is not public. */
export const forEverybody = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link",
  "cross-origin-resource-policy": "cross-origin",
}

/** A query that cannot be read. */
export function badQuery(detail: string): Problem {
  return { type: "about:blank", title: "Bad Request", status: 400, detail }
}
