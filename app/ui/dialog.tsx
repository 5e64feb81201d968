"use client"

import { createContext, type MouseEvent, type ReactNode, useContext, useId, useRef } from "react"
import { type ButtonLook, buttonClass } from "./button"

const Opener = createContext("")

/**
 * A question before an act that cannot be taken back, or that needs a reason. The title is the
 * question; the content says the consequence and holds the form, the safe answer first. With
 * script it is a modal dialog; without, the opening link leads to the same form on the page.
 *
 * @example
 * <Dialog id="withdraw" open={t("withdraw")} kind="danger" title={t("withdrawAsk")}>
 *   <form action={action}>… <div className="btns"><DialogCancel>{t("keep")}</DialogCancel>
 *     <SubmitButton kind="danger" working={t("withdrawing")}>{t("withdraw")}</SubmitButton></div></form>
 * </Dialog>
 */
export function Dialog({
  id,
  open,
  title,
  children,
  ...look
}: ButtonLook & { id: string; open: ReactNode; title: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const show = (event: MouseEvent) => {
    event.preventDefault()
    box.current?.showModal()
  }
  return (
    <>
      <a className={buttonClass(look)} id={`${id}-open`} href={`#${id}`} onClick={show}>
        {open}
      </a>
      <dialog className="dlg" id={id} ref={box} aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        <Opener value={`${id}-open`}>{children}</Opener>
      </dialog>
    </>
  )
}

/** The safe answer inside a `Dialog`: closes it and changes nothing. */
export function DialogCancel({ children }: { children: ReactNode }) {
  const opener = useContext(Opener)
  const close = (event: MouseEvent<HTMLAnchorElement>) => {
    const dialog = event.currentTarget.closest("dialog")
    if (!dialog?.open) return
    event.preventDefault()
    dialog.close()
  }
  return (
    <a className="btn" href={`#${opener}`} onClick={close}>
      {children}
    </a>
  )
}
