import type { MinutesFact } from "@/lib/minutes/check/model"

/** Where a fact of a meeting is put right; `meetingHref` is the address of the meeting on the desk. */
export function factHref(meetingHref: string, fact: MinutesFact): string {
  if (fact === "document") return meetingHref.replace(/\/meetings\/[^/]+$/, "/documents/missing")
  return `${meetingHref}/${fact === "attendance" ? "attendance" : "edit#nextMeetingText"}`
}
