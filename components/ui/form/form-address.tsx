"use client";

import type { ReactNode } from "react";
import { FormAddressContext } from "./form-address-context";

/** Forms that post to this address, and receive, without JavaScript, the answer to the one that stood in their place. */
export function FormAddress({ address, children }: { address: string; children: ReactNode }) {
  return <FormAddressContext value={address}>{children}</FormAddressContext>;
}
