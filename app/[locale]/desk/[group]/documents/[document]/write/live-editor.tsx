import type { ReactNode } from "react"
import { Opened } from "../../../live/opened"
import { DocumentEditor } from "./editor/document-editor"
import type { DocumentGiven } from "./given"

/** The editor as soon as there is a text to write in; until then `children`, the text of the page. */
export function LiveEditor({ given, children }: { given: DocumentGiven; children: ReactNode }) {
  return (
    <Opened
      given={given}
      write={(live, view) => <DocumentEditor given={given} live={live} view={view} />}
    >
      {children}
    </Opened>
  )
}
