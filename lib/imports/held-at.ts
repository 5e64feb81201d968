import { sql } from "drizzle-orm"
import { importFiles } from "@/db/schema/imports"

/** When the draft of a file was held: an instant in ISO, or a day alone where its hour is not known. */
export const heldAt = sql<
  string | null
>`coalesce(${importFiles.corrected}->>'startsAt', ${importFiles.corrected}->>'day')`
