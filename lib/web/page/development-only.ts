import { notFound } from "next/navigation";
import { env } from "@/lib/kernel/env";

/** A page that exists for those who build the portal: anywhere else it is not found. */
export function developmentOnly(): void {
  if (env().NODE_ENV !== "development") notFound();
}
