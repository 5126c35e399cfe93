import { renderToString } from "react-dom/server";
import { addressed } from "./form-target";

/** An action as the server knows it: React asks it what to write into the form. */
function known(address?: string) {
  const data = new FormData();
  data.append("$ACTION_KEY", "k");
  const act = () => undefined;
  const write = function (this: unknown) {
    return this === act
      ? { method: "POST", encType: "multipart/form-data", data, ...(address && { action: address }) }
      : null;
  };
  return Object.assign(act, { $$FORM_ACTION: write });
}

describe("a form in a page made by the server", () => {
  it("posts to the page and its query, and never to an empty address", () => {
    const html = renderToString(<form action={addressed(known(), "/suivi?numero=1&e=2")} />);
    expect(html).toContain('action="/suivi?numero=1&amp;e=2"');
    expect(html).toContain('name="$ACTION_KEY" value="k"');
  });

  it("keeps the address that it was given", () => {
    expect(renderToString(<form action={addressed(known("/ailleurs"), "/ici")} />)).toContain('action="/ailleurs"');
  });

  it("changes nothing where React writes nothing", () => {
    const act = () => undefined;
    expect(addressed(act, "/ici")).toBe(act);
  });
});
