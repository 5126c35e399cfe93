import { AgentFrame } from "@/components/layout/agent-frame";
import { FlashBanner } from "@/components/ui/flash-banner";
import { readFlash } from "@/lib/web/form/flash";
import { getPortal } from "@/lib/web/page/portal";

/** Around the pages that an agent opens before being signed in. */
export default async function AgentAccessLayout({ children }: LayoutProps<"/admin">) {
  const [portal, message] = await Promise.all([getPortal(), readFlash()]);
  return (
    <AgentFrame
      portal={portal}
      viewer={{ kind: "anonymous" }}
      links={[]}
      notices={message ? <FlashBanner key={message.id}>{message.text}</FlashBanner> : null}
    >
      {children}
    </AgentFrame>
  );
}
