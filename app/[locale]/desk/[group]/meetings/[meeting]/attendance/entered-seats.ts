import { type AttendanceKind, attendanceKinds } from "@/lib/meetings/model"
import type { RollSeat } from "@/lib/meetings/roll"

const kindOf = (text: string | undefined): AttendanceKind | null =>
  attendanceKinds.find((kind) => kind === text) ?? null

/** The seats that were sent, to fill the form again. */
export function enteredSeats(entered: Record<string, string>): RollSeat[] {
  const places = Object.keys(entered).flatMap((name) => {
    const place = /^seats\.(\d+)\.personId$/.exec(name)?.[1]
    return place === undefined ? [] : [Number(place)]
  })
  return places
    .sort((a, b) => a - b)
    .map((place) => {
      const text = (field: string) => entered[`seats.${place}.${field}`] ?? ""
      return {
        personId: text("personId"),
        name: text("name"),
        kind: kindOf(text("kind")),
        capacity: text("capacity"),
      }
    })
}
