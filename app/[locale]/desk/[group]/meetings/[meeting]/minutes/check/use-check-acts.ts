import type { Editor } from "@tiptap/core"
import { useTranslations } from "next-intl"
import { useCallback, useMemo, useState } from "react"
import type { MinutesFix, ShownFinding } from "@/lib/minutes/check/model"
import { CLOSING, type MinutesPerson, type SectionId } from "@/lib/minutes/model"
import type { ActionResult } from "@/lib/platform/action"
import { addWordAction } from "../../../../actions"
import { inSight } from "../../../../live/in-sight"
import type { RoomActs } from "../room/room-context"
import { leaveFindingAction, reopenFindingAction } from "./actions"
import { addAction, carryOut, goTo } from "./carry-out"
import type { CheckInHand } from "./use-check"

export type CheckActs = {
  goTo: (finding: ShownFinding) => void
  fix: (finding: ShownFinding, fix: MinutesFix) => void
  /** Adds everybody of these names to the attendance. */
  addAll: (people: readonly string[]) => void
  /** Leaves a finding as it is, or opens it again. */
  leave: (finding: ShownFinding) => void
  /** Why the last thing was not done; null when everything was. */
  problem: string | null
  dismiss: () => void
}

/** What somebody can do about the findings beside the text. */
export function useCheckActs(
  meetingId: string,
  { check, again }: CheckInHand,
  {
    editorOf,
    people,
    room,
  }: {
    editorOf: (id: SectionId) => Editor | null
    people: readonly MinutesPerson[]
    room: Pick<RoomActs, "seatByName" | "mark">
  },
): CheckActs {
  const t = useTranslations("findings")
  const [problem, setProblem] = useState<string | null>(null)
  const groupId = check?.groupId ?? ""

  const send = useCallback(
    async (asked: Promise<ActionResult<unknown>>) => {
      setProblem(null)
      const result = await asked.catch(() => null)
      if (!result?.ok) setProblem(result ? result.message : t("unreachable"))
      again()
    },
    [again, t],
  )

  const inText = useCallback(
    (section: SectionId | undefined, run: (editor: Editor) => boolean) => {
      if (!section) return
      const editor = editorOf(section)
      inSight(`s-${section}`, () => {
        const isDone = editor !== null && run(editor)
        setProblem(isDone ? null : t("gone"))
        if (!isDone) again()
      })
    },
    [editorOf, again, t],
  )

  const acts = useMemo(
    (): Omit<CheckActs, "problem"> => ({
      dismiss: () => setProblem(null),
      goTo: (finding) =>
        inText(
          finding.where?.section,
          (editor) => finding.where !== null && goTo(editor, finding.where),
        ),
      addAll: (all) => void Promise.all(all.map((name) => room.seatByName(name))).then(again),
      leave: (finding) => {
        const form = new FormData()
        form.set("meetingId", meetingId)
        form.set("key", finding.key)
        void send(finding.left ? reopenFindingAction(form) : leaveFindingAction(form))
      },
      fix: (finding, fix) => {
        const { where } = finding
        if (fix.name === "addToAttendance") void room.seatByName(fix.person).then(again)
        else if (fix.name === "markItem") void room.mark(fix.itemId, fix.coverage).then(again)
        else if (fix.name === "addWord") {
          const form = new FormData()
          form.set("groupId", groupId)
          form.set("word", fix.word)
          void send(addWordAction(null, form))
        } else if (fix.name === "addAction")
          inText(CLOSING, (editor) => addAction(editor, fix, people))
        else
          inText(where?.section, (editor) => where !== null && carryOut(editor, where, fix, people))
      },
    }),
    [again, groupId, inText, meetingId, people, room, send],
  )
  return useMemo(() => ({ ...acts, problem }), [acts, problem])
}
