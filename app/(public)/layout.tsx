import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <CitizenFrame>{children}</CitizenFrame>;
}
