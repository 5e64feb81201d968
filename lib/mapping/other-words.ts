import { foldName } from "@/lib/people/model"
import type { ActivityKind, RowStatus, Scope } from "./model"

/** What people write in their own tables for a kind, a scope or a status, in English and French. */
export const otherKinds: Partial<Record<ActivityKind, string>> = {
  bpf: "bpf, best practice forum, best practice forums, best practices forum",
  dc: "dc, dynamic coalition, dynamic coalitions, coalition dynamique",
  "policy-network": "pn, policy network, policy networks, reseau de politiques",
  nri: "nri, nris, national and regional initiative, national and regional initiatives, national regional initiatives",
  parliamentary: "parliamentary, parliament, parliamentarians, parlementaire",
  youth: "youth track, youth igf, jeunesse",
  "main-session": "main session, main sessions, ms, high level session, session principale",
  workshop: "ws, workshop, workshops, session, atelier, ateliers, open forum",
  mag: "multistakeholder advisory group",
  secretariat: "igf secretariat",
  other: "others, autre, autres",
}
export const otherScopes: Record<Scope, string> = {
  in: "yes, y, in scope, included, oui, dans le perimetre, true",
  out: "no, n, out of scope, excluded, non, hors perimetre, false",
  proposed: "maybe, to be decided, tbd, open, a decider, propose",
}
export const otherStatuses: Record<RowStatus, string> = {
  open: "not started, todo, to do, new, ouvert",
  "under-way": "ongoing, in progress, under way, started, en cours",
  done: "completed, complete, finished, closed, termine",
}

/** Words as they are compared: folded, everything but letters and digits a space. */
export const plain = (text: string) =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Words that are named one after the other, as they are compared. */
export const listed = (text = ""): string[] => text.split(",").map(plain).filter(Boolean)

/** The key that people also call so; undefined where nobody does. */
export function alsoCalled<Key extends string>(
  text: string,
  others: Partial<Record<Key, string>>,
): Key | undefined {
  const wanted = plain(text)
  const keys = Object.keys(others) as Key[]
  return wanted === "" ? undefined : keys.find((key) => listed(others[key]).includes(wanted))
}
