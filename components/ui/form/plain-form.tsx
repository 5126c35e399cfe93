"use client";

import type { ReactNode } from "react";
import { useAddressed } from "./form-target";

type Props = { action: () => Promise<void>; children: ReactNode };

/** A form that has nothing to answer: its action leads elsewhere. */
export function PlainForm({ action, children }: Props) {
  return <form action={useAddressed(action)}>{children}</form>;
}
