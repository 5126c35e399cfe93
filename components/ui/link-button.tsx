import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class";

type Props = ButtonLook & { href: string; context?: string; children: ReactNode };

/** A link that starts or goes on with something. It leads; it never changes anything. */
export function LinkButton({ href, context, children, ...look }: Props) {
  return (
    <a href={href} className={buttonClass(look)}>
      {children}
      {context ? <span className="sr-only"> {context}</span> : null}
    </a>
  );
}
