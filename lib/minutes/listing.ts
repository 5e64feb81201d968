import type {
  Action,
  Decision,
  MinutesText,
  Question,
  RecordBlock,
  SectionId,
  Statement,
} from "./model"
import { blockText, isRecordBlock, sectionOf } from "./model"

/** A block of the record, where it stands, its words, and its place among its kind (from 1). */
export type Listed<B extends RecordBlock> = {
  section: SectionId
  block: B
  text: string
  place: number
}

function listed<B extends RecordBlock>(text: MinutesText, type: B["type"]): Listed<B>[] {
  const found: Listed<B>[] = []
  const isWanted = (block: RecordBlock): block is B => block.type === type
  for (const section of text.order) {
    for (const block of sectionOf(text, section).content) {
      if (!isRecordBlock(block) || !isWanted(block)) continue
      found.push({ section, block, text: blockText(block).trim(), place: found.length + 1 })
    }
  }
  return found
}

/** The decisions in reading order. `place` is the number behind the stroke in "33/1". */
export const listDecisions = (text: MinutesText) => listed<Decision>(text, "decision")
/** The actions in reading order, numbered as decisions are. */
export const listActions = (text: MinutesText) => listed<Action>(text, "action")
export const listStatements = (text: MinutesText) => listed<Statement>(text, "statement")
export const listQuestions = (text: MinutesText) => listed<Question>(text, "question")

/** Every person whom the text names by id: speakers, owners, mentions. Each once. */
export function listPersonIds(text: MinutesText): string[] {
  const ids = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === "personId" && typeof inner === "string") ids.add(inner)
      else visit(inner)
    }
  }
  for (const section of text.order) visit(sectionOf(text, section))
  return [...ids]
}
