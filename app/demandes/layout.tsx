import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";
import { LateForm } from "@/app/late-form";

/** The steps of a demande. What came after the end of the session is shown back in place of its page, which would not be found. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <CitizenFrame>
      <LateForm>{children}</LateForm>
    </CitizenFrame>
  );
}
