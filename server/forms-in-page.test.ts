import { formsIn, sameForm } from "./forms-in-page";

const action = (id: string) => `<input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0"
  value="{&quot;id&quot;:&quot;${id}&quot;}"/><input type="hidden" name="$ACTION_1:1" value="[]"/>`;
const signIn = `<form action="" method="POST">${action("nouveau")}<input type="hidden" name="retour" value=""/>
  <input name="identifier" value="&quot;A&quot;"/><input type="password" name="password"/><button>Se connecter</button></form>`;
const remove = (id: string) =>
  `<form>${action("supprimer")}<input type="hidden" name="documentId" value="${id}"/><button name="acte" value="oui">Supprimer</button></form>`;
const search = `<form action="/recherche"><input name="q"/></form>`;
const signOut = `<form><input type="hidden" name="$ACTION_ID_7f"/><button>Se déconnecter</button></form>`;

describe("the form of a page that was posted", () => {
  it("is found by the names that it asks for, with what names its action in this build", () => {
    const found = sameForm(formsIn(search + signOut + signIn), [["identifier", "alix"]]);
    expect(found?.framework).toContainEqual(["$ACTION_1:0", '{"id":"nouveau"}']);
  });

  it("is the one that speaks of the same thing, among many alike", () => {
    const forms = formsIn(remove("un") + remove("deux"));
    const texts = [["documentId", "deux"] as const, ["acte", "oui"] as const];
    expect(sameForm(forms, texts)).toBe(forms[1]);
  });

  it("is none when its thing is gone: another’s is never taken for it", () => {
    expect(sameForm(formsIn(remove("un") + remove("deux")), [["documentId", "trois"]])).toBeNull();
    expect(sameForm(formsIn(remove("un")), [["acte", "oui"]])).toBeNull();
  });

  it("is none when two are as good, when the names have changed, or when it gives no answer in place", () => {
    expect(sameForm(formsIn(signIn + signIn), [["identifier", "alix"]])).toBeNull();
    expect(sameForm(formsIn(signIn), [["prenom", "a"], ["nom", "b"], ["age", "c"]])).toBeNull(); // prettier-ignore
    expect(sameForm(formsIn(search + signOut), [])).toBeNull();
  });
});
