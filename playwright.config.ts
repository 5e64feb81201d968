import { defineConfig } from "@playwright/test"

const root = process.platform === "linux" && process.getuid?.() === 0

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.ts",
  testIgnore: "**/support/**",
  // Each has a portal, a database, a mail server and a browser of its own; a machine with two cores is busy then.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  // A step that is done is not waited for; a machine that other work keeps busy takes its time.
  expect: { timeout: 20_000 },
  // With a portal and a browser of its own, and named in the summary: docs/decisions/0038-second-try.md.
  retries: 1,
  reporter: [["list"], ["./.ci/playwright-reporter.mjs"]],
  outputDir: "test-results",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Africa/Nairobi",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // Recording costs every journey a good part of its time: what failed is recorded at its second try.
    trace: "on-first-retry",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(root ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
        "--no-pings",
      ],
    },
  },
})
