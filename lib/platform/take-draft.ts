import type { z } from "zod"
import { Refusal } from "./errors"
import { isFromOwnPages } from "./request"

/**
 * Takes what a script on a page of ours posts while somebody types. Answers whether it is kept, or with
 * the status of the refusal.
 */
export async function takeDraft<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  keep: (draft: z.output<Schema>) => Promise<boolean>,
): Promise<Response> {
  try {
    if (!(await isFromOwnPages())) throw new Refusal("forbidden", "foreignOrigin")
    const read = schema.safeParse(await request.json().catch(() => null))
    if (!read.success) throw new Refusal("invalid", "fields")
    return Response.json({ kept: await keep(read.data) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(null, { status: error.status })
  }
}
