import { useTranslations } from "next-intl"

const keys = [
  ["arrows", "← ↑ → ↓"],
  ["ends", "Home · End"],
  ["corners", "Ctrl+Home · Ctrl+End"],
  ["edit", "Enter · F2"],
  ["giveUp", "Esc"],
  ["next", "Tab"],
  ["select", "Shift+← ↑ → ↓"],
  ["copy", "Ctrl+C · Ctrl+X · Ctrl+V"],
  ["empty", "Del"],
  ["undo", "Ctrl+Z · Ctrl+Y"],
  ["add", "Ctrl+Shift+Enter"],
  ["order", "Alt+↑ · Alt+↓"],
  ["beside", "Ctrl+Enter"],
  ["history", "Shift+F2"],
  ["settle", "F8"],
] as const

/** What the keys do in the grid. */
export function KeysPanel() {
  const t = useTranslations("mapping.grid.keys")
  return (
    <section className="panel grid-panel" aria-label={t("title")} id="grid-keys">
      <dl className="keys-list">
        {keys.map(([what, shown]) => (
          <div key={what}>
            <dt>
              <span className="kbd">{shown}</span>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t("leave")}</p>
    </section>
  )
}
