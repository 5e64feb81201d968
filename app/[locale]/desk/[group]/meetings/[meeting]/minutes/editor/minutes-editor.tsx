import { useLocale, useTranslations } from "next-intl"
import { useEffect, useMemo, useRef, useState } from "react"
import { Button, ButtonLink } from "@/app/ui/button"
import { sectionOf, withAgenda } from "@/lib/minutes/model"
import { saveMinutesAction } from "../actions"
import { differing } from "../differing"
import { useRoom } from "../room/use-room"
import { SectionHeading } from "../section-heading"
import { sectionHeads } from "../sections"
import { WritingFoot } from "../writing-foot"
import { WritingFrame } from "../writing-frame"
import { type Answer, Conflict } from "./conflict"
import type { EditorGiven } from "./given"
import { KeysHelp } from "./keys-help"
import { LinkPanel } from "./link-panel"
import { SaveMark } from "./save-mark"
import { SectionEditor } from "./section-editor"
import { Toolbar } from "./toolbar"
import { useEditors } from "./use-editors"
import { usePageKeys } from "./use-page-keys"
import { useSaving } from "./use-saving"
import { useSectionSettings } from "./use-section-settings"
import { WordCount } from "./word-count"
import { WritingContext } from "./writing-context"

/** The minutes while they are written: an editor for every section, one set of tools, one save mark. */
export function MinutesEditor(given: EditorGiven) {
  const { meetingId, number, day, title, lead, people, historyHref, plainHref } = given
  const t = useTranslations("minutes")
  const locale = useLocale()
  const room = useRoom(given.room, given.roomHref)
  const { agenda } = room.room
  const [shown, setShown] = useState({ text: given.text, edition: 0 })
  const [linking, setLinking] = useState(false)
  const [said, setSaid] = useState("")
  const { state, stale, touch, save, takeTheirs } = useSaving(
    meetingId,
    given.saved,
    saveMinutesAction,
  )
  const editors = useEditors(shown.text)
  const settings = useSectionSettings(shown.text, { people, day }, editors, setSaid)
  // An item that is added, removed or moved takes its section along; the editors of the others stay.
  const { text: written } = editors
  const order = agenda.map(({ id }) => id).join()
  const followed = useRef(order)
  useEffect(() => {
    if (followed.current === order) return
    followed.current = order
    setShown((before) => ({ ...before, text: withAgenda(written(), agenda) }))
  }, [order, agenda, written])
  const heads = useMemo(() => sectionHeads(shown.text, agenda), [shown.text, agenda])
  const writing = useMemo(() => ({ people, number, day, locale }), [people, number, day, locale])
  const onChange = useMemo(
    () => () => {
      touch()
      editors.changed()
    },
    [touch, editors.changed],
  )
  const saveNow = () => {
    if (!stale) void save(editors.text())
  }
  const copy = () => {
    navigator.clipboard.writeText(editors.words()).then(() => setSaid(t("save.copied")))
  }
  const link = () => setLinking(editors.editor !== null && !linking)
  usePageKeys({ save: saveNow, link })

  const show = (text: typeof given.text) => {
    setShown({ text: withAgenda(text, agenda), edition: shown.edition + 1 })
  }
  const answer = async (choice: Answer) => {
    if (!stale) return
    const { stored } = stale
    if (choice === "theirs") {
      takeTheirs(stored)
      show(stored.text)
      return
    }
    const text = stale[choice]
    const isShown = differing(text, editors.text()).size === 0
    if ((await save(text, stored.revision)) && !isShown) show(text)
  }

  return (
    <WritingContext value={writing}>
      <WritingFrame
        title={title}
        lead={lead}
        note={given.note}
        room={room}
        heads={heads}
        current={editors.active}
        end={
          <>
            <SaveMark state={state} />
            {state.kind === "failed" ? (
              <Button type="button" small onClick={copy}>
                {t("save.copy")}
              </Button>
            ) : null}
            <ButtonLink href={historyHref}>{t("history.title")}</ButtonLink>
            <Button
              type="button"
              kind="primary"
              aria-disabled={state.kind === "saving" || stale !== null || undefined}
              onClick={saveNow}
            >
              {t("save.button")}
            </Button>
          </>
        }
        aside={<WordCount watch={editors.watch} text={editors.text} />}
        tools={
          stale ? null : (
            <Toolbar editor={editors.editor} onLink={link}>
              {linking && editors.editor ? (
                <LinkPanel editor={editors.editor} close={() => setLinking(false)} />
              ) : null}
            </Toolbar>
          )
        }
        foot={
          <WritingFoot plain={plainHref} meeting={given.meetingHref}>
            <KeysHelp />
          </WritingFoot>
        }
      >
        {stale ? (
          <Conflict
            stale={stale}
            agenda={agenda}
            number={number}
            busy={state.kind === "saving"}
            answer={(choice) => void answer(choice)}
          />
        ) : null}
        <div className="sheet" hidden={stale !== null}>
          <p className="vh" id="minutes-keys-hint">
            {t("keys.hint")}
          </p>
          <p className="vh" role="status">
            {said}
          </p>
          <div className="doc" id="minutes-text">
            {heads.map((head) => (
              <section
                key={`${shown.edition} ${head.id}`}
                className="minutes-section"
                id={`s-${head.id}`}
              >
                <SectionHeading head={head} id={`s-${head.id}-title`} />
                <SectionEditor
                  setting={settings(head.id)}
                  initial={sectionOf(shown.text, head.id)}
                  headingId={`s-${head.id}-title`}
                  register={editors.register}
                  onChange={onChange}
                  onFocus={editors.focused}
                />
              </section>
            ))}
          </div>
        </div>
      </WritingFrame>
    </WritingContext>
  )
}
