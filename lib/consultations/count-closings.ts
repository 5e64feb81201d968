import { and, countDistinct, eq, like } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { consultationCalls } from "@/db/schema/consultations"

/** How often the guests of a consultation were told that it was closed early. Does not authorize. */
export async function countClosings(reader: Reader, consultationId: string): Promise<number> {
  const [row] = await reader
    .select({ n: countDistinct(consultationCalls.kind) })
    .from(consultationCalls)
    .where(
      and(
        eq(consultationCalls.consultationId, consultationId),
        like(consultationCalls.kind, "end % closed"),
      ),
    )
  return row?.n ?? 0
}
