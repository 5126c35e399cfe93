import { fileDraft } from "./actions";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
  const { id } = await searchParams;
  return (
    <form action={fileDraft}>
      <input type="hidden" name="id" value={id ?? ""} />
      <button>Soumettre</button>
    </form>
  );
}
