import type { ReactNode } from "react";
import { render } from "@testing-library/react";
import { AccessibilityForm } from "@/components/organisation/accessibility-form";
import { AccountSettingsForm } from "@/components/organisation/account-settings-form";
import { BackupSettingsForm } from "@/components/organisation/backup-settings-form";
import { LogoForms } from "@/components/organisation/logo-forms";
import { PortalForm } from "@/components/organisation/portal-form";
import { RestoreForm, WordingForm } from "@/components/letters/wording-form";
import type { WordingView } from "@/lib/letters/types";
import type { BackupState, PortalSetting } from "@/lib/organisation/types";
import type { FormState } from "@/lib/shared/form-state";

jest.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const action = async (previous: FormState): Promise<FormState> => previous;
const version = "0123456789abcdef";
const accessibility = { audit: null, statedOn: "2026-11-29", defects: [], exemptions: [], schemeUrl: "", planUrl: "" };
const setting: PortalSetting = {
  town: "Belleval",
  title: "Vos démarches",
  logo: null,
  colours: { primary: "#1a5c4c", accent: "#c2571a" },
  contact: {
    service: "Accueil",
    email: "a@b.example",
    phone: "01 99 00 00 00",
    address: ["1 place"],
    hours: "Le matin",
  },
  legal: { publisher: "Ville", director: "Le maire", host: "L’hébergeur", dpoEmail: "dpo@b.example" },
  accessibility,
};
const backup: BackupState = {
  version,
  mode: "none",
  hour: 3,
  kept: 14,
  hasFolder: true,
  whole: null,
  failed: null,
  isMissing: true,
};
const wording: WordingView = {
  kind: "demande.rejected",
  label: "Demande rejetée",
  demarche: null,
  words: { title: "", opening: "", ending: "", signature: "" },
  version,
  isReworded: true,
  original: { title: "Votre demande", opening: "Bonjour" },
  variables: [],
  preview: { subject: "Votre demande", greeting: "Bonjour", paragraphs: [] },
  demarches: [],
};
const logo = { src: "/api/logo/abc", width: 44, height: 44 };
const sendings = { sent: [], envoi: "", note: "" };

const forms: [string, ReactNode][] = [
  ["accounts", <AccountSettingsForm key="a" action={action} title="T" isValidatedByAgent={false} version={version} />],
  ["backup", <BackupSettingsForm key="b" action={action} title="T" state={backup} />],
  ["accessibility", <AccessibilityForm key="c" {...{ action, title: "T", accessibility, version }} />],
  ["town", <PortalForm key="d" action={action} title="T" hasError={false} setting={setting} version={version} />],
  ["logo", <LogoForms key="e" logo={logo} version={version} remove={action} sendings={sendings} />],
  ["wording", <WordingForm key="f" action={action} wording={wording} />],
  ["restored wording", <RestoreForm key="g" action={action} wording={wording} />],
];

it.each(forms)("each form posts which version it has shown, else every save would be refused: %s", (_name, form) => {
  const { container } = render(form);
  const shown = [...container.querySelectorAll("form")].map((one) => one.querySelector("input[name=version]"));
  expect(shown).not.toEqual([]);
  for (const field of shown) expect(field).toHaveValue(version);
});
