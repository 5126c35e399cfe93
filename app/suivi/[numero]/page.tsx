import { redirect } from "next/navigation";

/** The demande opens on its history. */
export default async function Page({ params }: PageProps<"/suivi/[numero]">) {
  redirect(`/suivi/${(await params).numero}/historique`);
}
