import { and, eq, ne } from "drizzle-orm"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { consultationStatus } from "./status"

/**
 * A consultation in which others than members may comment, for the form that asks for a link; `open` says
 * whether comments are taken now. Null where only members may, and before it opens.
 */
export async function findAskable(
  group: string,
  consultation: string,
): Promise<{ title: string; audience: "invited" | "anyone"; open: boolean } | null> {
  const [found] = await database()
    .select({
      title: consultations.title,
      audience: consultations.audience,
      opensAt: consultations.opensAt,
      closesAt: consultations.closesAt,
      lateUntil: consultations.lateUntil,
      cancelledAt: consultations.cancelledAt,
    })
    .from(consultations)
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(
      and(
        eq(groups.slug, group),
        eq(consultations.slug, consultation),
        ne(consultations.audience, "members"),
      ),
    )
  if (!found || found.audience === "members") return null
  const status = consultationStatus(found, now())
  if (status === "planned" || (status === "cancelled" && found.opensAt > now())) return null
  const { title, audience } = found
  return { title, audience, open: status === "open" || status === "late" }
}
