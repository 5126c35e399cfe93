import type { NextConfig } from "next";

/** On every answer. The policy of pages, with its nonce, is set by proxy.ts. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not « no-referrer »: browsers would then send « Origin: null » with our own forms.
  { key: "Referrer-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
];

/** What is not a page runs nothing and is framed by nobody. */
const inert = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  },
];

/** A letter of the embedded mailbox, framed by the page that shows it: it runs nothing, asks for nothing, and its links lead the whole page, when pressed. */
const letter = [
  {
    key: "Content-Security-Policy",
    value:
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation",
  },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
];

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  // `npm test` checks the types, of tests too; an installation does not pay for it again.
  typescript: { ignoreBuildErrors: true },
  // No page shows a picture through /_next/image: it does not exist.
  images: { unoptimized: true },
  output: process.env.PARVIS_STANDALONE === "1" ? "standalone" : undefined,
  serverExternalPackages: ["postgres", "@node-rs/argon2", "pdfkit", "pino", "nodemailer"],
  // Read by their path while the portal runs, so the trace of the imports does not see them; sharp by the readers of files alone.
  outputFileTracingIncludes: {
    "/**": [
      "node_modules/@fontsource/atkinson-hyperlegible/files/*.woff",
      "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans*.ttf",
      "node_modules/@etalab/decoupage-administratif/data/communes.json",
      // The door of custom servers: the container runs ours (server/) on this output.
      "node_modules/next/dist/server/next.js",
      ".build/files.mjs",
      "node_modules/{sharp,detect-libc,semver}/**/*",
      "node_modules/@img/**/*",
    ],
  },
  experimental: {
    // Above what proxy.ts accepts (lib/web/route/write-guard.ts), so that a French page answers, never Next's bare 500.
    serverActions: { bodySizeLimit: "2mb" },
  },
  async headers() {
    return [
      { source: "/:path*", headers: everywhere },
      { source: "/api/:path*", headers: inert },
      // After it: the last one that names a header is heard.
      { source: "/api/courrier/:id/html", headers: letter },
      { source: "/:path*.:extension(ico|png|svg|webp|jpg|woff2|txt|xml|webmanifest)", headers: inert },
    ];
  },
};

export default config;
