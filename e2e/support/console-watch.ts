import type { Browser, BrowserContext, Page } from "@playwright/test"

/** Collects what pages complain of, in every context of a browser, for as long as a journey takes. */
export class ConsoleWatch {
  private readonly complaints: string[] = []
  private readonly allowed: RegExp[] = []

  /** Names a complaint that this journey provokes on purpose. */
  allow(complaint: RegExp): void {
    this.allowed.push(complaint)
  }

  /** Complaints that the journey did not name. */
  unexpected(): string[] {
    return this.complaints.filter((text) => !this.allowed.some((rule) => rule.test(text)))
  }

  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.complaints.push(`${message.type()} on ${message.page()?.url()}: ${message.text()}`)
    })
    context.on("weberror", (error) => {
      this.complaints.push(`exception on ${error.page()?.url()}: ${error.error().stack}`)
    })
    context.on("page", (page: Page) => {
      page.on("crash", () => this.complaints.push(`crash of ${page.url()}`))
    })
  }

  /** Follows the contexts that the journey makes itself too; resolves to how to stop that. */
  followNew(browser: Browser): () => void {
    const make = browser.newContext
    browser.newContext = async (...options) => {
      const context = await make.apply(browser, options)
      this.follow(context)
      return context
    }
    return () => {
      browser.newContext = make
    }
  }
}
