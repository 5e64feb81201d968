import { useTranslations } from "next-intl"
import { Icon } from "@/app/ui/icons"

/** Where the text stands. `failed` says why; nothing is ever called saved before its commit. */
export type SaveState =
  | { kind: "saved"; at: string }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; why: string }

/** The save mark: a mark and words, in one place at every width. A failure is announced at once. */
export function SaveMark({ state }: { state: SaveState }) {
  const t = useTranslations("minutes.save")
  const failed = state.kind === "failed"
  return (
    <>
      <span className="save-at" role="status">
        {state.kind === "saved" ? (
          <span className="save saved">
            <Icon name="ok" />
            {t("saved")}{" "}
            <small>
              <time dateTime={state.at}>{state.at.slice(11, 19)} UTC</time>
            </small>
          </span>
        ) : null}
        {state.kind === "unsaved" ? (
          <span className="save">
            <Icon name="more" />
            {t("unsaved")}
          </span>
        ) : null}
        {state.kind === "saving" ? (
          <span className="save saving">
            <Icon name="working" />
            {t("saving")}
          </span>
        ) : null}
      </span>
      <span className="save-at" role="alert">
        {failed ? (
          <span className="save failed">
            <Icon name="bad" />
            {t("failed", { why: state.why })}
          </span>
        ) : null}
      </span>
    </>
  )
}
