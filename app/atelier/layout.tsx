import type { ReactNode } from "react";
import { developmentOnly } from "@/lib/web/page/development-only";

export default function AtelierLayout({ children }: { children: ReactNode }) {
  developmentOnly();
  return children;
}
