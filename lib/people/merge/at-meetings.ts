import { eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { attendance, meetingOffices } from "@/db/schema/meetings"
import type { Pair } from "./pair"

/** What says more about a person's part in a meeting stands first. */
const kinds = ["present", "written", "regrets"] as const

/** Step: who stands twice on the list of one meeting stands on it once, as the more that was said of them. */
export async function moveAttendance(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const rows = await tx
    .select()
    .from(attendance)
    .where(inArray(attendance.personId, [kept, merged]))
  for (const row of rows.filter(({ personId }) => personId === merged)) {
    const twin = rows.find((each) => each.personId === kept && each.meetingId === row.meetingId)
    if (!twin) {
      await tx.update(attendance).set({ personId: kept }).where(eq(attendance.id, row.id))
      continue
    }
    await tx.delete(attendance).where(eq(attendance.id, row.id))
    await tx
      .update(attendance)
      .set({
        kind: kinds.find((kind) => kind === row.kind || kind === twin.kind) ?? twin.kind,
        capacity: twin.capacity || row.capacity,
        position: Math.min(twin.position, row.position),
      })
      .where(eq(attendance.id, twin.id))
  }
}

/** Step: an office that both hold at one meeting is held once. */
export async function moveOffices(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  const rows = await tx
    .select()
    .from(meetingOffices)
    .where(inArray(meetingOffices.personId, [kept, merged]))
  for (const row of rows.filter(({ personId }) => personId === merged)) {
    const twin = rows.find(
      (each) =>
        each.personId === kept && each.meetingId === row.meetingId && each.kind === row.kind,
    )
    const mine = eq(meetingOffices.id, row.id)
    if (!twin) await tx.update(meetingOffices).set({ personId: kept }).where(mine)
    else {
      await tx.delete(meetingOffices).where(mine)
      await tx
        .update(meetingOffices)
        .set({ capacity: twin.capacity || row.capacity })
        .where(eq(meetingOffices.id, twin.id))
    }
  }
}
