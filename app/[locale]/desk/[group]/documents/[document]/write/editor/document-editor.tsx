import { EditorContent, useEditor } from "@tiptap/react"
import { useTranslations } from "next-intl"
import { useMemo, useState } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { PART } from "@/lib/documents/live/form"
import { clearOf } from "../../../../live/clear-of"
import { GiveUp } from "../../../../live/give-up"
import type { LiveView, LiveWriting } from "../../../../live/live-writing"
import { usePeopleHere } from "../../../../live/people-here"
import { SaveMark } from "../../../../live/save-mark"
import { useFollowing } from "../../../../live/use-following"
import { useOwnPresence } from "../../../../live/use-own-presence"
import { useWarning } from "../../../../live/use-warning"
import { WhoIsHere } from "../../../../live/who-is-here"
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

/** A document while it is written: one editor, its tools, its outline and one save mark. */
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
  const { save } = view
  const t = useTranslations("documents.write")
  const tSave = useTranslations("minutes.save")
  const [linking, setLinking] = useState(false)
  const [active, setActive] = useState(false)
  const [said, setSaid] = useState("")
  const extensions = useMemo(
    () =>
      documentExtensions({
        fragment: doc.getXmlFragment(PART),
        awareness,
        say: { blocks: t("blocks"), note: t("note"), openNote: t("openNote") },
        commands: slashCommands((key) => t(`block.${key}`)),
      }),
    [doc, awareness, t],
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
  const here = usePeopleHere(awareness)
  const { following, follow } = useFollowing(awareness)
  useOwnPresence(awareness, active ? PART : null)
  useWarning(save)

  const copy = () => {
    const words = editor.getText({ blockSeparator: "\n\n" })
    navigator.clipboard.writeText(words).then(() => setSaid(tSave("copied")))
  }
  const keep = async () => {
    const form = new FormData()
    form.set("documentId", given.documentId)
    const result = await keepDocumentAction(form).catch(() => null)
    if (!result) setSaid(tSave("unreachable"))
    else setSaid(result.ok ? tSave("marked", { number: result.data.revision }) : result.message)
  }
  const link = () => setLinking(!linking)
  usePageKeys({ save: () => void keep(), link })

  return (
    <WritingFrame
      given={given}
      save={
        <>
          <SaveMark state={save} via={view.via} />
          {save.kind === "refused" || save.kind === "offline" ? (
            <Button type="button" small onClick={copy}>
              {tSave("copy")}
            </Button>
          ) : null}
          <GiveUp save={save} live={live} />
        </>
      }
      end={
        <>
          <WhoIsHere here={here} awareness={awareness} following={following} follow={follow} />
          <Button type="button" small title={tSave("button")} onClick={() => void keep()}>
            <Icon name="mark" />
            <span className="act-words">{tSave("button")}</span>
          </Button>
        </>
      }
      outline={<OutlinePane editor={editor} />}
      tools={
        <DocumentToolbar editor={editor} onLink={link}>
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
