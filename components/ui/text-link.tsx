import type { ReactNode } from "react";

type Props = { href: string; className?: string; context?: string; children: ReactNode };

/** A link inside a text. A whole page is loaded: title, focus and history are then the browser's own, with or without JavaScript. */
export function TextLink({ href, className, context, children }: Props) {
  return (
    <a href={href} className={className}>
      {children}
      {context ? <span className="sr-only"> {context}</span> : null}
    </a>
  );
}
