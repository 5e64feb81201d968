import { useTranslations } from "next-intl"

const shared = [
  ["slash", "/"],
  ["mention", "@"],
  ["lineBreak", "Shift Enter"],
  ["bold", "Ctrl B"],
  ["italic", "Ctrl I"],
  ["link", "Ctrl K"],
  ["list", "Ctrl Shift 8"],
  ["numbered", "Ctrl Shift 7"],
  ["quote", "Ctrl Shift B"],
  ["redo", "Ctrl Shift Z"],
  ["tools", "Alt F10"],
  ["findNext", "F3"],
  ["comment", "Alt Shift C"],
  ["save", "Ctrl S"],
] as const
const own = [
  ["heading", "# + Space, Ctrl Alt 1"],
  ["paragraph", "Ctrl Alt 0"],
  ["footnote", "Ctrl Alt F"],
  ["noteBack", "Enter, Esc"],
  ["cell", "Tab, Shift Tab"],
  ["row", "Ctrl Enter"],
  ["undo", "Ctrl Z"],
  ["find", "Ctrl F"],
] as const

/** What the keys do. On a Mac, Ctrl is ⌘ and Alt is ⌥, as the last line says. */
export function DocumentKeys() {
  const t = useTranslations("documents.write.keys")
  const common = useTranslations("minutes.keys")
  const lines = [
    ...own.map(([what, pressed]) => [t(what), pressed] as const),
    ...shared.map(([what, pressed]) => [common(what), pressed] as const),
  ]
  return (
    <details className="keys" id="document-keys">
      <summary>{common("title")}</summary>
      <dl>
        {lines.map(([what, pressed]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd className="kbd">{pressed}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{common("mac")}</p>
    </details>
  )
}
