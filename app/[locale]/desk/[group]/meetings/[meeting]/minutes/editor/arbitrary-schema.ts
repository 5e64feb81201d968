import { getSchema } from "@tiptap/core"
import * as Y from "yjs"
import { MarkedPassages } from "../../../../comments/beside/marked-passages"
import { sectionExtensions } from "./extensions"

/** The schema of a section's editor, for tests without a browser. */
export const schema = getSchema(
  sectionExtensions({
    id: "opening",
    fragment: new Y.Doc().getXmlFragment("opening"),
    awareness: null,
    people: () => [],
    day: null,
    isTaken: () => false,
    leave: () => false,
    commenting: {
      passages: new MarkedPassages(new Y.Doc()),
      pick: () => {},
      begin: () => {},
    },
    announce: () => {},
    say: {
      block: String,
      locale: "en",
      offer: String,
      fill: () => "",
      heard: String,
      words: String,
      blocks: "",
      people: "",
      inText: "",
      nothing: "",
      write: "",
    },
  }),
)
