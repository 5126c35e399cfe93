import { EmailText } from "@/components/ui/email-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { Profile } from "@/lib/accounts/types/account";

/** F76: how the town reaches the person, telephones as they are read. */
export function Coordinates({ profile }: { profile: Profile }) {
  const address = [
    profile.addressLine,
    profile.addressExtra,
    [profile.postalCode, profile.commune].filter(Boolean).join(" "),
  ];
  return (
    <SummaryList
      rows={[
        { label: "Adresse", value: address.filter(Boolean).join(", ") },
        { label: "Téléphone", value: profile.phone },
        { label: "Mobile", value: profile.mobile },
        { label: "Courriel", value: <EmailText email={profile.email} /> },
      ]}
    />
  );
}
