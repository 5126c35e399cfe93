import { apartFromNumbers } from "@/lib/shared/text";

/** A text whose numbers in groups, « 2026-7K3M-9QX2 », are read on one line: a browser would cut them at each hyphen. */
export function WholeNumbers({ children }: { children: string }) {
  return apartFromNumbers(children).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}
