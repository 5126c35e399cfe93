import type { IconNode } from "lucide";
import { createElement } from "react";

type Props = {
  /** A drawing of the library « lucide ». */
  of: IconNode;
  /** Pixels of its side. */
  size?: number;
  strokeWidth?: number;
};

/**
 * A drawing beside words that say the same, which readers therefore pass over. Made of the library's data alone: its components for
 * React are scripts of the browser, on every page that shows one.
 */
export function Icon({ of, size = 24, strokeWidth = 2 }: Props) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {of.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
