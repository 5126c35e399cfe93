import { MailSent } from "@/app/(acces)/mail-sent";
import { franceConnectOnly } from "@/lib/web/identity/france-connect";
import { senderAddress } from "@/lib/web/page/sender";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

export default function IdentityLinkSentPage() {
  franceConnectOnly();
  return (
    <MailSent
      text={`Si un compte correspond au courriel que vous avez saisi, un lien vient de lui être envoyé. Il est valable ${tokenLifetime("identity_link")} : ouvrez-le dans ce navigateur.`}
      sender={senderAddress()}
      restart={{ href: "/franceconnect/compte", label: "Recommencer" }}
    />
  );
}
