import { EditorContent, useEditor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useCallback, useMemo, useRef, useState } from "react"
import { PART } from "@/lib/documents/live/form"
import { CommentsPane } from "../../../../comments/beside/comments-pane"
import { useCommenting } from "../../../../comments/beside/use-commenting"
import { clearOf } from "../../../../live/clear-of"
import { inSight } from "../../../../live/in-sight"
import type { LiveView, LiveWriting } from "../../../../live/live-writing"
import { usePeopleHere } from "../../../../live/people-here"
import { useFollowing } from "../../../../live/use-following"
import { formOf, useKeeping } from "../../../../live/use-keeping"
import { useOwnPresence } from "../../../../live/use-own-presence"
import { useWarning } from "../../../../live/use-warning"
import { WhoIsHere } from "../../../../live/who-is-here"
import { KeepButton, SaveRow } from "../../../../live/writing-acts"
import { usePageKeys } from "../../../../meetings/[meeting]/minutes/editor/use-page-keys"
import { keepDocumentAction } from "../actions"
import type { DocumentGiven } from "../given"
import { WritingFrame } from "../writing-frame"
import { slashCommands } from "./commands"
import { DocumentKeys } from "./document-keys"
import { DocumentToolbar } from "./document-toolbar"
import { documentExtensions } from "./extensions"
import { LinkPanel } from "./link-panel"
import { OutlinePane } from "./outline-pane"
import { sectionAround, useSections } from "./use-sections"

type Made = ReturnType<typeof useEditor>

const bring = (_: string, run: () => void) => inSight("text-view", run)

/** A document while it is written: one editor, its tools, its outline, its comments and one save mark. */
export function DocumentEditor({
  given,
  live,
  view,
}: {
  given: DocumentGiven
  live: LiveWriting
  view: LiveView
}) {
  const { doc, awareness } = live
  const t = useTranslations("documents.write")
  const tMenu = useTranslations("minutes.menu")
  const { people: members } = given.comments.initial
  const people = useMemo(() => members.map((one) => ({ ...one, capacity: "" })), [members])
  const [linking, setLinking] = useState(false)
  const [active, setActive] = useState(false)
  const [openThreads, setOpenThreads] = useState(given.comments.initial.total.open)
  // Its extensions ask for comments, which are about what stands in it.
  const made = useRef<Made>(null)
  const editorOf = useCallback(() => made.current, [])
  const commenting = useCommenting(doc, {
    ...{ active: active ? PART : null, editorOf, bring },
    placeAt: (_, around) => sectionAround(doc, around),
  })
  const { passages, pick, begin, asked, picked } = commenting
  const extensions = useMemo(
    () =>
      documentExtensions({
        fragment: doc.getXmlFragment(PART),
        awareness,
        commenting: { passages, pick, begin },
        people: () => people,
        say: {
          ...{ blocks: t("blocks"), note: t("note"), openNote: t("openNote") },
          ...{ people: tMenu("people"), inText: tMenu("inText") },
        },
        commands: slashCommands((key) => t(`block.${key}`)),
      }),
    [doc, awareness, passages, pick, begin, people, t, tMenu],
  )
  const editor = useEditor({
    extensions,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      scrollThreshold: clearOf(8),
      scrollMargin: clearOf(24),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": given.title,
        "aria-describedby": "document-keys-hint",
        class: "section-text document-text",
        dir: "auto",
      },
    },
    onFocus: () => setActive(true),
  })
  made.current = editor
  const places = useSections(doc, asked ?? picked)
  const comments = useMemo(() => ({ ...given.comments, places }), [given.comments, places])
  const here = usePeopleHere(awareness)
  const { following, follow } = useFollowing(awareness)
  useOwnPresence(awareness, active ? PART : null)
  useWarning(view.save)
  const { said, copy, keep } = useKeeping(
    () => editor.getText({ blockSeparator: "\n\n" }),
    () => keepDocumentAction(formOf("documentId", given.documentId)),
  )
  const link = () => setLinking(!linking)
  usePageKeys({ save: () => void keep(), link })

  return (
    <WritingFrame
      given={given}
      ask={commenting.askAt}
      openThreads={openThreads}
      comments={
        <CommentsPane
          {...{ given: comments, commenting, open: openThreads, counted: setOpenThreads }}
        />
      }
      save={<SaveRow {...{ live, view, copy }} />}
      end={
        <>
          <WhoIsHere here={here} awareness={awareness} following={following} follow={follow} />
          <KeepButton keep={keep} />
        </>
      }
      outline={<OutlinePane editor={editor} doc={doc} />}
      tools={
        <DocumentToolbar editor={editor} onLink={link} onComment={begin}>
          {linking ? (
            <LinkPanel editor={editor} choices={given.choices} close={() => setLinking(false)} />
          ) : null}
        </DocumentToolbar>
      }
      foot={<DocumentKeys />}
    >
      <div className="sheet">
        <p className="vh" id="document-keys-hint">
          {t("keys.hint")}
        </p>
        <p className="done small muted" role="status">
          {said}
        </p>
        <div className="document-sheet" id="minutes-text">
          <EditorContent editor={editor} />
        </div>
      </div>
    </WritingFrame>
  )
}
