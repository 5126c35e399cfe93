import { redirect } from "next/navigation";

/** The demande opens on its history (F98). */
export default async function Page({ params }: PageProps<"/espace/demandes/[numero]">) {
  redirect(`/espace/demandes/${(await params).numero}/historique`);
}
