import { canonical } from "@/lib/minutes/canonical"
import type { PlainBlock } from "@/lib/minutes/model"
import { cellInputs } from "../input"
import type { Activity, CellField, Citation } from "../model"

/**
 * Both values of a cell as one: texts one below the other, activities by their id (one that both changed
 * stands twice). Null where a cell can hold only one of them.
 */
export function bothOf(field: CellField, theirs: unknown, mine: unknown): unknown {
  const joined = join(field, theirs, mine)
  return joined !== null && cellInputs[field].safeParse(joined).success ? joined : null
}

function join(field: CellField, theirs: unknown, mine: unknown): unknown {
  switch (field) {
    case "suggests":
      return [theirs, mine].filter((text) => text !== "").join("\n\n")
    case "synergies":
      return [...(theirs as PlainBlock[]), ...(mine as PlainBlock[])]
    case "citation":
      return joinCitations(theirs as Citation, mine as Citation)
    case "activities":
      return uniteActivities(theirs as Activity[], mine as Activity[])
    default:
      return null
  }
}

const joinCitations = (theirs: Citation, mine: Citation): Citation => {
  const both = (one: string, other: string) =>
    one === other || other === "" ? one : one === "" ? other : `${one}; ${other}`
  return {
    mandate: both(theirs.mandate, mine.mandate),
    paragraph: both(theirs.paragraph, mine.paragraph),
  }
}

function uniteActivities(theirs: Activity[], mine: Activity[]): Activity[] {
  const added = mine.flatMap((one) => {
    const other = theirs.find(({ id }) => id === one.id)
    if (!other) return one
    return canonical(one) === canonical(other) ? [] : { ...one, id: crypto.randomUUID() }
  })
  return [...theirs, ...added]
}
