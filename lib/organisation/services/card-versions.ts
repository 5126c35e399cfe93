import { versionOf } from "@/lib/kernel/seen-version";

/** What the form of each card shows: of two administrators who change one at once, the second is told. */
type OrganisationShown = { name: string; role: string; website: string };
type ServiceShown = {
  name: string;
  organisationId: string;
  address: string;
  phone: string;
  email: string;
  hours: string;
};

export const organisationShown = ({ name, role, website }: OrganisationShown) => ({ name, role, website });

export const serviceShown = ({ name, organisationId, address, phone, email, hours }: ServiceShown) => ({
  name,
  organisationId,
  address,
  phone,
  email,
  hours,
});

export const organisationVersion = (card: OrganisationShown) => versionOf(organisationShown(card));
export const serviceVersion = (card: ServiceShown) => versionOf(serviceShown(card));
