import { z } from "zod"

export const keepDocumentInput = z.object({ documentId: z.uuid() })
