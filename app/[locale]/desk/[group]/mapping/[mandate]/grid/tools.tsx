import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/app/ui/button"
import { Icon, type IconName } from "@/app/ui/icons"

export type Panel = "columns" | "keys"

export type ToolActs = {
  add: () => void
  /** Opens the cell of the cursor. */
  edit: () => void
  step: (by: -1 | 1) => void
  retire: () => void
  undo: () => void
  redo: () => void
}

/** What can be done with the row of the cursor, and what stands beside the table. */
export function Tools({
  acts,
  can,
  panel,
  toggle,
  drawer,
  toggleDrawer,
  told,
  children,
}: {
  /** Null for whoever may only read. */
  acts: ToolActs | null
  can: Record<"add" | "edit" | "up" | "down" | "retire" | "drawer", boolean>
  panel: Panel | null
  toggle: (panel: Panel) => void
  drawer: boolean
  toggleDrawer: () => void
  /** What was just done, and what cannot be done. */
  told: ReactNode
  children: ReactNode
}) {
  const t = useTranslations("mapping.grid.tools")
  const button = (
    name: "up" | "down" | "undo" | "redo",
    icon: IconName,
    run: () => void,
    on = true,
  ) => (
    <Button
      type="button"
      small
      icon
      aria-label={t(name)}
      title={t(name)}
      aria-disabled={!on || undefined}
      onClick={() => on && run()}
    >
      <Icon name={icon} />
    </Button>
  )
  return (
    <div className="grid-tools">
      <div className="grid-acts">
        {acts ? (
          <div className="btns">
            <Button
              type="button"
              small
              aria-disabled={!can.add || undefined}
              onClick={() => can.add && acts.add()}
            >
              <Icon name="add" />
              {t("add")}
            </Button>
            <Button
              type="button"
              small
              data-does="edit"
              aria-disabled={!can.edit || undefined}
              onClick={() => can.edit && acts.edit()}
            >
              {t("edit")}
            </Button>
            {button("up", "up", () => acts.step(-1), can.up)}
            {button("down", "down", () => acts.step(1), can.down)}
            <Button
              type="button"
              small
              aria-disabled={!can.retire || undefined}
              onClick={() => can.retire && acts.retire()}
            >
              {t("retire")}
            </Button>
            {button("undo", "undo", acts.undo)}
            {button("redo", "redo", acts.redo)}
          </div>
        ) : null}
        {told}
      </div>
      <div className="btns">
        <Button
          type="button"
          small
          aria-expanded={panel === "columns"}
          aria-controls="grid-columns"
          onClick={() => toggle("columns")}
        >
          {t("columns")}
        </Button>
        <Button
          type="button"
          small
          aria-expanded={drawer}
          aria-controls="row-drawer"
          aria-disabled={!can.drawer || undefined}
          onClick={() => can.drawer && toggleDrawer()}
        >
          {t("beside")}
        </Button>
        <Button
          type="button"
          small
          kind="quiet"
          aria-expanded={panel === "keys"}
          aria-controls="grid-keys"
          onClick={() => toggle("keys")}
        >
          {t("keys")}
        </Button>
      </div>
      <div className="end">{children}</div>
    </div>
  )
}
