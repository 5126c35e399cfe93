import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { TitleSuffixProvider } from "@/components/ui/document-title";
import { themeCss } from "@/lib/shared/theme";
import { isRefusedRequest } from "@/lib/web/form/refused-request";
import { getPortalOrDefault } from "@/lib/web/page/portal";
import { directUploadPath } from "@/lib/web/upload/upload-way";
import { findVisit } from "@/lib/web/route/visit";
import "./globals.css";

/** Atkinson Hyperlegible Next was drawn by the Braille Institute for low vision: the letters that look alike do not. */
const reading = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  preload: true,
  variable: "--font-reading",
});

// Each page gives its own <title>: see components/layout/page-title.tsx.
export const metadata: Metadata = {
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [portal, received, isRefused] = await Promise.all([getPortalOrDefault(), headers(), isRefusedRequest()]);
  const nonce = received.get("x-nonce") ?? undefined;
  const uploadPath = directUploadPath();
  return (
    <html lang="fr" className={reading.variable} data-front={findVisit(received) ? "" : undefined}>
      <head>
        {uploadPath ? <meta name="envoi-direct" content={uploadPath} /> : null}
        {/* Browsers hide the nonce once read, so it cannot be compared when the page comes alive. */}
        <style nonce={nonce} suppressHydrationWarning>
          {themeCss(portal.theme)}
        </style>
      </head>
      <body>
        <TitleSuffixProvider
          isRefused={isRefused}
          suffix={` – ${portal.title} – ${portal.town}`}
          description={`${portal.title}, ${portal.town} : faites vos demandes à toute heure et suivez leur avancement.`}
        >
          {children}
        </TitleSuffixProvider>
      </body>
    </html>
  );
}
