const numbers = /(\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/;

/** A text whose long numbers, « 2026-7K3M-9QX2 », never break at their dashes: they are read, and copied, in one piece. */
export function WholeNumbers({ text }: { text: string }) {
  return text.split(numbers).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
