import createNextIntlPlugin from "next-intl/plugin"

const withLanguages = createNextIntlPlugin("./lib/platform/i18n.ts")

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // The public cache compresses once and for all; the rest is compressed by the front door.
  compress: true,
  htmlLimitedBots: /.*/,
  headers: async () => [
    // The edition stands in the address of a typeface, so its bytes never change.
    {
      source: "/fonts/:file*",
      headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }],
    },
    {
      source: "/static/:file*",
      headers: [{ key: "cache-control", value: "public, max-age=3600" }],
    },
    // It answers for pages that stand above its own address.
    {
      source: "/static/offline-minutes.js",
      headers: [{ key: "service-worker-allowed", value: "/" }],
    },
  ],
  serverExternalPackages: [
    "@napi-rs/canvas",
    "pg-boss",
    "pino",
    "postgres",
    "nodemailer",
    "yjs",
    "@tiptap/y-tiptap",
    // Dictionaries find their words beside themselves.
    "typo-js",
    "dictionary-en",
    "dictionary-en-gb",
    // Large, and looking for their own files too.
    "pdfkit",
    "docx",
  ],
  // The front door holds every form to its own limit; these two only have to let the largest pass.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: "80mb" },
    proxyClientMaxBodySize: "80mb",
  },
  // Types are checked by `npm run check`; Next keeps its own additions out of the shared settings.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
}

export default withLanguages(config)
