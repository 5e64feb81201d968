import type { RecordBlock } from "@/lib/minutes/model"

export type RecordType = RecordBlock["type"]
export const recordTypes = ["statement", "decision", "action", "question"] as const
