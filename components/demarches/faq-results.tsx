import { LinkList } from "@/components/ui/link-list";

type Props = { questions: readonly { id: string; question: string }[] };

/** Questions of the help page that answer to the words. */
export function FaqResults({ questions }: Props) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="theme-section">
      <h2 id="questions">Questions fréquentes</h2>
      <LinkList links={questions.map(({ id, question }) => ({ href: `/aide#${id}`, label: question }))} />
    </section>
  );
}
