import type { FactFields } from "@/lib/meetings/form-fields"
import type { OfficeKind } from "@/lib/meetings/model"

/** What was typed into the form of a meeting, to fill it again. Rows without a name are left out. */
export function enteredFields(entered: Record<string, string>): FactFields {
  const text = (name: string) => entered[name] ?? ""
  const places = Object.keys(entered).flatMap((name) => {
    const place = /^offices\.(\d+)\.name$/.exec(name)?.[1]
    return place === undefined || !text(name).trim() ? [] : [place]
  })
  return {
    number: text("number"),
    title: text("title"),
    day: text("day"),
    time: text("time"),
    zone: text("zone"),
    minutes: text("minutes"),
    place: text("place"),
    joinLink: text("joinLink"),
    participantList: text("participantList") === "on-request" ? "on-request" : "annexed",
    noteTakerId: text("noteTakerId"),
    nextMeetingText: text("nextMeetingText"),
    offices: places.map((place) => ({
      personId: text(`offices.${place}.personId`),
      name: text(`offices.${place}.name`),
      kind: text(`offices.${place}.kind`) as OfficeKind,
      capacity: text(`offices.${place}.capacity`),
    })),
  }
}
