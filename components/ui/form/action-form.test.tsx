import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import type { FormState } from "@/lib/shared/form-state";
import { TitleSuffixProvider } from "../document-title";
import { Checkbox } from "../fields/checkbox";
import { CheckboxGroup } from "../fields/checkbox-group";
import { DateField } from "../fields/date-field";
import { EmailField } from "../fields/email-field";
import { RadioGroup } from "../fields/radio-group";
import { SelectField } from "../fields/select-field";
import { TextField } from "../fields/text-field";
import { ActionForm, type FormAction } from "./action-form";
import { SubmitButton } from "./submit-button";

const colours = [
  { value: "red", label: "Rouge" },
  { value: "green", label: "Vert" },
];

/** Refuses with these errors and gives everything back, as the server does. */
function refusing(errors: Record<string, string>, formError?: string): jest.MockedFunction<FormAction> {
  return jest.fn(async (previous: FormState, data: FormData): Promise<FormState> => {
    const texts = (name: string) => data.getAll(name).filter((value) => typeof value === "string");
    const values = Object.fromEntries(
      [...new Set(data.keys())].map((name) => [name, texts(name).length > 1 ? texts(name) : (texts(name)[0] ?? "")]),
    );
    return {
      status: "error",
      errors,
      formError,
      values,
      attempt: previous.status === "error" ? previous.attempt + 1 : 1,
    };
  });
}

function show(action: FormAction, children: ReactNode, enter?: string) {
  return render(
    <TitleSuffixProvider description="" suffix=" – Belleval">
      <ActionForm action={action} title="Ma demande" enter={enter}>
        {children}
        <SubmitButton>Valider</SubmitButton>
      </ActionForm>
    </TitleSuffixProvider>,
  );
}

const submit = () => userEvent.click(screen.getByRole("button", { name: "Valider" }));
const summary = () => screen.findByRole("group", { name: "Il y a un problème" });

describe("a form that does not give its page the title", () => {
  it("says all the same in the title that it was refused, until it is not any more", async () => {
    const answers: FormState[] = [
      { status: "error", errors: { body: "Écrivez votre message." }, values: {}, attempt: 1 },
      { status: "done", message: "Envoyé." },
    ];
    const action: FormAction = async (previous) => answers.shift() ?? previous;
    document.title = "Échanges";
    render(
      <ActionForm action={action} label="Écrire">
        <TextField name="body" label="Message" />
        <SubmitButton>Valider</SubmitButton>
      </ActionForm>,
    );
    await submit();
    await summary();
    expect(document.title).toBe("Erreur\u00a0: Échanges");
    await submit();
    expect(await screen.findByText("Envoyé.")).toBeVisible();
    expect(document.title).toBe("Échanges");
  });
});

describe("a form with an unlikely answer", () => {
  const doubting: FormAction = async () => ({
    status: "error",
    errors: { city: "Vérifiez la commune." },
    asked: {
      tone: "warning",
      mark: "À vérifier",
      title: "Vérifiez cette réponse",
      last: "Si elle est exacte, continuez.",
    },
    values: { city: "Lille" },
    attempt: 1,
  });

  it("is no error: another heading, another title, the field not called invalid, and how to go on", async () => {
    show(doubting, <TextField name="city" label="Commune" />, "Continuer");
    await submit();
    const box = await screen.findByRole("group", { name: "Vérifiez cette réponse" });
    expect(box).toHaveFocus();
    expect(box).toHaveTextContent("Si elle est exacte, continuez.");
    expect(within(box).getByRole("link", { name: "Vérifiez la commune." })).toHaveAttribute("href", "#champ-city");
    expect(screen.queryByText("Il y a un problème")).toBeNull();
    await waitFor(() => expect(document.title).toBe("À vérifier\u00a0: Ma demande – Belleval"));
    const field = screen.getByRole("textbox", { name: "Commune" });
    expect(field).toHaveValue("Lille");
    expect(field).not.toHaveAttribute("aria-invalid");
    expect(field).toHaveAccessibleDescription("À vérifier\u00a0: Vérifiez la commune.");
  });
});

describe("a form that asks for more", () => {
  it("accuses nobody: no problem, no error in the title, no field called invalid", async () => {
    const asking: FormAction = async () => ({
      status: "error",
      errors: { code: "Saisissez le code.", "day.day": "Saisissez le jour." },
      asked: { tone: "info", mark: "À compléter", title: "Un code vous a été envoyé", first: "Encore un mot." },
      values: {},
      attempt: 1,
    });
    const fields = (
      <>
        <TextField name="code" label="Code" />
        <DateField name="day" label="Jour dit" />
        <Checkbox name="agree" label="D’accord" />
      </>
    );
    const { container } = show(asking, fields);
    await submit();
    const box = await screen.findByRole("group", { name: "Un code vous a été envoyé" });
    expect(box).toHaveFocus();
    expect(box).toHaveTextContent("Encore un mot.");
    await waitFor(() => expect(document.title).toBe("À compléter\u00a0: Ma demande – Belleval"));
    expect(screen.getByLabelText("Code")).toHaveAccessibleDescription("À compléter\u00a0: Saisissez le code.");
    expect(screen.getByText("Saisissez le jour.", { selector: ".field-info *" })).toBeVisible();
    expect(screen.queryByText("Il y a un problème")).toBeNull();
    expect(container.querySelectorAll("[aria-invalid], .has-error, .field-error")).toHaveLength(0);
  });
});

describe("a form refused by the server", () => {
  it("takes the focus to a summary whose links lead to the fields, with the same words as beside them", async () => {
    show(
      refusing({ email: "Saisissez un courriel." }),
      <EmailField name="email" label="Courriel" hint="Pour vous répondre." />,
    );
    await submit();

    expect(await summary()).toHaveFocus();
    const link = within(await summary()).getByRole("link", { name: "Saisissez un courriel." });
    expect(document.querySelector(link.getAttribute("href")?.replace(".", "\\.") ?? "")).toBe(
      screen.getByLabelText("Courriel"),
    );
    expect(screen.getByLabelText("Courriel")).toBeInvalid();
    expect(screen.getByLabelText("Courriel")).toHaveAccessibleDescription(
      /Pour vous répondre\. Erreur\s: Saisissez un courriel\./,
    );
  });

  it("begins the title of the page with « Erreur »", async () => {
    show(refusing({ email: "Saisissez un courriel." }), <EmailField name="email" label="Courriel" />);
    expect(document.title).toBe("Ma demande – Belleval");
    await submit();
    await waitFor(() => expect(document.title).toBe("Erreur\u00a0: Ma demande – Belleval"));
  });

  it("says what concerns no field", async () => {
    show(refusing({}, "Trop d’essais."), <TextField name="a" label="A" />);
    await submit();
    expect(await summary()).toHaveTextContent("Trop d’essais.");
  });

  it("keeps everything that was typed or chosen, over what the page first proposed", async () => {
    show(
      refusing({ name: "Non." }),
      <>
        <TextField name="name" label="Nom" defaultValue="Ancien" />
        <SelectField name="size" label="Taille" options={colours} defaultValue="red" />
        <RadioGroup name="colour" label="Couleur" options={colours} defaultValue="red" />
        <CheckboxGroup name="many" label="Plusieurs" options={colours} defaultValue={["red"]} />
        <Checkbox name="agree" label="D’accord" isTicked />
        <DateField name="start" label="Début" defaultValue="2027-03-28" />
      </>,
    );
    const user = userEvent.setup();
    await user.clear(screen.getByLabelText("Nom"));
    await user.type(screen.getByLabelText("Nom"), "Nouveau");
    await user.selectOptions(screen.getByLabelText("Taille"), "Vert");
    await user.click(within(screen.getByRole("group", { name: "Couleur" })).getByLabelText("Vert"));
    await user.click(within(screen.getByRole("group", { name: "Plusieurs" })).getByLabelText("Vert"));
    await user.click(screen.getByLabelText("D’accord"));
    await user.clear(screen.getByLabelText("Mois"));
    await user.type(screen.getByLabelText("Mois"), "avril");

    for (let attempt = 1; attempt <= 2; attempt++) {
      await submit();
      await waitFor(async () => expect(await summary()).toHaveFocus());
      expect(screen.getByLabelText("Nom")).toHaveValue("Nouveau");
      expect(screen.getByLabelText("Taille")).toHaveValue("green");
      expect(within(screen.getByRole("group", { name: "Couleur" })).getByLabelText("Vert")).toBeChecked();
      expect(
        within(screen.getByRole("group", { name: "Plusieurs" })).getAllByRole("checkbox", { checked: true }),
      ).toHaveLength(2);
      expect(screen.getByLabelText("D’accord")).not.toBeChecked();
      expect(
        [screen.getByLabelText("Jour"), screen.getByLabelText("Mois"), screen.getByLabelText("Année")].map(
          (box) => (box as HTMLInputElement).value,
        ),
      ).toEqual(["28", "avril", "2027"]);
      await userEvent.click(screen.getByLabelText("Nom"));
    }
  });

  it("takes the focus again when the same errors come back", async () => {
    show(refusing({ a: "Non." }), <TextField name="a" label="A" />);
    await submit();
    expect(await summary()).toHaveFocus();
    await userEvent.click(screen.getByLabelText("A"));
    expect(await summary()).not.toHaveFocus();
    await submit();
    await waitFor(async () => expect(await summary()).toHaveFocus());
  });
});

describe("the error of a date", () => {
  it("marks the part that is wrong and leads to it", async () => {
    show(refusing({ "start.month": "Il manque le mois." }), <DateField name="start" label="Début" />);
    await submit();
    const link = within(await summary()).getByRole("link", { name: "Il manque le mois." });
    expect(link).toHaveAttribute("href", `#${screen.getByLabelText("Mois").id}`);
    expect(screen.getByLabelText("Mois")).toBeInvalid();
    expect(screen.getByLabelText("Jour")).toBeValid();
  });

  it.each(["start", "start.day"])("leads to the day when it concerns %s", async (key) => {
    show(refusing({ [key]: "Cette date n’existe pas." }), <DateField name="start" label="Début" />);
    await submit();
    expect(within(await summary()).getByRole("link")).toHaveAttribute("href", `#${screen.getByLabelText("Jour").id}`);
    expect(screen.getByLabelText("Jour")).toBeInvalid();
  });
});

describe("sending", () => {
  it("says that it is being sent and drops a second press", async () => {
    let answer: (state: FormState) => void = () => undefined;
    const action = jest.fn((): Promise<FormState> => new Promise((resolve) => (answer = resolve)));
    show(action, <TextField name="a" label="A" />);
    await submit();
    expect(screen.getByRole("status")).toHaveTextContent("Envoi en cours");
    expect(screen.getByRole("button", { name: "Valider" })).toBeEnabled();
    await submit();
    await submit();
    answer({ status: "done", message: "C’est enregistré." });
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("C’est enregistré."));
    expect(action).toHaveBeenCalledTimes(1);

    await submit();
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("never presses « Supprimer » when Enter is struck in a field", async () => {
    const sent: (FormDataEntryValue | null)[] = [];
    show(
      async (_previous, data) => {
        sent.push(data.get("intent"));
        return { status: "idle" };
      },
      <>
        <SubmitButton variant="danger" name="intent" value="remove">
          Supprimer
        </SubmitButton>
        <TextField name="a" label="A" />
      </>,
      "Continuer",
    );
    await userEvent.type(screen.getByLabelText("A"), "texte{Enter}");
    await waitFor(() => expect(sent).toEqual([null]));
  });

  it("tells the server which button was pressed", async () => {
    const sent: (FormDataEntryValue | null)[] = [];
    show(
      async (_previous, data) => {
        sent.push(data.get("intent"));
        return { status: "idle" };
      },
      <SubmitButton name="intent" value="add">
        Ajouter
      </SubmitButton>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
    await waitFor(() => expect(sent).toEqual(["add"]));
  });
});
