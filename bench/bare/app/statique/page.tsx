const rows = Array.from({ length: 14 }, (_, index) => index);

export default function Page() {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row}>Démarche {row}</li>
      ))}
    </ul>
  );
}
