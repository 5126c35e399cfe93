export type Option = { value: string; label: string; hint?: string };

type Props = { type: "radio" | "checkbox"; id: string; name: string; option: Option; isChosen: boolean };

/** One answer of a group. The first of a group has the id of its field: the error summary leads to it. */
export function Choice({ type, id, name, option, isChosen }: Props) {
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={isChosen}
        aria-describedby={option.hint ? `${id}-precision` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint ? (
        <p id={`${id}-precision`} className="choice-hint">
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}
