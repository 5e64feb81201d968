import { defineConfig } from "@playwright/test"

const root = process.platform === "linux" && process.getuid?.() === 0

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.ts",
  testIgnore: "**/support/**",
  // One portal, one browser: a machine with two cores has a server and a database to run beside it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./.ci/playwright-reporter.mjs"]],
  outputDir: "test-results",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Africa/Nairobi",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
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
