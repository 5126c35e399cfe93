import { CitizenFrame } from "@/app/citizen-frame";
import type { ReactNode } from "react";

export default function AccessLayout({ children }: { children: ReactNode }) {
  return <CitizenFrame>{children}</CitizenFrame>;
}
