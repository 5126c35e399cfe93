/** The first stop of the Tab key. */
export function SkipLinks({ menuId }: { menuId: string }) {
  return (
    <nav aria-label="Accès rapide" className="skip-links">
      <a href="#contenu">Aller au contenu</a>
      <a href={`#${menuId}`}>Aller au menu</a>
    </nav>
  );
}
