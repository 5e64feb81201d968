import { z } from "zod"

/** Without an id: every mail that was given up. */
export const tryAgainInput = z.object({ mailId: z.uuid().optional() })
