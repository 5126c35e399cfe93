import { TextLink } from "@/components/ui/text-link";
import type { Given, Rubric } from "./question";
import { rubrics } from "./rubrics";

/** F22: four rubrics, sixteen questions, a summary and the way back to it after each answer. */
export function Faq(given: Given) {
  return (
    <>
      <nav id="sommaire" tabIndex={-1} aria-label="Sommaire des questions" className="faq-summary">
        {rubrics.map((rubric) => (
          <div key={rubric.id}>
            <h2>{rubric.title}</h2>
            <ul>
              {rubric.questions.map(({ id, question }) => (
                <li key={id}>
                  <TextLink href={`#${id}`}>{question}</TextLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {rubrics.map((rubric) => (
        <RubricAnswers key={rubric.id} rubric={rubric} {...given} />
      ))}
    </>
  );
}

function RubricAnswers({ rubric, ...given }: Given & { rubric: Rubric }) {
  return (
    <section id={rubric.id} aria-labelledby={`${rubric.id}-titre`} className="faq-rubric">
      <h2 id={`${rubric.id}-titre`}>{rubric.title}</h2>
      {rubric.questions.map(({ id, question, Answer }) => (
        <article key={id} aria-labelledby={id} className="prose faq-question">
          <h3 id={id} tabIndex={-1}>
            {question}
          </h3>
          <Answer {...given} />
          <p className="faq-back">
            <TextLink href="#sommaire" context={`après « ${question} »`}>
              Retour au sommaire
            </TextLink>
          </p>
        </article>
      ))}
    </section>
  );
}
