import type { Editor } from "@tiptap/core"
import { useLocale } from "next-intl"
import { useEffect, useMemo, useState } from "react"
import type { SectionId } from "@/lib/minutes/model"
import { CommentsPane } from "../../../../comments/beside/comments-pane"
import { useCommenting } from "../../../../comments/beside/use-commenting"
import { inSight } from "../../../../live/in-sight"
import type { LiveView, LiveWriting } from "../../../../live/live-writing"
import { usePeopleHere } from "../../../../live/people-here"
import { useFollowing } from "../../../../live/use-following"
import { formOf, useKeeping } from "../../../../live/use-keeping"
import { useOwnPresence } from "../../../../live/use-own-presence"
import { useWarning } from "../../../../live/use-warning"
import { WhoIsHere } from "../../../../live/who-is-here"
import { KeepButton, SaveRow } from "../../../../live/writing-acts"
import { keepRevisionAction } from "../actions"
import { CheckPane } from "../check/check-pane"
import { useCheck } from "../check/use-check"
import { useCheckActs } from "../check/use-check-acts"
import { HistoryLink } from "../history-link"
import { useQuoted } from "../live/use-quoted"
import { useSections } from "../live/use-sections"
import { useRoom } from "../room/use-room"
import { sectionHeads } from "../sections"
import { WritingFoot } from "../writing-foot"
import { WritingFrame } from "../writing-frame"
import type { EditorGiven } from "./given"
import { KeysHelp } from "./keys-help"
import { LinkPanel } from "./link-panel"
import { recordAround } from "./record-commands"
import { Sheet } from "./sheet"
import { Toolbar } from "./toolbar"
import { useEditors } from "./use-editors"
import { useNamable } from "./use-namable"
import { usePageKeys } from "./use-page-keys"
import { useSectionSettings } from "./use-section-settings"
import { WordCount } from "./word-count"
import { WritingContext } from "./writing-context"

/** What of the record the caret stands in can be commented on: its action, else the section. */
function placeAround(section: SectionId, { state }: Editor): string {
  const { type, attrs } = recordAround(state.selection.$from)?.node ?? {}
  return type?.name === "action" ? `action:${attrs?.id}` : `section:${section}`
}

const bring = (section: SectionId, run: () => void) => inSight(`s-${section}`, run)

/** The minutes while they are written: an editor for every section, one set of tools, one save mark. */
export function MinutesEditor({
  given,
  live,
  view,
}: {
  given: EditorGiven
  live: LiveWriting
  view: LiveView
}) {
  const { meetingId, number, day, title, lead, historyHref, plainHref } = given
  const { doc, awareness } = live
  const { save } = view
  const locale = useLocale()
  const room = useRoom(given.room, given.roomHref)
  const { agenda, seats, quotes } = room.room
  const { people, latest } = useNamable(given.people, seats)
  const order = useSections(doc, agenda, given.order)
  const [linking, setLinking] = useState(false)
  const [openThreads, setOpenThreads] = useState(given.comments.initial.total.open)
  const [heard, setHeard] = useState("")
  const editors = useEditors(doc, order)
  const { active, editorOf } = editors
  const commenting = useCommenting(doc, { active, editorOf, placeAt: placeAround, bring })
  const settings = useSectionSettings(
    ...([live, { people: latest, day }, editors, commenting, setHeard] as const),
  )
  const heads = useMemo(() => sectionHeads(order, agenda), [order, agenda])
  const writing = useMemo(
    () => ({ people, number, day, locale, quotes }),
    [people, number, day, locale, quotes],
  )
  const here = usePeopleHere(awareness)
  const { following, follow } = useFollowing(awareness)
  const quoted = useQuoted(doc)
  useOwnPresence(awareness, editors.active)
  useWarning(save)
  const check = useCheck(given.checkHref, live, save.kind === "saved")
  const checkActs = useCheckActs(meetingId, check, {
    editorOf,
    people,
    room: room.acts,
  })
  const { refresh } = room
  useEffect(() => live.onBeside(refresh), [live, refresh])
  const { changed } = editors
  useEffect(() => {
    doc.on("update", changed)
    return () => doc.off("update", changed)
  }, [doc, changed])

  const { said, copy, keep } = useKeeping(editors.words, () =>
    keepRevisionAction(formOf("meetingId", meetingId)),
  )
  const link = () => setLinking(editors.editor !== null && !linking)
  usePageKeys({ save: () => void keep(), link })

  return (
    <WritingContext value={writing}>
      <WritingFrame
        {...{ title, lead, room, heads, quoted }}
        note={given.note}
        current={active}
        commentsHref={given.comments.allHref}
        ask={commenting.askAt}
        openThreads={openThreads}
        comments={
          <CommentsPane
            {...{ given: given.comments, commenting, open: openThreads, counted: setOpenThreads }}
          />
        }
        check={
          <CheckPane
            inHand={check}
            acts={checkActs}
            may={room.room.may}
            meetingHref={given.meetingHref}
          />
        }
        toSettle={check.check?.findings.filter(({ left }) => left === null).length ?? null}
        zones={here.flatMap(({ zone }) => zone ?? [])}
        save={<SaveRow {...{ live, view, copy }} />}
        end={
          <>
            <WhoIsHere here={here} awareness={awareness} following={following} follow={follow} />
            <KeepButton keep={keep} />
            <HistoryLink href={historyHref} />
          </>
        }
        aside={<WordCount watch={editors.watch} text={editors.text} />}
        tools={
          <Toolbar editor={editors.editor} onLink={link} onComment={commenting.begin}>
            {linking && editors.editor ? (
              <LinkPanel editor={editors.editor} close={() => setLinking(false)} />
            ) : null}
          </Toolbar>
        }
        foot={
          <WritingFoot plain={plainHref} meeting={given.meetingHref}>
            <KeysHelp />
          </WritingFoot>
        }
      >
        <Sheet {...{ said, heard, heads, settings, editors }} />
      </WritingFrame>
    </WritingContext>
  )
}
