import type { Action } from "./table"

/** Which action each address of the portal stands for. An address without a row fails the check. */
export const addresses: Record<string, Action> = {
  "/[locale]": "record.read",
  "/[locale]/[group]": "record.read",
  "/[locale]/[group]/meetings": "record.read",
  "/[locale]/[group]/meetings/[number]": "record.read",
  "/[locale]/[group]/meetings/[number]/[version]": "record.read",
  "/[locale]/missing": "record.read",
  "/[locale]/[...rest]": "record.read",
  "/[locale]/[group]/calendar.ics": "record.read",
  "/[locale]/[group]/join": "join.ask",
  "/[locale]/[group]/join/confirm": "join.ask",
  "/[locale]/sign-in": "sign-in.ask",
  "/[locale]/sign-in/confirm": "sign-in.confirm",
  "/[locale]/sign-in/outbox": "outbox.read",
  "/[locale]/desk": "desk.enter",
  "/[locale]/desk/sessions": "sessions.see",
  "/[locale]/desk/groups": "group.create",
  "/[locale]/desk/groups/new": "group.create",
  "/[locale]/desk/[group]": "group.work",
  "/[locale]/desk/[group]/settings": "group.edit",
  "/[locale]/desk/[group]/activity": "activity.read",
  "/[locale]/desk/[group]/meetings/[meeting]/publish": "report.publish",
  "/api/auth/confirm": "sign-in.confirm",
  "/api/auth/callback/email": "sign-in.confirm",
  "/healthz": "record.read",
}
