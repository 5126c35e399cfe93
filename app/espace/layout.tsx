import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";
import { LateForm } from "@/app/late-form";
import { SpaceMenu } from "@/app/space-menu";

/**
 * The citizen's space. Each page asks by itself who is there. A form that came after the end of the session is shown back in
 * place of its page, which could not say whose it is.
 */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <CitizenFrame menu={<SpaceMenu />}>
      <LateForm>{children}</LateForm>
    </CitizenFrame>
  );
}
