import type { MinutesFact } from "@/lib/minutes/check/model"

/** Where a fact of a meeting is put right; `meetingHref` is the address of the meeting on the desk. */
export function factHref(meetingHref: string, fact: MinutesFact): string {
  return `${meetingHref}/${fact === "attendance" ? "attendance" : "edit#nextMeetingText"}`
}
