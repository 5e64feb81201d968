import type { ReactNode } from "react"
import { nameOf } from "@/lib/live/channel"
import { TEXT_SCHEMA } from "@/lib/minutes/model"
import { Opened } from "../../../../live/opened"
import type { EditorGiven } from "../editor/given"
import { MinutesEditor } from "../editor/minutes-editor"

/** The editor as soon as there is a text to write in; until then `children`, the text of the page. */
export function LiveEditor({ given, children }: { given: EditorGiven; children: ReactNode }) {
  const { meetingId, deviceKey, exchangeHref, locale } = given
  const name = nameOf("minutes", meetingId)
  return (
    <Opened
      given={{ name, schema: TEXT_SCHEMA, deviceKey, exchangeHref, locale }}
      write={(live, view) => <MinutesEditor given={given} live={live} view={view} />}
    >
      {children}
    </Opened>
  )
}
