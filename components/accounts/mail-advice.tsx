/** What to do while a letter has not come (F12, F65). */
export function MailAdvice({ sender }: { sender: string }) {
  return (
    <div className="prose">
      <h2>Vous ne recevez rien ?</h2>
      <ul>
        <li>Ce message peut mettre plusieurs minutes à vous parvenir.</li>
        <li>Regardez dans vos courriers indésirables.</li>
        <li>
          Ajoutez l’expéditeur <strong>{sender}</strong> à vos contacts, pour que ses messages ne soient pas bloqués.
        </li>
        <li>Si l’adresse est fausse, ou si vous ne l’utilisez plus, recommencez avec une autre.</li>
      </ul>
    </div>
  );
}
