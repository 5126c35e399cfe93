type Props = {
  sender: string;
  /** What to do if the address is not the right one. */
  ifWrong: string;
};

/** What to do while a letter has not come (F12, F65). */
export function MailAdvice({ sender, ifWrong }: Props) {
  return (
    <div className="prose">
      <h2>Vous ne recevez rien ?</h2>
      <ul>
        <li>Ce message peut mettre plusieurs minutes à vous parvenir.</li>
        <li>Regardez dans vos courriers indésirables.</li>
        <li>
          Ajoutez l’expéditeur <strong>{sender}</strong> à vos contacts, pour que ses messages ne soient pas bloqués.
        </li>
        <li>{ifWrong}</li>
      </ul>
    </div>
  );
}
