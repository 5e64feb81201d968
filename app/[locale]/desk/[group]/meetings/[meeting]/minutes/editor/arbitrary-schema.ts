import { getSchema } from "@tiptap/core"
import { sectionExtensions } from "./extensions"

/** The schema of a section's editor, for tests without a browser. */
export const schema = getSchema(
  sectionExtensions({
    id: "opening",
    people: [],
    isTaken: () => false,
    leave: () => false,
    announce: () => {},
    say: {
      block: String,
      offer: String,
      words: String,
      blocks: "",
      people: "",
      stateAs: "",
      nothing: "",
      write: "",
    },
  }),
)
