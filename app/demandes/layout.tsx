import type { ReactNode } from "react";
import { CitizenFrame } from "@/app/citizen-frame";
import { ExpiredForm } from "@/components/accounts/expired-form";
import { findExpiredForm } from "@/lib/web/expired-form";

/** The steps of a demande. What came after the end of the session is shown back in place of its page, which would not be found. */
export default async function Layout({ children }: { children: ReactNode }) {
  const expired = await findExpiredForm();
  return <CitizenFrame>{expired ? <ExpiredForm {...expired} /> : children}</CitizenFrame>;
}
