import { Search } from "lucide";
import { Icon } from "./icon";

type Props = {
  /** Where the results are: the words are sent as `?q=`. */
  action: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  /** Large on the home page. */
  size?: "normal" | "large";
  /** Other criteria to keep, such as the theme. */
  hidden?: Readonly<Record<string, string>>;
};

/** A search by words: an ordinary form, whose results have an address. */
export function SearchBox({ action, label, hint, defaultValue, size = "normal", hidden = {} }: Props) {
  return (
    <form action={action} method="get" role="search" aria-label={label} className={`search-box search-box-${size}`}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="recherche">{label}</label>
      {hint ? (
        <p id="recherche-aide" className="field-hint">
          {hint}
        </p>
      ) : null}
      <div className="search-box-row">
        <input
          type="search"
          id="recherche"
          name="q"
          defaultValue={defaultValue}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby={hint ? "recherche-aide" : undefined}
          className="control"
        />
        <button type="submit" className="button">
          <Icon of={Search} size={20} />
          Rechercher
        </button>
      </div>
    </form>
  );
}
