import { TextLink } from "@/components/ui/text-link";
import { accountRubric } from "./account-rubric";
import { demarchesRubric } from "./demarches-rubric";
import { progressRubric } from "./progress-rubric";
import type { Rubric } from "./question";
import { securityRubric } from "./security-rubric";

const rubrics: readonly Rubric[] = [accountRubric, securityRubric, demarchesRubric, progressRubric];

/** F22: four rubrics, sixteen questions, a summary and the way back to it after each answer. */
export function Faq() {
  return (
    <>
      <nav id="sommaire" tabIndex={-1} aria-label="Sommaire des questions" className="faq-summary">
        {rubrics.map((rubric) => (
          <section key={rubric.id} aria-labelledby={`sommaire-${rubric.id}`}>
            <h2 id={`sommaire-${rubric.id}`}>{rubric.title}</h2>
            <ul>
              {rubric.questions.map(({ id, question }) => (
                <li key={id}>
                  <TextLink href={`#${id}`}>{question}</TextLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {rubrics.map((rubric) => (
        <RubricAnswers key={rubric.id} rubric={rubric} />
      ))}
    </>
  );
}

function RubricAnswers({ rubric }: { rubric: Rubric }) {
  return (
    <section id={rubric.id} aria-labelledby={`${rubric.id}-titre`} className="faq-rubric">
      <h2 id={`${rubric.id}-titre`}>{rubric.title}</h2>
      {rubric.questions.map(({ id, question, answer }) => (
        <article key={id} aria-labelledby={id} className="prose faq-question">
          <h3 id={id} tabIndex={-1}>
            {question}
          </h3>
          {answer}
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
