/** The first stop of the Tab key. Each leads where it says: no menu, no link to it. */
export function SkipLinks({ menuId }: { menuId?: string }) {
  return (
    <nav aria-label="Accès rapide" className="skip-links">
      <a href="#contenu">Aller au contenu</a>
      {menuId ? <a href={`#${menuId}`}>Aller au menu</a> : null}
    </nav>
  );
}
