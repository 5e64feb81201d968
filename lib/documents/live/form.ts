import { z } from "zod"
import type { TextForm } from "@/lib/live/form"
import { minutesForm } from "@/lib/minutes/live/form"
import { isDocumentLink } from "../links"

/** The one part of the shared text of a document. */
export const PART = "text"

const { children, attributes } = minutesForm
const plain = ["paragraph", "bulletList", "orderedList"]
const line = ["#text", "hardBreak", "mention", "footnote"]

/** What may stand in the shared text of a document. */
export const documentForm: TextForm = {
  children: {
    "#top": [...plain, "heading", "blockquote", "table"],
    paragraph: line,
    heading: line,
    bulletList: children.bulletList ?? [],
    orderedList: children.orderedList ?? [],
    listItem: plain,
    blockquote: plain,
    table: ["tableRow"],
    tableRow: ["tableCell", "tableHeader"],
    tableCell: plain,
    tableHeader: plain,
    footnote: ["#text", "hardBreak", "mention"],
    hardBreak: [],
    mention: [],
  },
  attributes: {
    heading: z.strictObject({
      level: z.int().min(1).max(6).optional(),
      id: z.uuid().lowercase().nullish(),
    }),
    ...(attributes.orderedList && { orderedList: attributes.orderedList }),
    ...(attributes.mention && { mention: attributes.mention }),
  },
  leads: isDocumentLink,
  isPart: (name) => name === PART,
  mostParts: 4,
}
