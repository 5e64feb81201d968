import type { LiveKind, LiveText } from "@/lib/live/kind"
import { DOCUMENT_SCHEMA } from "../model"
import { PREAMBLE } from "../sections"
import { documentForm, PART } from "./form"
import { sectionsIn } from "./read-text"

const documentKind: LiveKind = {
  name: "documents",
  schema: DOCUMENT_SCHEMA,
  tables: {
    states: "document_states",
    updates: "document_updates",
    writers: "document_writers",
    key: "document_id",
  },
  form: documentForm,
  end: PART,
  sections: sectionsIn,
  untitled: PREAMBLE,
  mend: () => null,
}

/** A document as a text that several people write at once. */
export const sharedText = (documentId: string): LiveText => ({ kind: documentKind, id: documentId })
