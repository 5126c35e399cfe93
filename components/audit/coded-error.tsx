type Props = { words: string; code: string };

/** What went wrong, in words; its code apart, for whoever looks after the portal. */
export function CodedError({ words, code }: Props) {
  return (
    <>
      {words}
      <span className="block text-ink-soft">
        Code&nbsp;: <code>{code}</code>
      </span>
    </>
  );
}
