export type ButtonLook = {
  variant?: "primary" | "secondary" | "danger" | "plain";
  size?: "normal" | "large";
};

const variants = {
  primary: "",
  secondary: " button-secondary",
  danger: " button-danger",
  plain: " button-plain",
} as const;

/** One look for what acts (a button) and what leads (a link). */
export function buttonClass({ variant = "primary", size = "normal" }: ButtonLook): string {
  return `button${variants[variant]}${size === "large" ? " button-large" : ""}`;
}
