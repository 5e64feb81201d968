import { useTranslations } from "next-intl"

const keys = [
  ["slash", "/"],
  ["mention", "@"],
  ["state", "@ … Enter"],
  ["openers", "ACTION: AGREED: QUESTION:"],
  ["statement", "Alt Shift S"],
  ["decision", "Alt Shift D"],
  ["action", "Alt Shift A"],
  ["question", "Alt Shift Q"],
  ["fields", "Tab"],
  ["words", "Esc"],
  ["leave", "Ctrl Enter"],
  ["before", "Ctrl Shift Enter"],
  ["lineBreak", "Shift Enter"],
  ["bold", "Ctrl B"],
  ["italic", "Ctrl I"],
  ["link", "Ctrl K"],
  ["list", "Ctrl Shift 8"],
  ["numbered", "Ctrl Shift 7"],
  ["quote", "Ctrl Shift B"],
  ["undo", "Ctrl Z"],
  ["redo", "Ctrl Shift Z"],
  ["sections", "Alt ↓ Alt ↑"],
  ["room", "Alt Shift R"],
  ["nextItem", "Alt Shift N"],
  ["itemMenu", "Alt Shift M"],
  ["itemBelow", "Alt Shift I"],
  ["tools", "Alt F10"],
  ["comment", "Alt Shift C"],
  ["find", "Ctrl F"],
  ["findNext", "F3"],
  ["save", "Ctrl S"],
] as const

/** What the keys do. On a Mac, Ctrl is ⌘ and Alt is ⌥, as the last line says. */
export function KeysHelp() {
  const t = useTranslations("minutes.keys")
  return (
    <details className="keys" id="minutes-keys">
      <summary>{t("title")}</summary>
      <dl>
        {keys.map(([what, pressed]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>
              <kbd className="kbd">{pressed}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t("mac")}</p>
    </details>
  )
}
